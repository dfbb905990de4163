package app.lede.library;

import app.lede.article.Article;
import app.lede.article.Bounds;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Packs what an article's item carries beside its keys and filters: JSON, compressed with a dictionary of its field names (RFC
 * 1951) behind one byte of the format's version. An ordinary article takes half the bytes. Thread safe.
 */
public final class PackedArticle {

    /** Bytes of an item; a write of more would take three units. */
    private static final int ITEM = 2_048;

    /** Bytes of keys, hashes, ids, and the names of all attributes; measured at the worst case by {@code ArticleItemTest}. */
    private static final int ALWAYS = 640;

    /** Bytes of a country in a list. */
    private static final int COUNTRY = 3;

    /** Budgets of {@link Bounds#item} in the order of trial: the first is enough for most, the last for any text. */
    private static final List<Integer> BUDGETS = List.of(2_600, 2_000, 1_600, 1_200, 900, 600);

    private static final byte VERSION = 1;

    private static final int LONGEST = 65_536;

    /** Never changes: items are read with the dictionary that they were written with. */
    private static final byte[] DICTIONARY = """
        extractive-1","relatedLink":[],"notes":["cut: description, image, keywords, mentions, relatedLink"],\
        "alternativeHeadline":"","articleSection":"","dateModified":"","dateModifiedRaw":"","dateModifiedPrecision":"",\
        "dateModifiedSource":"time","usageInfo":"noai, noindex","textFrom":"upload","access":"feed-only",\
        "country NE 1 - country ML 2 - bloc EU","textFrom":"feed","tags":[],"url":"https://www.\
        .com/news/2026/","textFrom":"page","access":"open","tags":[],"headline":" of the and to in for der die und de la",\
        "description":"","author":[""],"publisher":"","datePublished":"2026-0T00:00:00+02:00","datePublishedRaw":"2026-\
        ","datePrecision":"second","datePublishedSource":"json-ld","articleSection":"","keywords":["",""],\
        "image":"https://.jpg","isAccessibleForFree":true,"relatedLink":[],"wordCount":,"confidence":0.9,\
        "mentions":["country US 1 "],"summary":{"sentences":[{"text":"","start":0,"end":},{"text":" ","start":1\
        ,"end":2}],"method":"extractive-1"},"notes":[]}\
        """.getBytes(StandardCharsets.UTF_8);

    private PackedArticle() {}

    /** Cuts an article so that its item, with everything beside the packed part, takes at most {@value #ITEM} bytes. */
    public static Article fitting(Article article) {
        Article cut = article;
        for (int budget : BUDGETS) {
            cut = Bounds.item(article, budget);
            if (size(cut) <= ITEM) {
                break;
            }
        }
        return cut;
    }

    private static int size(Article article) {
        String language = article.language();
        return ALWAYS
                + (language == null ? 0 : language.length())
                + COUNTRY * article.countries().size()
                + pack(ArticleJson.toJson(article), OWN).length;
    }

    /** The fields that stand beside the packed part, or can be told from the keys. */
    public static final Set<String> OWN = Set.of(
            "id",
            "arrival",
            "changed",
            "revision",
            "documentId",
            "parser",
            "precedence",
            "sourceId",
            "inLanguage",
            "countries");

    /** Packs the fields of an article but for some. */
    public static byte[] pack(ObjectNode article, Set<String> without) {
        ObjectNode carried = article.deepCopy();
        carried.remove(without);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(Json.bytes(carried));
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            packed.write(VERSION);
            byte[] buffer = new byte[4_096];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Unpacks the fields; IllegalArgumentException if the bytes are of another form or version. */
    public static ObjectNode unpack(byte[] packed) {
        if (packed.length == 0 || packed[0] != VERSION) {
            throw new IllegalArgumentException("not a packed article of version " + VERSION);
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed, 1, packed.length - 1);
            inflater.setDictionary(DICTIONARY);
            byte[] bytes = new byte[LONGEST];
            int length = inflater.inflate(bytes);
            if (inflater.finished() && Json.read(Arrays.copyOf(bytes, length)) instanceof ObjectNode json) {
                return json;
            }
            throw new IllegalArgumentException("a packed article that is cut or too long");
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("not a packed article", e);
        } finally {
            inflater.end();
        }
    }
}

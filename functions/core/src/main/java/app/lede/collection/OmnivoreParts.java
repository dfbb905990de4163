package app.lede.collection;

import app.lede.collection.ZipDirectory.Entry;
import app.lede.document.Charsets;
import app.lede.document.ObjectContent;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Streams the articles of an export of Omnivore: a zip archive with lists of metadata, and the text of each article in a file named
 * by its slug. Highlights are left out. Not thread safe.
 */
final class OmnivoreParts implements Parts {

    private static final Pattern METADATA = Pattern.compile("(?:.{0,200}/)?metadata_\\d{1,9}_to_\\d{1,9}\\.json");
    private static final Pattern CONTENT = Pattern.compile("(?:.{0,200}/)?content/([^/]{1,300})\\.html?");

    /** Fields that a reader of articles knows. */
    private static final List<String> FIELDS =
            List.of("title", "author", "url", "description", "publishedAt", "labels", "siteName");

    /** Largest metadata of all articles together, in bytes. */
    private static final int MAX_METADATA = 50 * 1024 * 1024;

    private final Map<String, ObjectNode> articles = new LinkedHashMap<>();
    private final Deque<Part> faults = new ArrayDeque<>();
    private final Parts contents;
    private @Nullable Iterator<Map.Entry<String, ObjectNode>> missing;

    private OmnivoreParts(ObjectContent content, List<Entry> entries) throws IOException {
        long left = MAX_METADATA;
        Parts lists = new ZipParts(content, matching(METADATA, entries));
        for (Optional<Part> list = lists.next(); list.isPresent(); list = lists.next()) {
            switch (list.get()) {
                case Part.Broken broken -> faults.add(broken);
                case Part.Document document -> {
                    left -= document.bytes().length;
                    if (left < 0) {
                        throw new ReadingRefused(Problem.TOO_LARGE, "metadata of more than " + MAX_METADATA + " bytes");
                    }
                    add(document);
                }
            }
        }
        this.contents = new ZipParts(content, matching(CONTENT, entries));
    }

    static boolean isOne(List<Entry> entries) {
        return !matching(METADATA, entries).isEmpty()
                && !matching(CONTENT, entries).isEmpty();
    }

    static Parts of(ObjectContent content, List<Entry> entries) throws IOException {
        return new OmnivoreParts(content, entries);
    }

    private static List<Entry> matching(Pattern name, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> name.matcher(entry.name()).matches())
                .toList();
    }

    private void add(Part.Document list) {
        try {
            for (JsonNode item : Json.read(Charsets.decode(list.bytes(), null).text())) {
                articles.putIfAbsent(item.path("slug").asText(""), known(item));
            }
        } catch (IllegalArgumentException e) {
            faults.add(new Part.Broken(
                    list.name(), Problem.UNREADABLE, "broken JSON: the articles in it have no metadata"));
        }
    }

    private static ObjectNode known(JsonNode item) {
        ObjectNode article = Json.object();
        for (String field : FIELDS) {
            if (item.hasNonNull(field)) {
                article.set(field, item.get(field));
            }
        }
        return article;
    }

    @Override
    public Optional<Part> next() throws IOException {
        if (!faults.isEmpty()) {
            return Optional.of(faults.removeFirst());
        }
        Optional<Part> content = missing == null ? contents.next() : Optional.empty();
        if (content.isPresent()) {
            return content.map(this::withMetadata);
        }
        if (missing == null) {
            missing = articles.entrySet().iterator();
        }
        if (!missing.hasNext()) {
            return Optional.empty();
        }
        Map.Entry<String, ObjectNode> article = missing.next();
        return Optional.of(new Part.Broken(
                "content/" + article.getKey(),
                Problem.EMPTY,
                "the export has no text of " + article.getValue().path("url").asText("it")));
    }

    private Part withMetadata(Part part) {
        Matcher name = CONTENT.matcher(part.name());
        if (!name.matches()) {
            return part;
        }
        ObjectNode article = articles.remove(name.group(1));
        if (article == null || !(part instanceof Part.Document document)) {
            return part;
        }
        article.put("html", Charsets.decode(document.bytes(), null).text());
        return new Part.Document(part.name(), Json.bytes(article), "application/json");
    }
}

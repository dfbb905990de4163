package app.lede.extract.metadata;

import app.lede.extract.page.PageElements;
import app.lede.text.LowerCase;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A page's {@code <meta>} elements by name or property. Case and the marks between words say nothing: {@code pub_date},
 * {@code pub-date} and {@code PubDate} are one name.
 */
final class MetaTags {

    private static final int MAX_TAGS = 500;
    private static final int MAX_LABELS = 4;

    private final Map<String, List<String>> values = new HashMap<>();

    private MetaTags() {}

    static MetaTags of(PageElements page) {
        MetaTags tags = new MetaTags();
        page.named("meta").stream()
                .filter(meta -> meta.hasAttr("content") || meta.hasAttr("value"))
                .limit(MAX_TAGS)
                .forEach(tags::add);
        return tags;
    }

    private void add(Element meta) {
        // A few publishing systems write "value" for "content"; browsers ignore it, readers of cards accept it.
        String value = meta.attr(meta.hasAttr("content") ? "content" : "value");
        String content = Words.line(value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true));
        if (content.isEmpty()) {
            return;
        }
        for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
            String name = key(meta.attr(attribute));
            if (!name.isEmpty() && (!attribute.equals("itemprop") || Things.isOfArticle(meta))) {
                values.computeIfAbsent(name, n -> new ArrayList<>()).add(content);
            }
        }
    }

    private static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_' && c != '.' && c != ':' && !Character.isWhitespace(c)) {
                key.append(c);
            }
        }
        return LowerCase.of(key.toString());
    }

    /** Returns the first value of the first of these names that has one. */
    Optional<String> first(String... names) {
        for (String name : names) {
            List<String> found = values.get(key(name));
            if (found != null) {
                return Optional.of(found.getFirst());
            }
        }
        return Optional.empty();
    }

    /** Returns all values of the first of these names that has one. */
    List<String> all(String... names) {
        for (String name : names) {
            List<String> found = values.get(key(name));
            if (found != null) {
                return List.copyOf(found);
            }
        }
        return List.of();
    }

    /** Returns the data of labelled social card fields, such as "Written by": Ines Lindqvist. */
    List<String> labelled(Predicate<String> label) {
        return IntStream.rangeClosed(1, MAX_LABELS)
                .filter(i -> first("twitter:label" + i).filter(label).isPresent())
                .mapToObj(i -> first("twitter:data" + i))
                .flatMap(Optional::stream)
                .toList();
    }
}

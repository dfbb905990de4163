package app.lede.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An XML element whose children are addressed by canonical name. Names are indexed once, so that many lookups in a long
 * item stay linear.
 */
final class FeedElement {

    private final Element element;
    private final Namespaces names;
    private final FeedDates dates;
    private @Nullable Map<String, List<FeedElement>> children;

    FeedElement(Element element, Namespaces names, FeedDates dates) {
        this.element = element;
        this.names = names;
        this.dates = dates;
    }

    Element element() {
        return element;
    }

    /** Returns the children with these names: all of the first name, then all of the second, each in document order. */
    List<FeedElement> all(String... wanted) {
        Map<String, List<FeedElement>> known = children();
        if (known.isEmpty()) {
            return List.of();
        }
        List<FeedElement> found = new ArrayList<>();
        for (String name : wanted) {
            found.addAll(known.getOrDefault(name, List.of()));
        }
        return found;
    }

    /** Returns the children with any of these names, in document order. */
    List<FeedElement> inOrder(String... wanted) {
        return all(wanted).stream()
                .sorted(Comparator.comparingInt(child -> child.element.siblingIndex()))
                .toList();
    }

    Optional<FeedElement> first(String... wanted) {
        return all(wanted).stream().findFirst();
    }

    /** Returns the first non-blank reading among the children with these names, in order of preference. */
    Optional<String> firstText(Function<FeedElement, String> reading, String... wanted) {
        return all(wanted).stream().map(reading).filter(text -> !text.isBlank()).findFirst();
    }

    Optional<String> firstText(String... wanted) {
        return firstText(FeedElement::text, wanted);
    }

    /** Returns the first parseable date among the children with these names, in order of preference. */
    Optional<Instant> date(String... wanted) {
        return all(wanted).stream()
                .flatMap(child -> dates.parse(child.text()).stream())
                .findFirst();
    }

    /** Returns all character data below this element, without markup, stripped. */
    String text() {
        return element.wholeText().strip();
    }

    /** Returns the content verbatim; for identifiers, which are opaque. */
    String opaque() {
        return element.childrenSize() == 0 ? text() : element.html().strip();
    }

    /** Returns an attribute by its case-insensitive name, stripped; empty if blank. */
    Optional<String> attribute(String name) {
        return Optional.of(element.attributes().getIgnoreCase(name).strip()).filter(value -> !value.isEmpty());
    }

    private Map<String, List<FeedElement>> children() {
        if (children == null) {
            children = element.childNodeSize() == 0 ? Map.of() : new HashMap<>();
            for (Element child : element.children()) {
                children.computeIfAbsent(names.name(child), name -> new ArrayList<>())
                        .add(new FeedElement(child, names, dates));
            }
        }
        return children;
    }
}

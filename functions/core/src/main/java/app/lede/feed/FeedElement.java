package app.lede.feed;

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
 * An element of a feed as its format sees it: children by canonical name, indexed once so that looking many names up in a
 * long item stays linear.
 */
final class FeedElement {

    private final Element element;
    private final Namespaces names;
    private @Nullable Map<String, List<FeedElement>> children;

    FeedElement(Element element, Namespaces names) {
        this.element = element;
        this.names = names;
    }

    Element element() {
        return element;
    }

    /** The children with one of these names; all of the first name, then all of the second, each in document order. */
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

    /** The children with any of these names, in document order. */
    List<FeedElement> inOrder(String... wanted) {
        return all(wanted).stream()
                .sorted(Comparator.comparingInt(child -> child.element.siblingIndex()))
                .toList();
    }

    Optional<FeedElement> first(String... wanted) {
        return all(wanted).stream().findFirst();
    }

    /** The first reading that isn't blank, of the children with these names in order of preference. */
    Optional<String> firstText(Function<FeedElement, String> reading, String... wanted) {
        return all(wanted).stream().map(reading).filter(text -> !text.isBlank()).findFirst();
    }

    Optional<String> firstText(String... wanted) {
        return firstText(FeedElement::text, wanted);
    }

    /** All character data below, without markup, stripped. */
    String text() {
        return element.wholeText().strip();
    }

    /** What stands inside, as it stands there: for identifiers, which mean nothing but themselves. */
    String opaque() {
        return element.childrenSize() == 0 ? text() : element.html().strip();
    }

    /** An attribute by its name in any case, stripped; absent when blank. */
    Optional<String> attribute(String name) {
        return Optional.of(element.attributes().getIgnoreCase(name).strip()).filter(value -> !value.isEmpty());
    }

    private Map<String, List<FeedElement>> children() {
        if (children == null) {
            children = element.childNodeSize() == 0 ? Map.of() : new HashMap<>();
            for (Element child : element.children()) {
                children.computeIfAbsent(names.name(child), name -> new ArrayList<>())
                        .add(new FeedElement(child, names));
            }
        }
        return children;
    }
}

package app.lede.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the root element at the beginning of an XML document. */
final class XmlRoot {

    private static final Pattern PROLOG = Pattern.compile(
            "(?s)(?:\\s++|<\\?.{0,1000}?\\?>|<!--.{0,2000}?-->|<!DOCTYPE[^\\[>]{0,500}+(?:\\[.{0,3000}?\\]\\s*)?>)*+");

    private static final Pattern ROOT =
            Pattern.compile("<(?:[A-Za-z_][\\w.-]{0,60}:)?([A-Za-z_][\\w.-]{0,80})(?=[\\s/>])");

    private XmlRoot() {}

    /**
     * Returns the local name of the root element; of a text without XML declaration only if it declares a namespace or ends with
     * the root's end tag.
     *
     * @param head beginning of the document, without byte order mark
     * @param tail its end
     */
    static Optional<String> of(String head, String tail) {
        Matcher prolog = PROLOG.matcher(head);
        int start = prolog.lookingAt() ? prolog.end() : 0;
        Matcher root = ROOT.matcher(head).region(start, head.length());
        boolean declared = head.stripLeading().startsWith("<?xml");
        if (!root.lookingAt()) {
            return declared ? Optional.of("?") : Optional.empty();
        }
        String name = root.group(1);
        boolean closed = tail.stripTrailing().endsWith(name + ">")
                || tail.stripTrailing().endsWith("/>");
        return declared || closed || head.contains(" xmlns") ? Optional.of(name) : Optional.empty();
    }
}

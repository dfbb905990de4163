package app.lede.feed;

import app.lede.text.LowerCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Maps elements to canonical names, whatever prefix the publisher used or forgot to declare: {@code title} for the
 * format's own, {@code dc:title} for a module's. Local names are lower case, since feeds disagree on case.
 *
 * @param home the format's own vocabulary, {@code rss} or {@code atom}
 * @param rootNamespace the root's namespace, known or not; elements that share it and the prefix belong to the format
 * @param rootPrefix the root's prefix in lower case, mostly empty
 */
record Namespaces(String home, String rootNamespace, String rootPrefix) {

    private static final Properties KNOWN = load();
    private static final Set<String> CONVENTIONAL =
            Set.copyOf(KNOWN.values().stream().map(String::valueOf).toList());

    /** Prefix for elements of unknown vocabularies. */
    private static final String FOREIGN = "foreign";

    static Namespaces of(String home, Element root) {
        return new Namespaces(
                home, root.tag().namespace(), LowerCase.of(root.tag().prefix()));
    }

    String name(Element element) {
        String local = LowerCase.of(element.tag().localName());
        String vocabulary = vocabulary(element);
        return vocabulary.equals(home) ? local : vocabulary + ":" + local;
    }

    /**
     * Returns the vocabulary of an element. An undeclared prefix says by its name what was meant; the parser gives such elements the default
     * namespace. Feeds declare the namespace of another format as theirs: RSS as Atom.
     */
    private String vocabulary(Element element) {
        String namespace = element.tag().namespace();
        String prefix = LowerCase.of(element.tag().prefix());
        boolean none = namespace.isEmpty() || namespace.equals(Parser.NamespaceXml);
        if (!prefix.isEmpty() && (none || !isDeclared(prefix, element))) {
            return prefix.equals(rootPrefix) ? home : CONVENTIONAL.contains(prefix) ? prefix : FOREIGN;
        }
        if (none || (namespace.equals(rootNamespace) && prefix.equals(rootPrefix))) {
            return home;
        }
        return KNOWN.getProperty(LowerCase.of(namespace.strip()), namespace.equals(rootNamespace) ? home : FOREIGN);
    }

    private static boolean isDeclared(String prefix, Element element) {
        String declaration = "xmlns:" + prefix;
        for (Element e = element; e != null; e = e.parent()) {
            if (e.attributesSize() > 0 && e.attributes().hasKeyIgnoreCase(declaration)) {
                return true;
            }
        }
        return false;
    }

    private static Properties load() {
        try (InputStream table = Namespaces.class.getResourceAsStream("namespaces.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(table));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

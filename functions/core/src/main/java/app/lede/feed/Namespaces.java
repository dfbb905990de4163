package app.lede.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * One name for an element, whatever prefix a publisher chose for its vocabulary or forgot to declare: {@code title} for the
 * format's own, {@code dc:title} for a module's. Local names are lower case: feeds don't agree on case.
 *
 * @param home the format's own vocabulary, {@code rss} or {@code atom}
 * @param rootNamespace the namespace of the root, known or not: what shares it belongs to the format
 */
record Namespaces(String home, String rootNamespace) {

    private static final Properties KNOWN = load();
    private static final Set<String> CONVENTIONAL =
            Set.copyOf(KNOWN.values().stream().map(String::valueOf).toList());

    /** The vocabulary of an element nobody has heard of. */
    private static final String FOREIGN = "foreign";

    static Namespaces of(String home, Element root) {
        return new Namespaces(home, root.tag().namespace());
    }

    String name(Element element) {
        String local = element.tag().localName().toLowerCase(Locale.ROOT);
        String vocabulary = vocabulary(element);
        return vocabulary.equals(home) ? local : vocabulary + ":" + local;
    }

    private String vocabulary(Element element) {
        String namespace = element.tag().namespace();
        if (namespace.isEmpty() || namespace.equals(Parser.NamespaceXml)) {
            String prefix = element.tag().prefix().toLowerCase(Locale.ROOT);
            return prefix.isEmpty() ? home : CONVENTIONAL.contains(prefix) ? prefix : FOREIGN;
        }
        String known = KNOWN.getProperty(namespace.strip().toLowerCase(Locale.ROOT));
        return known != null ? known : namespace.equals(rootNamespace) ? home : FOREIGN;
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

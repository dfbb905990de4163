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
 * @param rootNamespace the root's namespace, known or not; elements that share it belong to the format
 */
record Namespaces(String home, String rootNamespace) {

    private static final Properties KNOWN = load();
    private static final Set<String> CONVENTIONAL =
            Set.copyOf(KNOWN.values().stream().map(String::valueOf).toList());

    /** Prefix for elements of unknown vocabularies. */
    private static final String FOREIGN = "foreign";

    static Namespaces of(String home, Element root) {
        return new Namespaces(home, root.tag().namespace());
    }

    String name(Element element) {
        String local = LowerCase.of(element.tag().localName());
        String vocabulary = vocabulary(element);
        return vocabulary.equals(home) ? local : vocabulary + ":" + local;
    }

    private String vocabulary(Element element) {
        String namespace = element.tag().namespace();
        if (namespace.isEmpty() || namespace.equals(Parser.NamespaceXml)) {
            String prefix = LowerCase.of(element.tag().prefix());
            return prefix.isEmpty() ? home : CONVENTIONAL.contains(prefix) ? prefix : FOREIGN;
        }
        String known = KNOWN.getProperty(LowerCase.of(namespace.strip()));
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

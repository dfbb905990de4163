package app.lede.rights;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads RSL 1.0 documents: files, scripts in pages, and elements of feed items, with any prefix. The licences of an asset are
 * those of the {@code content} whose {@code url} matches most specifically.
 *
 * <p>Thread safe; never fails. Bounded: {@value #MAX_TEXT} characters, {@value #MAX_CONTENTS} assets.
 */
public final class RslDocument {

    /** MIME type of documents, and of scripts and links in pages. */
    public static final String TYPE = "application/rsl+xml";

    /** The namespace of RSL 1.0; it did not change with the errata. */
    public static final String NAMESPACE = "https://rslstandard.org/rsl";

    private static final int MAX_TEXT = 500_000;
    private static final int MAX_CONTENTS = 5_000;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_LICENCES = 20;
    private static final int MAX_WORD = 40;

    /** Of each kind in a licence; jobs and metadata carry licences. */
    private static final int MAX_WORDS = 12;

    private RslDocument() {}

    /**
     * Returns the licences for a page as a line of evidence; empty where the document has none for it.
     *
     * @param page absolute address of the page
     */
    public static Optional<String> licence(String xml, String page) {
        String text = xml.length() > MAX_TEXT ? xml.substring(0, MAX_TEXT) : xml;
        return licence(Jsoup.parse(text, "", Parser.xmlParser().setMaxDepth(MAX_DEPTH)), page);
    }

    /** Returns the licences in the elements below another, such as a feed's item. */
    public static Optional<String> licence(Element parent, String page) {
        int longest = -1;
        List<RslLicence> licences = new ArrayList<>();
        for (Element content : parent.stream().limit(MAX_CONTENTS * 20L).toList()) {
            int length = is(content, "content") && isRsl(content) ? specificity(content.attr("url"), page) : -1;
            if (length > longest) {
                longest = length;
                licences.clear();
            }
            if (length >= 0 && length == longest && licences.size() < MAX_LICENCES) {
                licences.addAll(licences(content));
            }
        }
        String line = RslLicence.line(licences);
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    /** Returns the absolute address of the licence that a page's head names. */
    public static Optional<String> link(Document page) {
        return page.select("link[rel~=(?i)license][href]").stream()
                .filter(link -> link.attr("type").strip().equalsIgnoreCase(TYPE))
                .map(link -> link.absUrl("href"))
                .filter(url -> url.startsWith("http"))
                .findFirst();
    }

    /** Tests for an element of RSL: by its namespace, or within an {@code rsl} element. */
    private static boolean isRsl(Element content) {
        return content.tag().namespace().equals(NAMESPACE)
                || content.tag().prefix().equalsIgnoreCase("rsl")
                || content.parents().stream().anyMatch(parent -> is(parent, "rsl"));
    }

    /** Returns the length of the pattern if it matches; -1 if not. A missing pattern stands for the page it is found in. */
    private static int specificity(String pattern, String page) {
        String url = pattern.strip();
        if (url.isEmpty()) {
            return 0;
        }
        int authority = url.indexOf("://");
        int slash = authority < 0 ? 0 : url.indexOf('/', authority + 3);
        String host = authority < 0 ? "" : url.substring(authority + 3, slash < 0 ? url.length() : slash);
        PathPattern path = new PathPattern(slash < 0 ? "/" : url.substring(slash));
        return (host.isEmpty() || host.equalsIgnoreCase(authority(page))) && path.matches(path(page))
                ? path.length()
                : -1;
    }

    private static String authority(String page) {
        return uri(page).map(URI::getRawAuthority).orElse("");
    }

    /** Returns the path of an address with its query. */
    static String path(String page) {
        return uri(page)
                .map(uri -> {
                    String path = Optional.ofNullable(uri.getRawPath())
                            .filter(raw -> !raw.isEmpty())
                            .orElse("/");
                    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
                })
                .orElse("/");
    }

    private static Optional<URI> uri(String page) {
        try {
            return Optional.of(new URI(page));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static List<RslLicence> licences(Element content) {
        boolean token = !content.attr("server").isBlank();
        List<RslLicence> licences = content.stream()
                .filter(element -> is(element, "license"))
                .limit(MAX_LICENCES)
                .map(element -> licence(element, token))
                .toList();
        return licences.isEmpty() && token
                ? List.of(new RslLicence(Set.of(), Set.of(), Set.of(), Set.of(), true))
                : licences;
    }

    private static RslLicence licence(Element licence, boolean token) {
        Set<String> permits = new TreeSet<>();
        Set<String> prohibits = new TreeSet<>();
        Set<String> payments = new TreeSet<>();
        Set<String> conditions = new TreeSet<>();
        for (Element element : licence.children()) {
            String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
            if (is(element, "payment")) {
                add(payments, type.isEmpty() ? "free" : word(type));
            } else if (is(element, "permits") || is(element, "prohibits")) {
                if (type.equals("usage") || type.isEmpty()) {
                    Set<String> usages = is(element, "permits") ? permits : prohibits;
                    words(element).forEach(word -> add(usages, word));
                } else {
                    add(conditions, word(type));
                }
            }
        }
        return new RslLicence(permits, prohibits, payments, conditions, token);
    }

    /** Adds a word; of those that RSL does not know, the first ones. */
    private static void add(Set<String> words, String word) {
        if (words.size() < MAX_WORDS || RslLicence.isKnown(word)) {
            words.add(word);
        }
    }

    private static Stream<String> words(Element element) {
        return Arrays.stream(element.text().toLowerCase(Locale.ROOT).split("[\\s,]+", -1))
                .filter(word -> !word.isEmpty())
                .map(RslDocument::word);
    }

    private static String word(String text) {
        String word = text.replaceAll("[\\s;|]", "");
        return word.length() > MAX_WORD ? word.substring(0, MAX_WORD) : word;
    }

    private static boolean is(Element element, String name) {
        return element.tag().localName().equalsIgnoreCase(name);
    }
}

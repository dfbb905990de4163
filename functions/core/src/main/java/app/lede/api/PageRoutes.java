package app.lede.api;

import app.lede.hash.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the page for people: its document at {@code /}, and the scripts, styles and pictures that the document names under
 * {@code /page/{version}/}. The version is a hash of all of them, so that browsers keep them for a year; the document is
 * asked for again each time. Neither holds data. Thread safe.
 */
public final class PageRoutes {

    private static final String DOCUMENT = "index.html";
    private static final String LASTING = "public, max-age=31536000, immutable";

    /** Links of the document are written {@code page/VERSION/name}. */
    private static final String PLACEHOLDER = "page/VERSION/";

    private static final Pattern NAMED = Pattern.compile(PLACEHOLDER + "([a-z-]{1,40}\\.[a-z]{2,4})");

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

    private final PageFiles files;
    private final Supplier<String> uploads;
    private volatile Optional<Page> loaded = Optional.empty();

    /**
     * Creates the routes.
     *
     * @param uploads supplies origin and path to which the page may send documents, as a source expression of a content
     *     security policy, such as {@code https://documents.s3.eu-west-1.amazonaws.com/}
     */
    public PageRoutes(PageFiles files, Supplier<String> uploads) {
        this.files = files;
        this.uploads = uploads;
    }

    private record Page(byte[] document, Map<String, byte[]> named, String version, String policy) {

        static Page of(PageFiles files, String uploads) {
            String document = new String(required(files, DOCUMENT), StandardCharsets.UTF_8);
            Map<String, byte[]> named = new LinkedHashMap<>();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            Matcher names = NAMED.matcher(document);
            while (names.find()) {
                byte[] file = required(files, names.group(1));
                named.put(names.group(1), file);
                all.writeBytes(file);
            }
            String version = Digest.hex(all.toByteArray()).substring(0, 16);
            String linked = document.replace(PLACEHOLDER, "page/" + version + "/");
            return new Page(linked.getBytes(StandardCharsets.UTF_8), named, version, policy(uploads));
        }

        private static byte[] required(PageFiles files, String name) {
            return files.read(name).orElseThrow(() -> new IllegalStateException("the page lacks " + name));
        }

        /** Allows what the page's own files do; an article's words can add nothing to it. */
        private static String policy(String uploads) {
            return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' "
                    + uploads + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types 'none'";
        }
    }

    /** Answers with the document; without a final slash, with a redirect to it, since its links are relative. */
    Answer document(Request request) {
        String path = request.rawPath();
        if (!path.isEmpty() && !path.endsWith("/")) {
            return Answer.empty(308).with("location", "./" + path.substring(path.lastIndexOf('/') + 1) + "/");
        }
        Page current = page();
        return new Answer(200, Map.of("content-type", "text/html; charset=utf-8"), current.document())
                .with("content-security-policy", current.policy())
                .with("cross-origin-opener-policy", "same-origin")
                .with("referrer-policy", "no-referrer");
    }

    /** Answers with a file of the page; of another version with today's, not to be kept. */
    Answer file(Request request) {
        Page current = page();
        String name = request.variable("file");
        byte[] file = current.named().get(name);
        if (file == null) {
            return Problem.notFound("the page has no file " + Problem.cut(name));
        }
        String etag = Answer.etag(current.version() + " " + name);
        boolean lasting = request.variable("version").equals(current.version());
        String caching = lasting ? LASTING : "no-cache";
        return Answer.known(request, etag)
                .map(known -> known.with("cache-control", caching))
                .orElseGet(() -> new Answer(200, Map.of("content-type", type(name)), file)
                        .with("etag", etag)
                        .with("cache-control", caching));
    }

    private static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(TYPES.get(ending))
                .orElseThrow(() -> new IllegalStateException("the page has a file of unknown type, " + name));
    }

    private Page page() {
        Optional<Page> known = loaded;
        if (known.isEmpty()) {
            // Twice by two threads at once is the same twice.
            known = Optional.of(Page.of(files, uploads.get()));
            loaded = known;
        }
        return known.orElseThrow();
    }
}

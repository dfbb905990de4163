package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.testkit.EventFiles;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTest {

    /** Most compressed bytes that a first visit may transfer. */
    private static final int FIRST_PAINT = 100_000;

    private static final Pattern FILE = Pattern.compile("page/([0-9a-f]{16})/([a-z-]+\\.[a-z]+)");

    private final QueryArticlesHandler handler = new Library().handler(InstantSource.fixed(Samples.NOON));

    @Test
    void the_document_lets_only_the_pages_own_files_run_and_uploads_go_to_the_bucket() throws IOException {
        Invocation page = document();
        String policy = page.answer().at("/headers/content-security-policy").asText();
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
        assertTrue(policy.contains("connect-src 'self' https://documents.example/;"), policy);
        assertTrue(policy.endsWith("require-trusted-types-for 'script'; trusted-types 'none'"), policy);
        assertEquals("no-referrer", page.answer().at("/headers/referrer-policy").asText());
        assertFalse(page.text().contains("style=") || page.text().contains("<script>"), page.text());
    }

    @Test
    void the_document_names_every_file_and_a_first_visit_transfers_little() throws IOException {
        Set<String> named = new TreeSet<>();
        int transferred = transferred(document());
        Matcher files = FILE.matcher(document().text());
        while (files.find()) {
            if (named.add(files.group(2)) && !files.group(2).endsWith(".txt")) {
                transferred += transferred(file(files.group(1), files.group(2), ""));
            }
        }
        named.add("index.html");
        assertEquals(resources(), named);
        assertTrue(transferred < FIRST_PAINT, "first paint: " + transferred);
    }

    @Test
    void a_file_of_this_version_is_kept_for_a_year_and_of_another_not_at_all() throws IOException {
        Invocation lasting = file(version(), "main.js", "");
        assertEquals(200, lasting.answer().path("statusCode").asInt());
        assertEquals("public, max-age=31536000, immutable", header(lasting, "cache-control"));
        assertEquals("text/javascript; charset=utf-8", header(lasting, "content-type"));
        Invocation other = file("0123456789abcdef", "main.js", "");
        assertEquals("no-cache", header(other, "cache-control"));
        assertEquals(lasting.text(), other.text());
    }

    @Test
    void a_browser_that_has_a_file_gets_304() throws IOException {
        String etag = header(file(version(), "style.css", ""), "etag");
        assertEquals(
                304,
                file(version(), "style.css", etag).answer().path("statusCode").asInt());
        assertNotEquals(etag, header(file(version(), "main.js", ""), "etag"));
    }

    @Test
    void no_other_resource_of_the_function_is_a_file_of_the_page() throws IOException {
        for (String name : Set.of("index.html", "../openapi.yaml", "..", "main.class", "")) {
            assertEquals(
                    404, file(version(), name, "").answer().path("statusCode").asInt(), name);
        }
    }

    @Test
    void below_the_base_path_of_a_domain_the_document_ends_in_a_slash_so_that_its_links_hold() throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-page"));
        Invocation moved = Invocation.of(handler, Json.bytes(event.put("rawPath", "/news/lede")));
        assertEquals(308, moved.answer().path("statusCode").asInt());
        assertEquals("./lede/", header(moved, "location"));
        Invocation there = Invocation.of(handler, Json.bytes(event.put("rawPath", "/news/lede/")));
        assertEquals(200, there.answer().path("statusCode").asInt());
    }

    private Invocation document() throws IOException {
        return Invocation.of(handler, EventFiles.read("query-articles", "get-page"));
    }

    private String version() throws IOException {
        Matcher file = FILE.matcher(document().text());
        assertTrue(file.find());
        return file.group(1);
    }

    private Invocation file(String version, String name, String known) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-page-file"));
        event.put("rawPath", "/page/" + version + "/" + name);
        event.putObject("pathParameters").put("version", version).put("file", name);
        if (!known.isEmpty()) {
            event.withObject("/headers").put("if-none-match", known);
        }
        return Invocation.of(handler, Json.bytes(event));
    }

    private static String header(Invocation answered, String name) {
        return answered.answer().path("headers").path(name).asText();
    }

    private static int transferred(Invocation answered) {
        String body = answered.answer().path("body").asText();
        return answered.answer().path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body).length
                : body.length();
    }

    private static Set<String> resources() throws IOException {
        Path folder = EventFiles.repository().resolve("functions/query-articles/src/main/resources/page");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

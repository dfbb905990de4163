package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.document.TraceId;
import app.lede.json.Json;
import app.lede.testkit.EventFiles;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TracedTextTest {

    private static final String URL = "https://news.example.org/ferry";
    private static final TraceId TRACE = TraceId.of("source", Samples.NOON);

    private final Library library = new Library();

    private Invocation asked(@Nullable TraceId trace) throws IOException {
        ParsedArticle sample = Samples.parsed(URL, "words", Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON));
        ParsedArticle parsed = new ParsedArticle(
                sample.id(),
                sample.revision(),
                sample.provenance().toBuilder().trace(trace).build(),
                sample.documentKey(),
                sample.url(),
                sample.metadata(),
                sample.language(),
                sample.blocks(),
                sample.notes());
        library.texts().put(parsed);
        library.articles().offer(Samples.article(parsed, Samples.NOON));
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-article-text"));
        event.put("rawPath", "/v1/articles/" + parsed.id() + "/text");
        event.putObject("pathParameters").put("id", parsed.id().value());
        return Invocation.of(library.handler(InstantSource.fixed(Samples.NOON)), Json.bytes(event));
    }

    @Test
    void a_text_names_the_poll_that_found_it_to_the_client_and_in_the_log() throws IOException {
        Invocation invocation = asked(TRACE);
        assertEquals(
                TRACE.value(),
                invocation.answer().path("headers").path("lede-trace").asText());
        assertEquals(TRACE.value(), invocation.lines().getFirst().path("trace").asText());
    }

    @Test
    void an_upload_has_no_trace() throws IOException {
        Invocation invocation = asked(null);
        assertTrue(invocation.answer().path("headers").path("lede-trace").isMissingNode());
        assertTrue(invocation.lines().getFirst().path("trace").isMissingNode());
    }
}

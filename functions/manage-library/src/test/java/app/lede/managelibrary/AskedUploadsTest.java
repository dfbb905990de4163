package app.lede.managelibrary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.Times;
import app.lede.document.DocumentId;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.document.UploadClaims;
import app.lede.testkit.Invocation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskedUploadsTest extends ManagedLibrary {

    @Test
    void an_upload_gets_a_ticket_for_its_name_type_and_size() throws IOException {
        JsonNode ticket = body(invoke("add-document"));
        String id = ticket.path("id").asText();
        assertEquals("uploads/" + id + "/Übersicht 1.html", ticket.path("key").asText());
        assertEquals("PUT", ticket.path("method").asText());
        assertEquals("2048", ticket.at("/headers/content-length").asText());
        assertEquals("text/html", ticket.at("/headers/content-type").asText());
        assertEquals("*", ticket.at("/headers/if-none-match").asText());
        assertEquals(
                Times.sortable(NOW.plusSeconds(900)), ticket.path("expires").asText());
    }

    @Test
    void an_upload_is_waited_for_under_the_id_that_its_announcement_will_have() throws IOException {
        Invocation invocation = invoke("add-document");
        JsonNode ticket = body(invocation);
        DocumentId id = new DocumentId(ticket.path("id").asText());
        assertEquals(
                "/v1/documents/" + id,
                invocation.answer().at("/headers/location").asText());
        assertEquals(Outcome.WAITING, log.get(id).orElseThrow().outcome());
        ObjectCreated announced =
                new ObjectCreated(ticket.path("key").asText(), 2_048, "e", "v", "00", NOW.plusSeconds(60));
        assertEquals(id, announced.documentId());
    }

    @Test
    void source_address_and_tags_go_with_the_upload() throws IOException {
        Invocation invocation = posting(
                "add-document",
                "{\"name\":\"a.html\",\"size\":1,\"source\":\"" + NEWS
                        + "\",\"url\":\"https://news.example.org/a\",\"tags\":[\"fluss\",\"Brücke 7\"]}");
        assertEquals(201, status(invocation));
        assertEquals(
                List.of(new UploadClaims(NEWS.value(), "https://news.example.org/a", List.of("fluss", "Brücke 7"))),
                claims);
    }

    @Test
    void what_json_schema_and_people_take_for_sizes_and_addresses_is_taken() throws IOException {
        Invocation invocation =
                posting("add-document", "{\"name\":\"a.html\",\"size\":7.0,\"url\":\"https://überall.example/ö\"}");
        assertEquals(201, status(invocation));
        assertEquals("7", body(invocation).at("/headers/content-length").asText());
        assertEquals(
                "size",
                body(posting("add-document", "{\"name\":\"a.html\",\"size\":7.5}"))
                        .at("/errors/0/parameter")
                        .asText());
    }

    @Test
    void every_fault_of_an_upload_is_named_at_once() throws IOException {
        Invocation invocation = posting(
                "add-document",
                "{\"size\":0,\"source\":\"?\",\"url\":\"ftp://x\",\"tags\":\"one\",\"contentType\":\"text/ö\",\"more\":1}");
        assertEquals(
                List.of("contentType", "more", "name", "size", "source", "tags", "url"),
                body(invocation).path("errors").findValuesAsText("parameter").stream()
                        .sorted()
                        .toList());
    }
}

package app.lede.local.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.local.command.ingestion.Input;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleDocumentsTest {

    private static Input.Upload named(String name) throws IOException {
        return SampleDocuments.inputs().stream()
                .map(Input.Upload.class::cast)
                .filter(upload -> upload.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_document_has_a_key_of_its_own_in_the_inbox() throws IOException {
        List<String> keys = SampleDocuments.inputs().stream()
                .map(input -> ((Input.Upload) input).key())
                .toList();
        assertEquals(10, keys.stream().distinct().count());
        assertEquals(
                List.of(),
                keys.stream().filter(key -> !key.startsWith("inbox/")).toList());
    }

    @Test
    void one_document_is_empty() throws IOException {
        assertEquals(0, named("empty.txt").content().bytes().length);
    }

    @Test
    void one_document_is_an_exact_copy_of_another() throws IOException {
        assertArrayEquals(
                named("saved page.html").content().bytes(),
                named("saved page (copy).html").content().bytes());
    }
}

package app.lede.local.command.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackLibraryTest {

    @ParameterizedTest
    @CsvSource({
        "inbox/page.html, text/html",
        "inbox/PAGE.HTM, text/html",
        "inbox/notes.md, text/markdown",
        "inbox/v1.2/paste.txt, text/plain",
        "inbox/report.pdf, application/pdf",
        "inbox/no-extension, application/octet-stream",
        "inbox/page.unheard-of, application/octet-stream"
    })
    void an_upload_declares_the_type_its_name_suggests(String key, String type) {
        assertEquals(type, StackLibrary.contentType(key));
    }
}

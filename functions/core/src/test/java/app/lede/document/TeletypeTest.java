package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.document.Reading.Plain;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TeletypeTest {

    private static final String STORY =
            "The quay is open again\n\nGULL ISLAND, March 6 - The quay is open again since Tuesday.";

    private static String read(String text) {
        RawDocument document = new RawDocument(text.getBytes(StandardCharsets.UTF_8), null, "wire.txt", null);
        return assertInstanceOf(Plain.class, new DocumentReader().read(document))
                .text();
    }

    @Test
    void the_frame_of_a_message_is_no_text() {
        assertEquals(STORY, read("ZCZC\nBC-QUAY\n\n" + STORY + "\nNNNN\n"));
        assertEquals(STORY, read("ZCZC QUA0123 4 NEWS\n" + STORY + "\n\nNNNN"));
    }

    @Test
    void a_text_about_it_stays_as_it_is() {
        String text = "ZCZCAMERA is a maker of cameras, whose works stand at the quay of the town.";
        assertEquals(text, read(text));
        assertEquals(STORY + "\nNNNN", read(STORY + "\nNNNN"));
    }
}

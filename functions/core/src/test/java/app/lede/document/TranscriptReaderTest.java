package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptReaderTest {

    private static Reading read(String text, String name) {
        return new DocumentReader().read(new RawDocument(text.getBytes(StandardCharsets.UTF_8), null, name, null));
    }

    private static List<String> paragraphs(Reading reading) {
        return assertInstanceOf(Markup.class, reading).dom().select("p").eachText();
    }

    @Test
    void subrip_is_read_without_numbers_times_and_marks() {
        String lines = """
            1
            00:00:01,000 --> 00:00:03,000
            <i>The north quay</i>

            2
            00:00:03,100 --> 00:00:05,000
            {\\an8}is open again.

            3
            00:00:20,000 --> 00:00:22,000
            Ships may moor.
            """;
        String text = lines.replace("\n", "\r\n");
        assertEquals(List.of("The north quay is open again.", "Ships may moor."), paragraphs(read(text, "a.srt")));
    }

    @Test
    void captions_of_youtube_are_read_without_times() {
        String text = """
            0:00:01.000,0:00:03.000
            The north quay

            0:00:03.100,0:00:05.000
            is open again.
            """;
        assertEquals(List.of("The north quay is open again."), paragraphs(read(text, "captions.sbv")));
    }

    @Test
    void webvtt_names_its_speakers() {
        String text = """
            WEBVTT - harbour

            NOTE by hand

            STYLE
            ::cue { color: red }

            intro
            00:01.000 --> 00:03.000 align:start
            <v Ines Palma>Is it <c.loud>open</c> &amp; free?

            00:03.000 --> 00:05.000
            <v Jo Lind>Since Tuesday.</v>
            """;
        assertEquals(
                List.of("Ines Palma: Is it open & free?", "Jo Lind: Since Tuesday."),
                paragraphs(read(text, "talk.txt")));
    }

    @Test
    void growing_captions_are_said_once() {
        String text =
                "WEBVTT\n\n00:01.000 --> 00:02.000\nThe north\n\n00:02.000 --> 00:03.000\nThe north\nquay is open.\n";
        assertEquals(List.of("The north quay is open."), paragraphs(read(text, "a.vtt")));
    }

    @Test
    void subtitles_without_words_are_empty() {
        assertEquals(
                Reading.Problem.EMPTY,
                assertInstanceOf(Unreadable.class, read("WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "a.vtt"))
                        .problem());
    }
}

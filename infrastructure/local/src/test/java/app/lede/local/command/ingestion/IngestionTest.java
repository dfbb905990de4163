package app.lede.local.command.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.local.command.terminal.Progress;
import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.local.command.terminal.SetClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IngestionTest {

    private final RecordedTerminal recorded = new RecordedTerminal();
    private final SetClock clock = new SetClock();
    private final LibraryInMemory library = new LibraryInMemory();

    private Arrival run(Input... inputs) throws InterruptedException {
        Progress progress = new Progress(recorded.terminal(), clock, "once");
        Ingestion.Pause pause = () -> clock.forward(Duration.ofMillis(500));
        return new Ingestion(library, clock, pause, progress, Duration.ofSeconds(60)).run(List.of(inputs));
    }

    private static Input upload(String name) {
        return new Input.Upload("folder/" + name, "inbox/" + name, () -> new byte[] {1});
    }

    private static List<String> keys(Arrival arrival) {
        return arrival.documents().stream()
                .map(document -> document.row().key())
                .toList();
    }

    @Test
    void uploads_come_first_in_their_order_then_what_the_sources_brought() throws InterruptedException {
        library.brings("http://example.org/feed", "web/1", "stored", "article-1");
        library.ends("inbox/b.html", "stored", "article-b");
        library.ends("inbox/a.html", "stored", "article-a");
        Arrival arrival =
                run(new Input.Site(URI.create("http://example.org/feed")), upload("b.html"), upload("a.html"));
        assertEquals(List.of("inbox/b.html", "inbox/a.html", "web/1"), keys(arrival));
        assertEquals(List.of(), arrival.lost());
    }

    @Test
    void a_repeated_document_is_counted_but_its_article_is_shown_once() throws InterruptedException {
        library.ends("inbox/a.html", "stored", "article-a");
        library.ends("inbox/copy.html", "unchanged", "article-a");
        Arrival arrival = run(upload("a.html"), upload("copy.html"));
        assertEquals(
                List.of(true, false),
                arrival.documents().stream()
                        .map(document -> document.article().isPresent())
                        .toList());
    }

    @Test
    void an_upload_without_an_outcome_is_lost_by_its_name() throws InterruptedException {
        library.ends("inbox/a.html", "stored", "article-a");
        assertEquals(
                List.of("folder/b.html"),
                run(upload("a.html"), upload("b.html")).lost());
    }

    @Test
    void a_source_that_is_never_polled_is_lost() throws InterruptedException {
        Arrival arrival = run(new Input.Site(URI.create("http://example.org/never")));
        assertEquals(List.of("http://example.org/never"), arrival.lost());
        assertEquals(Optional.empty(), arrival.sources().get(0).lastOutcome());
    }

    @Test
    void a_dead_letter_beyond_the_inputs_known_to_be_lost_is_a_loss_of_its_own() throws InterruptedException {
        library.ends("inbox/a.html", "stored", "article-a");
        library.deadLetters = 2;
        assertEquals(
                List.of("folder/b.html", "a message in a dead-letter queue"),
                run(upload("a.html"), upload("b.html")).lost());
    }

    @Test
    void a_long_wait_says_how_many_inputs_are_open() throws InterruptedException {
        for (int n = 0; n < 10; n++) {
            library.ends("inbox/" + n, "stored", "article-" + n);
        }
        Input[] inputs = new Input[10];
        for (int n = 0; n < 10; n++) {
            inputs[n] = upload(Integer.toString(n));
        }
        run(inputs);
        assertEquals(
                "once: 7 documents have an outcome, 3 inputs are waiting for theirs (3 s)",
                recorded.messages().lines().findFirst().orElse(""));
    }
}

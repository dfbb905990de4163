package app.lede.local.command.jsonlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.command.terminal.Progress;
import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.local.command.terminal.SetClock;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersInOrderTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RecordedTerminal recorded = new RecordedTerminal();

    private int write(int threads, Duration limit, List<Question> questions) throws InterruptedException {
        Progress progress = new Progress(recorded.terminal(), new SetClock(), "test");
        return new AnswersInOrder(recorded.terminal(), progress, threads, limit).write(questions);
    }

    private static Question question(String id, Callable<String> line) {
        return new Question(JSON.objectNode().put("id", id), line);
    }

    @Test
    void lines_come_in_the_order_of_the_questions_whichever_is_answered_first() throws InterruptedException {
        CountDownLatch secondAnswered = new CountDownLatch(1);
        Question first = question("1", () -> {
            secondAnswered.await();
            return "{\"n\":1}";
        });
        Question second = question("2", () -> {
            secondAnswered.countDown();
            return "{\"n\":2}";
        });
        assertEquals(0, write(2, Duration.ofSeconds(60), List.of(first, second)));
        assertEquals(List.of("{\"n\":1}", "{\"n\":2}"), recorded.results());
    }

    @Test
    void thousands_of_questions_get_a_line_each() throws InterruptedException {
        List<Question> questions = IntStream.range(0, 5000)
                .mapToObj(n -> question("q" + n, () -> "{\"n\":" + n + "}"))
                .toList();
        assertEquals(0, write(4, Duration.ofSeconds(60), questions));
        assertEquals(IntStream.range(0, 5000).mapToObj(n -> "{\"n\":" + n + "}").toList(), recorded.results());
    }

    @Test
    void a_failure_is_a_line_and_not_a_loss() throws InterruptedException {
        Question missing = question("1", () -> {
            throw new NoSuchFileException("a.html");
        });
        Question deep = question("2", () -> {
            throw new StackOverflowError();
        });
        Question silent = question("3", () -> {
            throw new IOException();
        });
        assertEquals(0, write(2, Duration.ofSeconds(60), List.of(missing, deep, silent)));
        assertEquals(
                List.of(
                        "{\"id\":\"1\",\"error\":\"no such file: a.html\"}",
                        "{\"id\":\"2\",\"error\":\"nested too deeply\"}",
                        "{\"id\":\"3\",\"error\":\"IOException\"}"),
                recorded.results());
    }

    @Test
    void what_is_not_answered_in_time_is_lost_and_the_rest_goes_on() throws InterruptedException {
        Question never = question("1", () -> {
            new CountDownLatch(1).await();
            return "{}";
        });
        Question quick = question("2", () -> "{\"n\":2}");
        assertEquals(1, write(2, Duration.ofMillis(200), List.of(never, quick)));
        assertEquals("{\"n\":2}", recorded.results().get(1));
        assertTrue(recorded.results().get(0).startsWith("{\"id\":\"1\",\"error\":\"no answer within"));
    }

    @Test
    void a_broken_line_of_a_list_is_named_by_its_number() throws InterruptedException {
        ListFile.Entry broken = new ListFile.Entry(Path.of(""), 12, "nonsense]");
        write(1, Duration.ofSeconds(60), List.of(Question.ofListedFile(broken, (bytes, entry) -> "{}")));
        String line = recorded.results().get(0);
        assertTrue(line.startsWith("{\"line\":12,\"error\":\"line 12 is not JSON"), line);
    }
}

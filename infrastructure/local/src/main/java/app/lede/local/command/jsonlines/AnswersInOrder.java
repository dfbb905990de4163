package app.lede.local.command.jsonlines;

import app.lede.local.command.terminal.Progress;
import app.lede.local.command.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers questions on all processors and writes one line each, in the order of the questions, buffering at most a
 * window of answers. A question that fails or exceeds the time limit gets an error line; timeouts and unwritten lines
 * count as lost.
 */
public final class AnswersInOrder {

    private static final int WINDOW_PER_THREAD = 64;

    private final Terminal terminal;
    private final Progress progress;
    private final int threads;
    private final Duration limit;

    public AnswersInOrder(Terminal terminal, Progress progress, int threads, Duration limit) {
        this.terminal = terminal;
        this.progress = progress;
        this.threads = threads;
        this.limit = limit;
    }

    private record Asked(Question question, Future<String> line) {}

    /** Writes the lines of all questions; returns the number lost. */
    public int write(List<Question> questions) throws InterruptedException {
        // Daemon threads, so that a hanging one does not keep the process alive.
        ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().factory());
        try {
            return write(questions, pool);
        } finally {
            pool.shutdownNow();
        }
    }

    private int write(List<Question> questions, ExecutorService pool) throws InterruptedException {
        Queue<Asked> window = new ArrayDeque<>();
        int asked = 0;
        int lost = 0;
        for (int written = 0; written < questions.size(); written++) {
            while (asked < questions.size() && window.size() < threads * WINDOW_PER_THREAD) {
                window.add(ask(questions.get(asked++), pool));
            }
            lost += writeLine(window.remove()) ? 0 : 1;
            if (terminal.closed()) {
                return lost + questions.size() - written;
            }
            progress.at(written + 1L, questions.size());
        }
        return lost;
    }

    private static Asked ask(Question question, ExecutorService pool) {
        return new Asked(question, pool.submit(question.line()));
    }

    private boolean writeLine(Asked asked) throws InterruptedException {
        try {
            terminal.result(asked.line().get(limit.toMillis(), TimeUnit.MILLISECONDS));
            return true;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            terminal.result(asked.question().errorLine(cause));
            return true;
        } catch (TimeoutException e) {
            asked.line().cancel(true);
            String why = "no answer within " + limit.toSeconds() + " s";
            terminal.result(asked.question().errorLine(new TimeoutException(why)));
            return false;
        }
    }
}

package app.lede.local.wiring;

import app.lede.local.template.Function.ScheduleEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Invokes a function on its schedule, as EventBridge Scheduler does: once at start, then whenever the next time has
 * passed. If the clock jumps over several times, only the last is called; catching up is left to the function.
 */
final class Ticker implements AutoCloseable {
    private static final int LOOK_EVERY_MILLIS = 100;
    /** Maximum retries of a tick; the scheduler's own retries last for hours. */
    private static final int MOST_RETRIES = 2;

    private final ScheduleEvent schedule;
    private final String input;
    private final FunctionHost function;
    private final InstantSource clock;
    private final Chaos chaos;
    private final Consumer<String> deadLetters;
    private final ScheduledExecutorService thread;
    private Instant next;

    /**
     * Starts the schedule.
     *
     * @param input with its references resolved
     * @param deadLetters takes the event of a tick whose attempts all failed
     */
    Ticker(
            ScheduleEvent schedule,
            String input,
            FunctionHost function,
            InstantSource clock,
            Chaos chaos,
            Consumer<String> deadLetters) {
        this.schedule = schedule;
        this.input = input;
        this.function = function;
        this.clock = clock;
        this.chaos = chaos;
        this.deadLetters = deadLetters;
        this.next = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("ticker-" + schedule.name()).factory());
        var unused = thread.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Instant now = clock.instant();
            if (now.isBefore(next)) {
                return;
            }
            long passed = (now.getEpochSecond() - next.getEpochSecond())
                    / schedule.rate().toSeconds();
            Instant due = next.plus(schedule.rate().multipliedBy(passed));
            next = due.plus(schedule.rate());
            tick(due);
        } catch (RuntimeException e) {
            System.err.println(schedule.name() + ": " + StackTrace.of(e));
        }
    }

    private void tick(Instant due) {
        String event = input.replace("<aws.scheduler.scheduled-time>", due.toString());
        for (int attempt = 0; attempt <= Math.min(MOST_RETRIES, schedule.retries()); attempt++) {
            try {
                Optional<Fault> fault = attempt == 0 ? chaos.ofInvocation() : Optional.empty();
                function.invoke(event.getBytes(StandardCharsets.UTF_8), fault);
                if (attempt == 0 && chaos.dropsBeforeAcknowledging()) {
                    continue; // The same tick once more: the scheduler delivers at least once.
                }
                return;
            } catch (InvocationFailed e) {
                System.err.println(schedule.name() + ": " + e.getMessage());
            }
        }
        deadLetters.accept(event);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

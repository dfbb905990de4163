package app.lede.local.wiring;

import app.lede.aws.Environment;
import app.lede.local.calls.Call;
import app.lede.local.calls.CallLedger;
import app.lede.local.calls.CallLedger.Count;
import app.lede.local.policy.Context;
import app.lede.local.template.Function;
import app.lede.local.template.TemplateRefused;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs one function as Lambda does: an instance serves one call at a time; idle instances are reused, most recent
 * first; an instance that timed out is discarded. Thread safe.
 */
final class FunctionHost implements AutoCloseable {
    /**
     * Of a request and of an answer, in bytes.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</a>
     */
    static final int LARGEST_PAYLOAD = 6 * 1024 * 1024;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final long FAULT_DELAY_MILLIS = 500;

    private final Function function;
    private final Constructor<? extends RequestStreamHandler> constructor;
    private final Environment environment;
    private final PrintStream log;
    private final Activity activity;
    private final CallLedger ledger;
    private final Semaphore free;
    private final Deque<RequestStreamHandler> idle = new ArrayDeque<>();
    private final ExecutorService threads;

    /**
     * Creates the host without instances.
     *
     * @param concurrency maximum number of instances
     * @throws TemplateRefused if the template's handler is not a class that takes an {@link Environment}
     */
    FunctionHost(
            Function function,
            Environment environment,
            int concurrency,
            PrintStream log,
            Activity activity,
            CallLedger ledger) {
        this.function = function;
        this.constructor = constructor(function);
        this.environment = environment;
        this.log = log;
        this.activity = activity;
        this.ledger = ledger;
        this.free = new Semaphore(concurrency);
        this.threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name(function.name() + "-", 0).factory());
    }

    private static Constructor<? extends RequestStreamHandler> constructor(Function function) {
        try {
            return Class.forName(function.handlerClass())
                    .asSubclass(RequestStreamHandler.class)
                    .getConstructor(Environment.class);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new TemplateRefused(List.of(function.id() + ".Handler " + function.handlerClass()
                    + " is not a RequestStreamHandler with a constructor that takes an Environment (" + e + ")"));
        }
    }

    Function function() {
        return function;
    }

    /** Counts a request that Lambda makes for the function's trigger, with the function's rights. */
    void triggered(String action, String resource) {
        ledger.add(new Call(function.name(), action, resource, new Context(Map.of())), Count.REQUESTS, 1);
    }

    /**
     * Invokes the function and waits for its response, at most its timeout.
     *
     * @throws InvocationFailed if it throws, times out, or is called with or answers more than {@link #LARGEST_PAYLOAD};
     *     the log says which
     */
    byte[] invoke(byte[] event) {
        checkPayload("was called with", event.length);
        byte[] answer = answer(event);
        checkPayload("answered", answer.length);
        return answer;
    }

    /**
     * Invokes the function with a fault of {@link Chaos}.
     *
     * @throws InvocationFailed as the other, and for a fault that is an error
     */
    byte[] invoke(byte[] event, Optional<Fault> fault) {
        if (fault.isEmpty()) {
            return invoke(event);
        }
        return switch (fault.get()) {
            case LATE_INVOCATION -> {
                activity.begin();
                try {
                    TimeUnit.MILLISECONDS.sleep(FAULT_DELAY_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InvocationFailed(function.name() + " was interrupted", false, e);
                } finally {
                    activity.end();
                }
                yield invoke(event);
            }
            case ERROR_INSTEAD, ANSWER_INSTEAD -> throw Fault.injected(function.name());
            case ERROR_AFTERWARDS, ANSWER_AFTERWARDS -> {
                var unused = invoke(event);
                throw Fault.injected(function.name());
            }
            case LATE_MESSAGE, REPEATED_MESSAGE, UNACKNOWLEDGED -> invoke(event);
        };
    }

    /** Fails a call that Lambda would refuse, and logs the reason. */
    private void checkPayload(String what, int bytes) {
        if (bytes > LARGEST_PAYLOAD) {
            String problem = function.name() + " " + what + " " + bytes + " bytes, and Lambda takes " + LARGEST_PAYLOAD;
            log.println(problem);
            throw new InvocationFailed(problem, false, new IllegalStateException(problem));
        }
    }

    private byte[] answer(byte[] event) {
        activity.begin();
        try {
            free.acquire();
            try {
                return timed(event);
            } finally {
                free.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvocationFailed(function.name() + " was interrupted", false, e);
        } finally {
            activity.end();
        }
    }

    private byte[] timed(byte[] event) throws InterruptedException {
        AtomicBoolean abandoned = new AtomicBoolean();
        Future<byte[]> answer = threads.submit(() -> run(event, abandoned));
        try {
            return answer.get(function.timeout(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            abandoned.set(true); // Before the interrupt, upon which careless code returns as if nothing had been.
            answer.cancel(true);
            throw new InvocationFailed(function.name() + " took longer than " + function.timeout() + " s", true, e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new InvocationFailed(function.name() + " failed: " + cause, false, cause);
        }
    }

    private byte[] run(byte[] event, AtomicBoolean abandoned) throws Exception {
        Invocation invocation = new Invocation(function, log, ledger);
        long began = System.nanoTime();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        RequestStreamHandler handler = instance();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), answer, invocation);
        } catch (VirtualMachineError e) {
            // Lambda's runtime ends the process upon such an error.
            abandoned.set(true);
            invocation.getLogger().log(StackTrace.of(e));
            throw e;
        } catch (Exception | LinkageError | AssertionError e) {
            invocation.getLogger().log(StackTrace.of(e));
            throw e;
        } finally {
            ledger.invoked(function.name(), (System.nanoTime() - began) / NANOS_PER_MILLI);
            if (!abandoned.get()) {
                synchronized (idle) {
                    idle.push(handler);
                }
            }
        }
        return answer.toByteArray();
    }

    private RequestStreamHandler instance() throws ReflectiveOperationException {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return constructor.newInstance(environment);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

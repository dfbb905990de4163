package app.lede.local.wiring;

import app.lede.aws.CallWatch;
import app.lede.json.Json;
import app.lede.local.template.Function;
import app.lede.local.template.Function.QueueEvent;
import app.lede.local.template.Function.ScheduleEvent;
import app.lede.local.template.Function.StreamEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Delivers the events of a {@link StillStack} one after the other, each again while it fails: requests, ticks, messages, changes.
 * Two minutes pass between two rounds.
 */
final class Deliverer implements AutoCloseable {

    private static final Duration ROUND = Duration.ofMinutes(2);
    private static final int MOST_ROUNDS = 60;
    private static final int MOST_ATTEMPTS = 3;

    private final StillStack stack;
    private final Watches watches;
    private final Map<String, FunctionHost> hosts = new HashMap<>();

    /**
     * Creates the deliverer; an instance of each function starts with its first event.
     *
     * @param watches of functions, by name
     */
    Deliverer(StillStack stack, Watches watches) {
        this.stack = stack;
        this.watches = watches;
    }

    /** Gives the watch of a function's AWS calls, by the function's name. */
    @FunctionalInterface
    interface Watches {
        CallWatch of(String function);
    }

    /** A request of the HTTP API, by its route in the template. */
    record Asked(
            String function,
            String route,
            Map<String, String> path,
            String query,
            Map<String, String> headers,
            String body) {

        static Asked of(String function, String route) {
            return new Asked(function, route, Map.of(), "", Map.of("content-type", "application/json"), "");
        }

        Asked with(String name, String value) {
            Map<String, String> more = new HashMap<>(path);
            more.put(name, value);
            return new Asked(function, route, more, query, headers, body);
        }

        Asked all(Map<String, String> parameters) {
            return new Asked(function, route, parameters, query, headers, body);
        }

        Asked header(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Asked(function, route, path, query, more, body);
        }

        Asked query(String text) {
            return new Asked(function, route, path, text, headers, body);
        }

        Asked body(String text) {
            return new Asked(function, route, path, query, headers, text);
        }

        byte[] event() {
            String method = route.substring(0, route.indexOf(' '));
            String place = route.substring(route.indexOf(' ') + 1);
            for (Map.Entry<String, String> parameter : path.entrySet()) {
                place = place.replace("{" + parameter.getKey() + "}", parameter.getValue());
            }
            ObjectNode event = Json.object()
                    .put("version", "2.0")
                    .put("routeKey", route)
                    .put("rawPath", place)
                    .put("rawQueryString", query);
            headers.forEach(event.putObject("headers")::put);
            event.putObject("requestContext")
                    .put("requestId", "1")
                    .putObject("http")
                    .put("method", method)
                    .put("path", place);
            path.forEach(event.withObject("/pathParameters")::put);
            if (!body.isEmpty()) {
                event.put("body", body);
            }
            return Json.bytes(event);
        }
    }

    /** Asks as a client that repeats what failed; returns the answer's body, and fails for one that refuses. */
    String ask(Asked asked) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                JsonNode answer = Json.read(host(asked.function()).invoke(asked.event()));
                if (answer.path("statusCode").asInt() < 400) {
                    return answer.path("body").asText();
                }
                if (answer.path("statusCode").asInt() < 500) {
                    throw new AssertionError(asked + " was answered " + answer);
                }
            } catch (InvocationFailed e) {
                // Asked again.
            }
        }
        throw new AssertionError(asked + " failed " + MOST_ATTEMPTS + " times");
    }

    private FunctionHost host(String name) {
        return hosts.computeIfAbsent(name, any -> stack.host(stack.function(name), watches.of(name)));
    }

    /** Lets the schedules of a function tick once. */
    void tick(String name) {
        for (Function.Event event : stack.function(name).events()) {
            if (event instanceof ScheduleEvent schedule && schedule.enabled()) {
                String input = schedule.input()
                        .resolve(stack.names)
                        .replace("<aws.scheduler.scheduled-time>", stack.time().toString());
                untilDone(name, input.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void untilDone(String name, byte[] event) {
        for (int number = 1; ; number++) {
            try {
                byte[] unused = host(name).invoke(event);
                return;
            } catch (InvocationFailed e) {
                if (number == MOST_ATTEMPTS) {
                    throw new AssertionError(name + " failed for good", e);
                }
            }
        }
    }

    /** Delivers messages and changes until there are none. */
    void settle() {
        boolean any = true;
        for (int round = 0; any; round++) {
            if (round == MOST_ROUNDS) {
                throw new AssertionError("messages without end");
            }
            any = false;
            for (Function function : stack.template.functions()) {
                for (Function.Event event : function.events()) {
                    any |= switch (event) {
                        case QueueEvent queue -> deliver(function, queue);
                        case StreamEvent stream -> deliver(function, stream);
                        case ScheduleEvent ignored -> false;
                    };
                }
            }
            pass(ROUND);
        }
    }

    /** Delivers once what one function is to get. */
    void deliver(String name) {
        for (Function.Event event : stack.function(name).events()) {
            switch (event) {
                case QueueEvent queue -> deliver(stack.function(name), queue);
                case StreamEvent stream -> deliver(stack.function(name), stream);
                case ScheduleEvent ignored -> {
                    // Ticks are delivered by tick.
                }
            }
        }
    }

    /** Lets time pass. */
    void pass(Duration time) {
        stack.now.updateAndGet(now -> now.plus(time));
    }

    private boolean deliver(Function function, QueueEvent event) {
        List<Message> left = stack.receive(event.queue(), event.batchSize());
        boolean any = !left.isEmpty();
        for (int attempt = 0; !left.isEmpty(); attempt++) {
            if (attempt == MOST_ATTEMPTS) {
                throw new AssertionError(function.name() + " failed for good: " + left);
            }
            Set<String> failed = failed(function, event, left);
            List<Message> again = new ArrayList<>();
            for (Message message : left) {
                if (failed.contains(message.messageId())) {
                    again.add(message);
                } else {
                    stack.acknowledge(event.queue(), message);
                }
            }
            left = again;
            if (!left.isEmpty()) {
                pass(ROUND);
            }
        }
        return any;
    }

    private Set<String> failed(Function function, QueueEvent event, List<Message> messages) {
        try {
            byte[] answer = host(function.name()).invoke(SqsEvent.of(messages, stack.names.arn(event.queue())));
            return event.partialFailures() ? SqsEvent.failures(answer, messages) : Set.of();
        } catch (InvocationFailed e) {
            return messages.stream().map(Message::messageId).collect(Collectors.toSet());
        }
    }

    private boolean deliver(Function function, StreamEvent event) {
        List<Record> changes = stack.changes(event.table());
        if (!changes.isEmpty()) {
            untilDone(function.name(), StreamEvents.of(changes, stack.streamArn(event.table())));
        }
        return !changes.isEmpty();
    }

    @Override
    public void close() {
        hosts.values().forEach(FunctionHost::close);
    }
}

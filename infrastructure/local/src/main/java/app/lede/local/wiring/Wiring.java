package app.lede.local.wiring;

import app.lede.aws.Environment;
import app.lede.local.calls.CallLedger;
import app.lede.local.calls.StackCalls;
import app.lede.local.engine.Credentials;
import app.lede.local.template.Function;
import app.lede.local.template.Function.QueueEvent;
import app.lede.local.template.Function.ScheduleEvent;
import app.lede.local.template.Function.StreamEvent;
import app.lede.local.template.Template;
import app.lede.local.template.Text;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts a stack's functions and their triggers. */
final class Wiring {
    /** Maximum instances of one function, given few processors. */
    private static final int MOST_AT_ONCE = 4;

    private final Template template;
    private final StackOptions options;
    private final Clients clients;
    private final Queues queues;
    private final OpenParts parts;
    private final PhysicalNames names;
    private final StackCalls calls;
    private final FaultCount faults = new FaultCount();
    private final Activity activity = new Activity();
    private final Map<String, FunctionHost> functions = new ConcurrentHashMap<>();
    private final List<StreamPoller> streams = new CopyOnWriteArrayList<>();

    Wiring(Template template, StackOptions options, Clients clients, Queues queues, OpenParts parts) {
        this.template = template;
        this.options = options;
        this.clients = clients;
        this.queues = queues;
        this.parts = parts;
        this.names = new PhysicalNames(template, queues.urls());
        this.calls = new StackCalls(template, queues.urls());
    }

    URI startSecrets(int port) throws IOException {
        SecretsFront secrets = new SecretsFront(
                template, new SecureRandom(), options.clock(), options.data().map(SecretsFile::new));
        return parts.add(LoopbackServer.start(port, secrets::handle)).endpoint();
    }

    /** Starts the stand-in for SNS, which writes messages to a folder. */
    URI startTopics(int port, Path messages) throws IOException {
        TopicsFront topics = new TopicsFront(template, messages, System.err);
        return parts.add(LoopbackServer.start(port, topics::handle)).endpoint();
    }

    URI startApi(int port) throws IOException {
        Optional<SignatureCheck> signatures = options.signed()
                ? Optional.of(new SignatureCheck(Credentials.local(), "execute-api"))
                : Optional.empty();
        ApiFront api =
                new ApiFront(new RouteTable(template.routes()), functions, signatures, options.clock(), chaos("api"));
        return parts.add(LoopbackServer.start(port, (HttpExchange exchange) -> {
                    activity.begin();
                    try {
                        api.handle(exchange);
                    } finally {
                        activity.end();
                    }
                }))
                .endpoint();
    }

    void startFunctions(Endpoints endpoints) {
        names.apiIsAt(endpoints.api());
        FunctionEnvironment environments = new FunctionEnvironment(endpoints, names, options);
        for (Function function : template.functions()) {
            Environment environment =
                    new Environment(environments.of(function), options.clock(), Optional.of(calls.of(function)));
            functions.put(
                    function.id(),
                    parts.add(new FunctionHost(
                            function, environment, concurrency(function), System.err, activity, calls.ledger())));
        }
        for (Function function : template.functions()) {
            function.events().forEach(event -> start(event, function));
        }
    }

    private static int concurrency(Function function) {
        int asked = function.events().stream()
                .flatMap(event ->
                        event instanceof QueueEvent queue ? Stream.of(queue.maximumConcurrency()) : Stream.of())
                .min(Integer::compare)
                .orElse(MOST_AT_ONCE);
        return Math.min(MOST_AT_ONCE, asked);
    }

    private void start(Function.Event event, Function function) {
        FunctionHost host = functions.get(function.id());
        if (host == null) {
            throw new IllegalStateException(function.id());
        }
        Chaos chaos = chaos(function.name());
        switch (event) {
            case QueueEvent queue ->
                parts.add(new QueuePoller(
                        queue,
                        new QueuePoller.Source(queues.url(queue.queue()), names.arn(queue.queue())),
                        host,
                        queues.sqs(),
                        concurrency(function),
                        chaos,
                        activity));
            case StreamEvent stream -> streams.add(parts.add(poller(stream, host, chaos)));
            case ScheduleEvent schedule -> {
                if (schedule.enabled()) {
                    String input = schedule.input().resolve(names);
                    parts.add(new Ticker(schedule, input, host, options.clock(), chaos, lost -> schedule.deadLetters()
                            .ifPresent(queue -> queues.send(queue, lost))));
                }
            }
        }
    }

    private Chaos chaos(String trigger) {
        return new Chaos(options.chaos(), options.seed() * 31 + trigger.hashCode(), faults);
    }

    Map<Fault, Long> faults() {
        return faults.counts();
    }

    private StreamPoller poller(StreamEvent stream, FunctionHost host, Chaos chaos) {
        return new StreamPoller(
                stream,
                streamArn(stream.table()),
                host,
                clients.streams(),
                chaos,
                activity,
                lost -> stream.deadLetters().ifPresent(queue -> queues.send(queue, lost)));
    }

    private String streamArn(String tableId) {
        String table = names.resolve(new Text.Reference(tableId, ""));
        return clients.dynamodb()
                .describeTable(describe -> describe.tableName(table))
                .table()
                .latestStreamArn();
    }

    /** Tests whether every change of a table so far was delivered. */
    boolean streamsEmpty() {
        return streams.stream().allMatch(StreamPoller::empty);
    }

    CallLedger calls() {
        return calls.ledger();
    }

    Activity activity() {
        return activity;
    }

    @Nullable
    FunctionHost function(String nameOrId) {
        return functions.values().stream()
                .filter(host -> host.function().name().equals(nameOrId)
                        || host.function().id().equals(nameOrId))
                .findFirst()
                .orElse(null);
    }
}

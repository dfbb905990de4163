package app.lede.local.wiring;

import app.lede.local.calls.CallFile;
import app.lede.local.calls.CallLedger;
import app.lede.local.engine.Credentials;
import app.lede.local.engine.DataFolder;
import app.lede.local.engine.EngineFailed;
import app.lede.local.engine.Engines;
import app.lede.local.engine.StoredObject;
import app.lede.local.template.Bucket;
import app.lede.local.template.Function;
import app.lede.local.template.Queue;
import app.lede.local.template.Table;
import app.lede.local.template.Template;
import app.lede.local.template.TemplateRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A running template on this machine: engines, functions and wiring, all on 127.0.0.1. Output of engines and functions
 * goes to stderr. Thread safe.
 */
public final class Stack implements AutoCloseable {
    /** System property: a file that gets the AWS calls of every stack of this process. */
    public static final String CALLS = "lede.calls";

    private final Template template;
    private final Endpoints endpoints;
    private final Wiring wiring;
    private final Queues queues;
    private final OpenParts parts;
    private final Path messages;

    private Stack(
            Template template, Endpoints endpoints, Wiring wiring, Queues queues, OpenParts parts, Path messages) {
        this.template = template;
        this.endpoints = endpoints;
        this.wiring = wiring;
        this.queues = queues;
        this.parts = parts;
        this.messages = messages;
    }

    /**
     * Reads the template, starts the engines, creates the resources and starts the functions' triggers. Engines named
     * by variables such as {@code AWS_ENDPOINT_URL_S3} are used instead of local ones.
     *
     * @throws StackFailed if the template is refused, or a part does not start; nothing is left running
     */
    public static Stack start(StackOptions options) throws StackFailed {
        return start(options, System.getenv());
    }

    static Stack start(StackOptions options, Map<String, String> variables) throws StackFailed {
        OpenParts parts = new OpenParts();
        try {
            Template template = Template.read(options.template(), options.parameters());
            return start(template, options, variables, parts);
        } catch (IOException | EngineFailed | TemplateRefused | SdkException e) {
            parts.close();
            String reason = e instanceof IOException
                    ? "The stack did not start: " + e.getMessage()
                    : String.valueOf(e.getMessage());
            throw new StackFailed(reason, e);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static Stack start(Template template, StackOptions options, Map<String, String> variables, OpenParts parts)
            throws IOException, EngineFailed {
        if (options.data().isPresent()) {
            parts.add(DataFolder.open(options.data().get()));
        }
        Ports ports = Ports.from(options.port());
        Engines.Plan plan = new Engines.Plan(ports.engines(), options.data(), elsewhere(variables));
        Credentials credentials = credentials(plan, variables);
        CompletableFuture<S3Notifications> notifications = new CompletableFuture<>();
        Engines engines = parts.add(Engines.start(
                plan, credentials, (StoredObject object) -> notifications.join().send(object)));
        Clients clients = parts.add(Clients.of(engines));
        Queues queues = Provision.all(template, clients);
        Wiring wiring = new Wiring(template, options, clients, queues, parts);
        notifications.complete(
                new S3Notifications(template, queues.urls(), clients.sqs(), options.clock(), wiring.calls()));
        if (plan.s3Elsewhere()) {
            Provision.notifications(template, clients, queues.urls());
        }
        URI secrets = wiring.startSecrets(ports.secrets());
        Path messages = options.data().isPresent()
                ? options.data().get().resolve("topics")
                : parts.add(TemporaryFolder.create()).path();
        URI topics = wiring.startTopics(ports.topics(), messages);
        URI api = wiring.startApi(ports.api());
        Endpoints endpoints = new Endpoints(
                api,
                engines.s3().endpoint(),
                engines.dynamodb().endpoint(),
                engines.sqs().endpoint(),
                secrets,
                topics,
                Optional.ofNullable(plan.elsewhere().get("AWS_ENDPOINT_URL_BEDROCK_RUNTIME")),
                credentials.region(),
                credentials.accessKeyId(),
                credentials.secretAccessKey());
        wiring.startFunctions(endpoints);
        return new Stack(template, endpoints, wiring, queues, parts, messages);
    }

    private static Map<String, URI> elsewhere(Map<String, String> variables) {
        Map<String, URI> elsewhere = new HashMap<>();
        variables.forEach((name, value) -> {
            if (name.startsWith("AWS_ENDPOINT_URL") && !value.isBlank()) {
                elsewhere.put(name, URI.create(value));
            }
        });
        return elsewhere;
    }

    /** Returns the caller's own keys, if any, for external engines that check signatures. */
    private static Credentials credentials(Engines.Plan plan, Map<String, String> variables) {
        Credentials local = Credentials.local();
        String id = variables.get("AWS_ACCESS_KEY_ID");
        String secret = variables.get("AWS_SECRET_ACCESS_KEY");
        return plan.elsewhere().isEmpty() || id == null || secret == null
                ? local
                : new Credentials(variables.getOrDefault("AWS_REGION", local.region()), id, secret);
    }

    /** Returns the endpoints. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** Returns the folder of the messages published to topics: a folder for each, made with its first message. */
    public Path messages() {
        return messages;
    }

    /** Returns the physical names. */
    public Names names() {
        Map<String, String> urls = new HashMap<>();
        for (Queue queue : template.queues()) {
            urls.put(queue.name(), queues.url(queue.id()));
        }
        return new Names(
                template.buckets().stream().map(Bucket::name).toList(),
                template.tables().stream().map(Table::name).toList(),
                urls,
                template.functions().stream().map(Function::name).toList());
    }

    /**
     * Invokes a function with an event; returns its response.
     *
     * @param function its name ({@code poll-source}) or its logical id
     * @throws IllegalArgumentException if the template has no such function
     * @throws InvocationFailed if it throws or times out
     */
    public byte[] invoke(String function, byte[] event) {
        return Optional.ofNullable(wiring.function(function))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no function is called " + function + "; there are " + names().functions()))
                .invoke(event);
    }

    /**
     * Tests whether no message is waiting, delayed or in flight, dead-letter queues aside, no change of a table is undelivered,
     * and no function is running.
     */
    public boolean idle() {
        Activity activity = wiring.activity();
        long begun = activity.begun();
        return activity.none()
                && queues.empty()
                && wiring.streamsEmpty()
                && activity.none()
                && activity.begun() == begun;
    }

    /** Returns the AWS calls of all functions so far. */
    public CallLedger calls() {
        return wiring.calls();
    }

    /** Returns the faults injected so far; those that never happened are left out. */
    public Map<Fault, Long> faults() {
        return wiring.faults();
    }

    /** Returns the number of messages in each queue, visible, delayed or in flight, by the queue's name. */
    public Map<String, Integer> queueDepths() {
        return queues.depths();
    }

    /** Returns the number of messages in all dead-letter queues. */
    public int deadLetters() {
        return queues.deadLetters();
    }

    /** Stops everything, including all threads; keeps the AWS calls where the system property {@link #CALLS} names a file. */
    @Override
    public void close() {
        parts.close();
        String file = System.getProperty(CALLS);
        if (file != null) {
            try {
                CallFile.append(Path.of(file), calls());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

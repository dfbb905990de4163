package app.lede.local.command;

import app.lede.local.command.terminal.Terminal;
import app.lede.local.wiring.Endpoints;
import app.lede.local.wiring.InvocationFailed;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackOptions;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code lede up}: runs a stack until it is stopped. */
@Command(name = "up", description = "Run a stack on fixed ports of this machine until Ctrl-C.")
public final class UpCommand implements Callable<Integer> {

    private static final String RECONCILE = "reconcile-documents";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Terminal terminal;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "4580",
            description = "Port of the HTTP API; S3, DynamoDB, SQS, Secrets Manager and SNS use the next five. Default:"
                    + " ${DEFAULT-VALUE}")
    private int port = 4580;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for all data. Without it, data are discarded at the end.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--signed",
            description =
                    "Refuse calls of the HTTP API without a valid AWS signature (service execute-api), as on AWS.")
    private boolean signed;

    @Mixin
    private StackOption stackOption = new StackOption();

    @Mixin
    private JsonOption jsonOption = new JsonOption();

    public UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        StackOptions options = signed ? stackOption.lasting(port, data).checked() : stackOption.lasting(port, data);
        stackOption.keepLog(terminal);
        terminal.message("up: starting the stack");
        try (OpenStack open = OpenStack.start(options)) {
            terminal.result(jsonOption.json ? json(open.stack()) : text(open.stack()));
            terminal.message("up: until Ctrl-C");
            announceWhatWasLost(open.stack());
            // Never counted down: a signal ends the process, and its shutdown hook closes the stack.
            new CountDownLatch(1).await();
            return 0;
        }
    }

    /**
     * Announces documents without an outcome again, once the queues are empty; earlier, each queued one would be processed
     * twice.
     */
    private void announceWhatWasLost(Stack stack) {
        Thread.ofPlatform().daemon().name("reconcile").start(() -> {
            try {
                while (!stack.idle()) {
                    Thread.sleep(BETWEEN_LOOKS);
                }
                String event = "{\"time\":\"" + Instant.now() + "\",\"all\":true}";
                stack.invoke(RECONCILE, event.getBytes(StandardCharsets.UTF_8));
            } catch (SdkException | InvocationFailed e) {
                terminal.message("up: documents without an outcome were not looked for: " + e.getMessage());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static String json(Stack stack) {
        Endpoints endpoints = stack.endpoints();
        return JsonNodeFactory.instance
                .objectNode()
                .put("api", endpoints.api().toString())
                .put("mcp", withoutSlash(endpoints.api()) + "/mcp")
                .put("s3", endpoints.s3().toString())
                .put("dynamodb", endpoints.dynamodb().toString())
                .put("sqs", endpoints.sqs().toString())
                .put("secrets", endpoints.secretsManager().toString())
                .put("region", endpoints.region())
                .put("accessKeyId", endpoints.accessKeyId())
                .put("secretAccessKey", endpoints.secretAccessKey())
                .put("documentsBucket", StackNames.documentsBucket(stack))
                .toString();
    }

    private static String text(Stack stack) {
        Endpoints at = stack.endpoints();
        String bucket = StackNames.documentsBucket(stack);
        return """
            Page       %1$s/
            HTTP API   %1$s
            S3         %2$s
            DynamoDB   %3$s
            SQS        %4$s
            Secrets    %9$s

            Credentials for S3, DynamoDB and SQS:
              export AWS_REGION=%5$s AWS_DEFAULT_REGION=%5$s AWS_ACCESS_KEY_ID=%6$s AWS_SECRET_ACCESS_KEY=%7$s

            Upload a document, add a feed, read:
              aws --endpoint-url %2$s s3 cp page.html s3://%8$s/inbox/
              curl -X POST %1$s/v1/sources -H 'content-type: application/json' -d '{"url":"https://example.org/feed.xml"}'
              curl '%1$s/v1/documents'
              curl '%1$s/v1/articles'

            Plug the library into an agent, by the configuration of its MCP client:
              {"mcpServers":{"lede":{"type":"http","url":"%1$s/mcp"}}}\
            """.formatted(
                        withoutSlash(at.api()),
                        withoutSlash(at.s3()),
                        withoutSlash(at.dynamodb()),
                        withoutSlash(at.sqs()),
                        at.region(),
                        at.accessKeyId(),
                        at.secretAccessKey(),
                        bucket,
                        withoutSlash(at.secretsManager()));
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceFirst("/$", "");
    }
}

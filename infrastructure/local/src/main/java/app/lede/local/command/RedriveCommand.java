package app.lede.local.command;

import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.local.engine.Credentials;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@code lede redrive}: moves dead letters back to their queues, on AWS or on this machine. */
@Command(
        name = "redrive",
        description = {
            "Move the messages of a stack's dead-letter queues back into the queues they came from, and print how"
                    + " many.",
            "Documents whose outcome is failed get another five attempts. On AWS, name the stack; region and"
                    + " credentials are those of the environment. On this machine, name the address of SQS that lede up"
                    + " prints."
        })
public final class RedriveCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--stack", paramLabel = "NAME", description = "The stack on AWS.")
    private Optional<String> stack = Optional.empty();

    @Option(names = "--sqs", paramLabel = "URL", description = "The address of SQS on this machine.")
    private Optional<URI> endpoint = Optional.empty();

    public RedriveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (stack.isEmpty() && endpoint.isEmpty()) {
            throw new WrongUsage("name the stack on AWS (--stack), or the address of SQS on this machine (--sqs)");
        }
        try (SqsClient sqs = endpoint.map(RedriveCommand::here).orElseGet(RedriveCommand::onAws)) {
            new DeadLetters(sqs)
                    .redrive(stack.map(name -> name + "-").orElse(""))
                    .forEach((queue, moved) -> terminal.result(queue + ": " + moved + " moved"));
        }
        return ExitCode.COMPLETE.value();
    }

    private static SqsClient here(URI endpoint) {
        Credentials keys = Credentials.local();
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(keys.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static SqsClient onAws() {
        return SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}

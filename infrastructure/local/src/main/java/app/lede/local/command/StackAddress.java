package app.lede.local.command;

import app.lede.local.command.terminal.WrongUsage;
import app.lede.local.engine.Credentials;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Options that name a running stack: its name on AWS, with region and credentials of the environment, or the addresses that
 * {@code lede up} prints. Every operating command takes all of them, so that one text serves every command.
 */
final class StackAddress {

    @Option(names = "--stack", paramLabel = "NAME", description = "The stack on AWS.")
    private Optional<String> stack = Optional.empty();

    @Option(names = "--dynamodb", paramLabel = "URL", description = "The address of DynamoDB on this machine.")
    private Optional<URI> dynamodb = Optional.empty();

    @Option(names = "--s3", paramLabel = "URL", description = "The address of S3 on this machine.")
    private Optional<URI> s3 = Optional.empty();

    @Option(names = "--sqs", paramLabel = "URL", description = "The address of SQS on this machine.")
    private Optional<URI> sqs = Optional.empty();

    @Option(names = "--secrets", paramLabel = "URL", description = "The address of Secrets Manager on this machine.")
    private Optional<URI> secrets = Optional.empty();

    DynamoDbClient dynamoDb() {
        return configured(DynamoDbClient.builder(), dynamodb, "--dynamodb")
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    S3Client s3() {
        return configured(S3Client.builder(), s3, "--s3")
                .forcePathStyle(s3.isPresent())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    SqsClient sqs() {
        return configured(SqsClient.builder(), sqs, "--sqs")
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    SecretsManagerClient secrets() {
        return configured(SecretsManagerClient.builder(), secrets, "--secrets")
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Returns the stack's name on AWS. */
    Optional<String> name() {
        return stack;
    }

    /** Returns what names of the stack's resources begin with: its name and a hyphen on AWS, nothing on this machine. */
    String prefix() {
        return stack.map(name -> name + "-").orElse("");
    }

    /**
     * Returns the stack's resource of a kind: {@code lede-ArticlesTable-1ABC} on AWS, {@code articles} on this machine.
     *
     * @throws WrongUsage if there is none, or more than one
     */
    String only(List<String> names, String kind) {
        List<String> found = all(names, kind);
        if (found.size() != 1) {
            throw new WrongUsage(
                    "there must be one resource that begins with " + prefix() + kind + ", and there are " + found);
        }
        return found.getFirst();
    }

    /** Returns the names that a stack's resource of a kind may have. */
    List<String> all(List<String> names, String kind) {
        return names.stream()
                .filter(name -> name.startsWith(prefix())
                        && name.substring(prefix().length())
                                .toLowerCase(Locale.ROOT)
                                .replace("-", "")
                                .startsWith(kind))
                .toList();
    }

    /** Returns the stack's table of a kind. */
    String table(DynamoDbClient tables, String kind) {
        return only(tables.listTablesPaginator().tableNames().stream().toList(), kind);
    }

    private <B extends AwsClientBuilder<B, C>, C> B configured(B builder, Optional<URI> here, String option) {
        if (here.isPresent()) {
            if (here.get().getScheme() == null || here.get().getHost() == null) {
                throw new WrongUsage(option + " takes an address such as http://127.0.0.1:4582, not " + here.get());
            }
            Credentials keys = Credentials.local();
            return builder.endpointOverride(here.get())
                    .region(Region.of(keys.region()))
                    .credentialsProvider(StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())));
        }
        if (stack.isEmpty()) {
            throw new WrongUsage("name the stack on AWS (--stack), or the address on this machine (" + option + ")");
        }
        return builder;
    }
}

package app.lede.local.command;

import app.lede.json.Json;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Progress;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** {@code lede restore}: copies the items of a restored table into a stack's own, on AWS or on this machine. */
@Command(
        name = "restore",
        description = {
            "Copy the items of a table, restored from a point in time, into the stack's table of a kind: articles,"
                + " stories, sources or control. An item that stands in the stack's table is kept, unless --replace is"
                + " given.",
            "DynamoDB restores into a new table only, and a stack keeps its own. Copied articles are indexed as new"
                    + " ones are. Run again after an interruption. On AWS, name the stack; region and credentials are"
                    + " those of the environment. On this machine, name the address of DynamoDB that lede up prints."
        })
public final class RestoreCommand implements Callable<Integer> {

    private static final List<String> KINDS = List.of("articles", "stories", "sources", "control");

    private final Terminal terminal;

    @Parameters(paramLabel = "KIND", description = "articles, stories, sources or control.")
    private String kind = "";

    @Option(names = "--from", paramLabel = "TABLE", required = true, description = "The restored table.")
    private String from = "";

    @Option(names = "--replace", description = "Overwrite items that stand in the stack's table.")
    private boolean replace;

    @Mixin
    private StackAddress address = new StackAddress();

    public RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!KINDS.contains(kind)) {
            throw new WrongUsage("the table is one of " + String.join(", ", KINDS) + ", not " + kind);
        }
        try (DynamoDbClient tables = address.dynamoDb()) {
            List<String> names =
                    tables.listTablesPaginator().tableNames().stream().toList();
            if (!names.contains(from)) {
                throw new WrongUsage("there is no table " + from);
            }
            List<String> others =
                    names.stream().filter(name -> !name.equals(from)).toList();
            if (address.all(List.of(from), kind).size()
                    > address.all(others, kind).size()) {
                throw new WrongUsage(from + " is the stack's own table; --from takes the new table that DynamoDB"
                        + " restored into");
            }
            String to = address.only(others, kind);
            if (!key(tables, from).equals(key(tables, to))) {
                throw new WrongUsage(from + " has another key than " + to);
            }
            copy(tables, to);
        }
        return ExitCode.COMPLETE.value();
    }

    private void copy(DynamoDbClient tables, String to) {
        Progress progress = new Progress(terminal, InstantSource.system(), "restore");
        String hash = key(tables, to).getFirst().attributeName();
        long read = 0;
        long written = 0;
        for (Map<String, AttributeValue> item :
                tables.scanPaginator(scan -> scan.tableName(from)).items()) {
            read++;
            written += isWritten(tables, to, hash, item) ? 1 : 0;
            progress.say(read + " items");
        }
        terminal.result(Json.object()
                .put("read", read)
                .put("written", written)
                .put("kept", read - written)
                .toString());
    }

    private boolean isWritten(DynamoDbClient tables, String to, String hash, Map<String, AttributeValue> item) {
        PutItemRequest.Builder put = PutItemRequest.builder().tableName(to).item(item);
        if (!replace) {
            put.conditionExpression("attribute_not_exists(#hash)").expressionAttributeNames(Map.of("#hash", hash));
        }
        try {
            tables.putItem(put.build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            // It stands there, and is newer than the backup.
            return false;
        }
    }

    private static List<KeySchemaElement> key(DynamoDbClient tables, String table) {
        return tables.describeTable(describe -> describe.tableName(table))
                .table()
                .keySchema();
    }
}

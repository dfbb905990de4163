package app.lede.aws.dynamodb;

import app.lede.robots.RobotsAnswer;
import app.lede.robots.RobotsStore;
import app.lede.robots.RobotsText;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stores robots.txt answers in the control table: a row {@code host#<origin>} / {@code robots} per origin. {@code
 * answer} is one of four words; {@code text} is the packed file, the reason or the redirect target, and {@code
 * redirects} their number.
 */
public final class DynamoRobots implements RobotsStore {

    private static final String SORT = "robots";

    private final DynamoDbClient client;
    private final ControlTable control;

    public DynamoRobots(DynamoDbClient client, String controlTable) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
    }

    @Override
    public Optional<Kept> get(String origin, Instant now) {
        return control.get("host#" + origin, SORT)
                .map(row -> new Kept(answer(row), Attributes.ofMillis(value(row, "until"))))
                .filter(kept -> now.isBefore(kept.until()));
    }

    @Override
    public void keep(String origin, RobotsAnswer answer, Instant until) {
        ItemUpdate row = control.update("host#" + origin, SORT)
                .set("until", Attributes.millis(until))
                .set(ControlTable.TTL, Attributes.seconds(until.plusSeconds(1)));
        switch (answer) {
            case RobotsAnswer.File file -> said(row, "file", file.text().packed());
            case RobotsAnswer.Absent ignored -> said(row, "absent", "");
            case RobotsAnswer.Unreachable unreachable -> said(row, "unreachable", unreachable.reason());
            case RobotsAnswer.Elsewhere moved ->
                said(row, "elsewhere", moved.url().toString()).set("redirects", Attributes.number(moved.redirects()));
        }
        row.isDone(client);
    }

    private static ItemUpdate said(ItemUpdate row, String answer, String text) {
        return row.set("answer", Attributes.text(answer)).set("text", Attributes.text(text));
    }

    private static RobotsAnswer answer(Map<String, AttributeValue> row) {
        String text = value(row, "text").s();
        String answer = value(row, "answer").s();
        return switch (answer) {
            case "file" -> new RobotsAnswer.File(new RobotsText(text));
            case "absent" -> new RobotsAnswer.Absent();
            case "unreachable" -> new RobotsAnswer.Unreachable(text);
            case "elsewhere" -> new RobotsAnswer.Elsewhere(URI.create(text), redirects(row));
            default -> throw new IllegalStateException("not written by this project: " + answer);
        };
    }

    private static int redirects(Map<String, AttributeValue> row) {
        return Integer.parseInt(value(row, "redirects").n());
    }

    private static AttributeValue value(Map<String, AttributeValue> row, String name) {
        return Optional.ofNullable(row.get(name)).orElseThrow();
    }
}

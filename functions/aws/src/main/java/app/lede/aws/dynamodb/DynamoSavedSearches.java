package app.lede.aws.dynamodb;

import app.lede.alert.AlertState;
import app.lede.alert.AlertStates;
import app.lede.alert.Watch;
import app.lede.json.Json;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rows {@code searches} / {@code <id>} of the control table, with the search and the state of its alerts as
 * JSON. Thread safe.
 */
public final class DynamoSavedSearches implements SavedSearches, AlertStates {

    private static final String PARTITION = "searches";
    private static final String SEARCH = "search";

    private final DynamoDbClient client;
    private final ControlTable control;

    public DynamoSavedSearches(DynamoDbClient client, String controlTable) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
    }

    @Override
    public void add(SavedSearch search) {
        control.update(PARTITION, search.id().value())
                .set(SEARCH, Attributes.text(Json.text(search)))
                .isDone(client);
    }

    @Override
    public Optional<SavedSearch> get(SearchId id) {
        return control.get(PARTITION, id.value()).map(DynamoSavedSearches::search);
    }

    @Override
    public List<SavedSearch> page(@Nullable SearchId before, int limit) {
        return control.descending(PARTITION, before == null ? null : before.value(), limit)
                .limit(limit)
                .map(DynamoSavedSearches::search)
                .toList();
    }

    @Override
    public boolean remove(SearchId id) {
        return control.remove(PARTITION, id.value());
    }

    @Override
    public Optional<AlertState> state(SearchId id, Watch watch) {
        return control.get(PARTITION, id.value())
                .map(row -> row.get(attribute(watch)))
                .map(state -> Json.read(state.s(), AlertState.class));
    }

    @Override
    public boolean replace(SearchId id, Watch watch, @Nullable AlertState before, AlertState after) {
        ItemUpdate update =
                control.update(PARTITION, id.value()).set(attribute(watch), Attributes.text(Json.text(after)));
        if (before == null) {
            update.named(SEARCH)
                    .onlyIf("attribute_exists(#search) AND attribute_not_exists(#" + attribute(watch) + ")");
        } else {
            update.with("before", Attributes.text(Json.text(before))).onlyIf("#" + attribute(watch) + " = :before");
        }
        return update.isDoneOnce(client);
    }

    private static String attribute(Watch watch) {
        return watch.name().toLowerCase(Locale.ROOT);
    }

    private static SavedSearch search(Map<String, AttributeValue> row) {
        return Json.read(Optional.ofNullable(row.get(SEARCH)).orElseThrow().s(), SavedSearch.class);
    }
}

package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewestItemsTest {

    private final NewestItems items = new NewestItems(2);

    @Test
    void the_newest_stay_in_the_document_s_order() {
        items.add(0, item("b", "2024-01-02T00:00:00Z"));
        items.add(1, item("a", "2024-01-01T00:00:00Z"));
        items.add(2, item("c", "2024-01-03T00:00:00Z"));
        assertEquals(List.of("b", "c"), ids());
        assertEquals(1, items.overCap());
    }

    @Test
    void undated_items_go_first_and_the_last_of_them_before_the_others() {
        items.add(0, item("x", null));
        items.add(1, item("y", null));
        items.add(2, item("z", null));
        assertEquals(List.of("x", "y"), ids());
        items.add(3, item("dated", "1999-01-01T00:00:00Z"));
        assertEquals(List.of("x", "dated"), ids());
        assertEquals(2, items.overCap());
    }

    @Test
    void positions_may_come_in_any_order() {
        items.add(7, item("late", null));
        items.add(3, item("early", null));
        assertEquals(List.of("early", "late"), ids());
        assertEquals(0, items.overCap());
    }

    private List<String> ids() {
        return items.inOrder().stream().map(item -> String.valueOf(item.id())).toList();
    }

    private static FeedItem item(String id, @Nullable String updated) {
        return new FeedItem(
                id, null, null, null, null, updated == null ? null : Instant.parse(updated), null, null, null);
    }
}

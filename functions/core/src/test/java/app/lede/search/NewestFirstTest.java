package app.lede.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.article.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewestFirstTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final Shelf shelf = new Shelf();
    private final NewestFirst newest = new NewestFirst(shelf);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_walk_meets_what_was_there_exactly_once_in_order_while_more_arrive(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 700; i++) {
            shelf.add(NOON.plusSeconds(random.nextInt(4 * 86_400)), "en");
        }
        List<String> before = shelf.keys();
        List<String> walked = new ArrayList<>();
        Optional<String> next = Optional.empty();
        Instant arriving = NOON.plusSeconds(4 * 86_400);
        do {
            NewestFirst.Page page = newest.page(Filter.ALL, next.orElse(null), 1 + random.nextInt(100));
            page.entries().forEach(entry -> walked.add(entry.key()));
            next = page.next();
            arriving = arriving.plusSeconds(1);
            shelf.add(arriving, "en");
        } while (next.isPresent());
        assertEquals(
                before, walked.stream().filter(new HashSet<>(before)::contains).toList());
        assertEquals(walked.size(), new HashSet<>(walked).size());
    }

    @Test
    void a_rare_filter_gives_a_short_page_that_names_the_next() {
        for (int i = 0; i < 1_500; i++) {
            shelf.add(NOON.plusSeconds(i), i == 3 ? "fr" : "en");
        }
        Filter french = Filter.ALL.with(Fact.LANG, "fr");
        NewestFirst.Page first = newest.page(french, null, 20);
        assertEquals(0, first.entries().size());
        assertTrue(first.next().isPresent());
        NewestFirst.Page second = newest.page(french, first.next().orElseThrow(), 20);
        assertEquals(1, second.entries().size());
        assertEquals(Optional.empty(), second.next());
    }

    @Test
    void from_is_inside_and_to_is_outside() {
        for (int i = 0; i < 10; i++) {
            shelf.add(NOON.plusSeconds(i), "en");
        }
        Filter filter = Filter.ALL.arrived(NOON.plusSeconds(2), NOON.plusSeconds(5));
        List<String> times = newest.page(filter, null, 20).entries().stream()
                .map(entry -> entry.key().substring(17, 19))
                .toList();
        assertEquals(List.of("04", "03", "02"), times);
    }

    @Test
    void an_empty_library_has_one_empty_page() {
        NewestFirst.Page page = newest.page(Filter.ALL, null, 20);
        assertEquals(List.of(), page.entries());
        assertEquals(Optional.empty(), page.next());
    }

    /** An in-memory index with three shards per day. */
    private static final class Shelf implements ArrivalIndex {

        private static final int SHARDS = 3;

        private final TreeMap<String, Entry> entries = new TreeMap<>();

        void add(Instant arrival, String language) {
            ArticleId id = ArticleId.ofUrl("https://example.org/" + entries.size());
            String key = Times.sortable(arrival) + "#" + id;
            entries.put(key, new Entry(key, id, null, language, List.of()));
        }

        List<String> keys() {
            return List.copyOf(entries.descendingKeySet());
        }

        @Override
        public List<Day> days() {
            return entries.keySet().stream()
                    .map(key -> LocalDate.parse(key.substring(0, 10)))
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .map(day -> new Day(day, SHARDS))
                    .toList();
        }

        @Override
        public List<Entry> walk(LocalDate day, int shard, @Nullable String before, int limit) {
            String end =
                    Times.sortable(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
            String below = before == null || before.compareTo(end) > 0 ? end : before;
            return entries.headMap(below, false).descendingMap().values().stream()
                    .takeWhile(entry -> entry.key().startsWith(day.toString()))
                    .filter(entry -> Math.floorMod(entry.id().hashCode(), SHARDS) == shard)
                    .limit(limit)
                    .toList();
        }
    }
}

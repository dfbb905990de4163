package app.lede.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.article.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks a table whose articles are added, revised and deleted between pages, and whose days get more shards: what was there
 * all the time is met exactly once, in order.
 */
class WalkPropertyTest {

    private static final Instant START = Instant.parse("2026-01-02T12:00:00Z");

    private final Table table = new Table();
    private final Set<ArticleId> touched = new HashSet<>();
    private Instant now = START;

    static IntStream seeds() {
        return IntStream.range(0, 10);
    }

    private void fill(Random random) {
        for (int i = 0; i < 400; i++) {
            now = now.plusSeconds(random.nextInt(1_200));
            table.put(id(i), now);
            reshard(random);
        }
    }

    /** Adds, revises, deletes and grows between two pages. */
    private void disturb(Random random) {
        for (int i = random.nextInt(8); i > 0; i--) {
            now = now.plusMillis(random.nextInt(5_000_000));
            ArticleId id = id(random.nextInt(500));
            touched.add(id);
            if (random.nextInt(4) == 0) {
                table.delete(id, now);
            } else {
                table.put(id, now);
            }
            reshard(random);
        }
    }

    private void reshard(Random random) {
        if (random.nextInt(20) == 0) {
            table.grow(LocalDate.parse(Times.day(now)), 1 + random.nextInt(4));
        }
    }

    private static ArticleId id(int number) {
        return ArticleId.ofUrl("https://news.example.org/" + number);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void arrivals_are_met_once_latest_first(int seed) {
        Random random = new Random(seed);
        fill(random);
        List<String> there = table.arrivals.values().stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        NewestFirst newest = new NewestFirst(table);
        List<String> walked = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            NewestFirst.Page page = newest.page(Filter.ALL, next.orElse(null), 1 + random.nextInt(60));
            page.entries().forEach(entry -> walked.add(entry.key()));
            next = page.next();
            disturb(random);
        } while (next.isPresent());
        assertEquals(
                walked.stream().sorted(Comparator.reverseOrder()).distinct().toList(), walked);
        Set<String> deleted = new HashSet<>(there);
        deleted.removeAll(table.arrivals.values());
        assertEquals(
                there.stream().filter(key -> !deleted.contains(key)).toList(),
                walked.stream()
                        .filter(key -> there.contains(key) && !deleted.contains(key))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changes_are_met_once_earliest_first_and_a_copy_ends_as_the_table(int seed) {
        Random random = new Random(seed);
        fill(random);
        List<String> there = table.changes.values().stream().sorted().toList();
        ChangesInOrder changes = new ChangesInOrder(table);
        List<String> walked = new ArrayList<>();
        Map<ArticleId, Boolean> copy = new HashMap<>();
        String after = "";
        int disturbances = 30;
        for (boolean more = true; more; ) {
            ChangesInOrder.Page page = changes.page(after, 1 + random.nextInt(60), now);
            for (ChangeIndex.Entry entry : page.entries()) {
                walked.add(entry.key());
                copy.put(entry.id(), entry.deleted());
            }
            assertTrue(page.next().compareTo(Times.sortable(now.minus(ChangesInOrder.SETTLED))) < 0);
            more = !page.entries().isEmpty() || disturbances > 0;
            after = page.next();
            if (disturbances-- > 0) {
                disturb(random);
            } else {
                now = now.plusSeconds(11);
            }
        }
        assertEquals(walked.stream().sorted().distinct().toList(), walked);
        assertEquals(
                there.stream().filter(key -> !touched.contains(Table.id(key))).toList(),
                walked.stream().filter(key -> !touched.contains(Table.id(key))).toList());
        assertEquals(table.deleted(), copy);
    }

    /** A table of articles with both indexes. Each entry stays in the shard it was written to, however many there are later. */
    private static final class Table implements ArrivalIndex, ChangeIndex {

        private final Map<LocalDate, Integer> shards = new TreeMap<>(Comparator.reverseOrder());
        private final Map<ArticleId, String> arrivals = new HashMap<>();
        private final Map<ArticleId, String> changes = new HashMap<>();
        private final Map<ArticleId, Integer> arrivalShards = new HashMap<>();
        private final Map<ArticleId, Integer> changeShards = new HashMap<>();
        private final Set<ArticleId> tombstones = new HashSet<>();

        void put(ArticleId id, Instant at) {
            if (tombstones.contains(id)) {
                return;
            }
            int shard = shard(id, at);
            arrivals.putIfAbsent(id, key(id, at));
            arrivalShards.putIfAbsent(id, shard);
            changes.put(id, key(id, at));
            changeShards.put(id, shard);
        }

        void delete(ArticleId id, Instant at) {
            if (arrivals.remove(id) != null) {
                tombstones.add(id);
                changes.put(id, key(id, at));
                changeShards.put(id, shard(id, at));
            }
        }

        void grow(LocalDate day, int count) {
            shards.merge(day, count, Math::max);
        }

        Map<ArticleId, Boolean> deleted() {
            Map<ArticleId, Boolean> deleted = new HashMap<>();
            changes.keySet().forEach(id -> deleted.put(id, tombstones.contains(id)));
            return deleted;
        }

        private int shard(ArticleId id, Instant at) {
            return Math.floorMod(id.hashCode(), shards.computeIfAbsent(LocalDate.parse(Times.day(at)), day -> 1));
        }

        private static String key(ArticleId id, Instant at) {
            return Times.sortable(at) + "#" + id;
        }

        static ArticleId id(String key) {
            return new ArticleId(key.substring(key.indexOf('#') + 1));
        }

        @Override
        public List<Day> days() {
            return shards.entrySet().stream()
                    .map(day -> new Day(day.getKey(), day.getValue()))
                    .toList();
        }

        @Override
        public List<ArrivalIndex.Entry> walk(LocalDate day, int shard, @Nullable String before, int limit) {
            return arrivals.values().stream()
                    .filter(key -> key.startsWith(day.toString()) && arrivalShards.getOrDefault(id(key), -1) == shard)
                    .filter(key -> before == null || key.compareTo(before) < 0)
                    .sorted(Comparator.reverseOrder())
                    .limit(limit)
                    .map(key -> new ArrivalIndex.Entry(key, id(key), null, null, List.of()))
                    .toList();
        }

        @Override
        public List<ChangeIndex.Entry> walk(
                LocalDate day, int shard, String after, @Nullable String before, int limit) {
            return changes.values().stream()
                    .filter(key -> key.startsWith(day.toString()) && changeShards.getOrDefault(id(key), -1) == shard)
                    .filter(key -> key.compareTo(after) > 0 && (before == null || key.compareTo(before) < 0))
                    .sorted()
                    .limit(limit)
                    .map(key -> new ChangeIndex.Entry(key, id(key), tombstones.contains(id(key))))
                    .toList();
        }
    }
}

package app.lede.local.command.bench.load;

import app.lede.fetch.CanonicalUrl;
import app.lede.local.command.ingestion.DocumentRow;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares what was sent with the outcomes of documents: each item has exactly one, {@code stored}, or {@code deleted} where its
 * article was deleted.
 *
 * @param sent items: uploads and entries that feeds showed
 * @param outcomes number of items by outcome
 * @param lost items without an outcome
 * @param repeated arrivals that ended {@code unchanged}: of pages fetched once more by a second poll or event, and of anything
 *     where events are repeated on purpose
 * @param doubled documents beyond the first of an item, and documents of nothing that was sent
 * @param other items with an outcome that was not to be expected
 */
record Accounts(
        int sent,
        Map<String, Integer> outcomes,
        int repeated,
        List<String> lost,
        List<String> doubled,
        List<String> other) {
    private static final String PAGES = "web/";
    private static final Set<String> GOOD = Set.of("stored", "deleted");

    Accounts {
        outcomes = Map.copyOf(outcomes);
        lost = List.copyOf(lost);
        doubled = List.copyOf(doubled);
        other = List.copyOf(other);
    }

    /**
     * Takes the account.
     *
     * @param uploads keys of objects
     * @param pages addresses of entries
     * @param atLeastOnce whether events are repeated on purpose, so that uploads arrive again, too, and end {@code unchanged}
     */
    static Accounts of(Collection<String> uploads, Collection<URI> pages, List<DocumentRow> rows, boolean atLeastOnce) {
        Map<String, String> names = names(uploads, pages);
        Map<String, Integer> outcomes = new TreeMap<>();
        List<String> doubled = new ArrayList<>();
        List<String> other = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int repeated = 0;
        for (DocumentRow row : rows) {
            String item = item(row.key());
            String name = names.getOrDefault(item, row.key());
            if (row.outcome().equals("unchanged")
                    && (atLeastOnce || row.key().startsWith(PAGES))
                    && names.containsKey(item)) {
                repeated++;
                continue;
            }
            if (!names.containsKey(item) || !seen.add(item)) {
                doubled.add(name + ": " + row.outcome());
                continue;
            }
            outcomes.merge(row.outcome(), 1, Integer::sum);
            if (!GOOD.contains(row.outcome())) {
                other.add(name + ": " + row.outcome()
                        + row.detail().map(detail -> ", " + detail).orElse(""));
            }
        }
        List<String> lost = names.entrySet().stream()
                .filter(item -> !seen.contains(item.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        return new Accounts(names.size(), outcomes, repeated, lost, doubled, other);
    }

    /** Returns the names of all items: an upload by its key, a page by the folder of its object. */
    private static Map<String, String> names(Collection<String> uploads, Collection<URI> pages) {
        Map<String, String> names = new HashMap<>();
        uploads.forEach(key -> names.put(key, key));
        for (URI page : pages) {
            String sha256 = CanonicalUrl.of(page.toString()).orElseThrow().sha256();
            names.put(PAGES + sha256, page.toString());
        }
        return names;
    }

    private static String item(String key) {
        return key.startsWith(PAGES) ? key.substring(0, Math.max(PAGES.length(), key.lastIndexOf('/'))) : key;
    }

    int number(String outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Tests whether every item has its one outcome. */
    boolean balanced() {
        return lost.isEmpty() && doubled.isEmpty() && other.isEmpty();
    }
}

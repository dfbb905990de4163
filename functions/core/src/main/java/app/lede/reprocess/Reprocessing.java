package app.lede.reprocess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A run over the articles that arrived between two times, and its progress.
 *
 * @param id 52 characters of {@code [a-z2-7]}, random
 * @param from earliest arrival, inclusive
 * @param to latest arrival, exclusive
 * @param promote whether changed articles are stored; otherwise the run only shows what would change
 * @param perMinute most articles a minute, from 1 to {@value #MOST_PER_MINUTE}
 * @param pipeline version of the pipeline that the run was begun with
 * @param step number of changes of this record
 * @param after key of the last article examined; null at the beginning
 * @param complete whether every article was examined
 * @param examined number of articles so far
 * @param changed number of those that come out otherwise
 * @param promoted number of those that were sent to be stored
 * @param fields number of articles by field that changes, and by outcome ({@code outcome:too-slow}) of those that are none any more
 * @param examples a few for each of them, at most {@value #MOST_EXAMPLES}
 */
public record Reprocessing(
        String id,
        Instant from,
        Instant to,
        boolean promote,
        int perMinute,
        int pipeline,
        Instant created,
        int step,
        @Nullable String after,
        boolean complete,
        long examined,
        long changed,
        long promoted,
        SortedMap<String, Long> fields,
        List<Example> examples) {

    public static final int MOST_PER_MINUTE = 6_000;

    static final int MOST_EXAMPLES = 40;

    private static final int MOST_OF_ONE_FIELD = 3;

    private static final Pattern ID = Pattern.compile("[a-z2-7]{52}");

    /**
     * A change of one field of one article.
     *
     * @param before as stored, cut to 200 characters; null where it is absent
     * @param after as today's pipeline has it
     */
    public record Example(
            String article,
            String field,
            @Nullable String before,
            @Nullable String after) {}

    /** Rejects an invalid id, an empty span of time and a rate out of bounds with IllegalArgumentException. */
    public Reprocessing {
        if (!ID.matcher(id).matches() || !from.isBefore(to) || perMinute < 1 || perMinute > MOST_PER_MINUTE) {
            throw new IllegalArgumentException(
                    "a run " + id + " from " + from + " to " + to + " of " + perMinute + " articles a minute");
        }
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        examples = List.copyOf(examples);
    }

    /** Returns a run of which nothing is done. */
    public static Reprocessing begun(
            String id, Instant from, Instant to, boolean promote, int perMinute, int pipeline, Instant created) {
        return new Reprocessing(
                id,
                from,
                to,
                promote,
                perMinute,
                pipeline,
                created,
                0,
                null,
                false,
                0,
                0,
                0,
                Collections.emptySortedMap(),
                List.of());
    }

    /** Returns the run after a stretch of articles. */
    Reprocessing plus(Stretch stretch, @Nullable String last) {
        SortedMap<String, Long> totals = new TreeMap<>(fields);
        stretch.changes().forEach(example -> totals.merge(example.field(), 1L, Long::sum));
        List<Example> shown = new ArrayList<>(examples);
        for (Example example : stretch.changes()) {
            long known = shown.stream()
                    .filter(one -> one.field().equals(example.field()))
                    .count();
            if (known < MOST_OF_ONE_FIELD && shown.size() < MOST_EXAMPLES) {
                shown.add(example);
            }
        }
        return new Reprocessing(
                id,
                from,
                to,
                promote,
                perMinute,
                pipeline,
                created,
                step + 1,
                last == null ? after : last,
                last == null,
                examined + stretch.examined(),
                changed + stretch.changed(),
                promoted + stretch.promoted(),
                totals,
                shown);
    }

    /** Result of a stretch of articles. */
    record Stretch(int examined, int changed, int promoted, List<Example> changes) {}

    /** Returns the share of articles that come out otherwise, by field. */
    public Map<String, Double> shares() {
        Map<String, Double> shares = new TreeMap<>();
        fields.forEach((field, count) -> shares.put(field, examined == 0 ? 0 : (double) count / examined));
        return shares;
    }
}

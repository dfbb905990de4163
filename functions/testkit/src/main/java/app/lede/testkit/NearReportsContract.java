package app.lede.testkit;

import static app.lede.testkit.SearchSamples.document;
import static app.lede.testkit.SearchSamples.id;
import static app.lede.testkit.SearchSamples.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.search.Change;
import app.lede.search.SearchDocument;
import app.lede.search.SearchIndex;
import app.lede.story.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link SearchIndex#near}. */
public abstract class NearReportsContract {

    private static final String WIRE =
            "The lighthouse of Port Ellery went dark on Monday after a ship cut the power cable in the bay, the coast"
                    + " guard said. Keeper Odile Marchetti lit the old lamp by hand and stayed at it all night.";

    private static final String OWN =
            "Nobody in Port Ellery slept much. The lamp was lit by Odile Marchetti, who had climbed the"
                    + " stairs with a can of oil.";

    private static final String OTHER =
            "In Tobermore the council sold its slate quarry to a company from Lisbon for less than a"
                    + " quarter of what was asked.";

    /** Returns an empty index. */
    protected abstract SearchIndex emptyIndex();

    private static SearchDocument told(int number, String text) {
        SearchDocument plain = document(number, null, text);
        return plain.with(
                Report.of(plain.id(), "paper" + number, null, "en", plain.published(), null, text, List.of("IE")));
    }

    private static Report report(SearchDocument document) {
        return Objects.requireNonNull(document.report());
    }

    private SearchIndex index(SearchDocument... documents) {
        SearchIndex index = emptyIndex();
        index.apply(List.of(documents).stream().map(SearchSamples::put).toList());
        return index;
    }

    private static Set<ArticleId> near(SearchIndex index, Report report) {
        return index.near(report).stream().map(Report::id).collect(Collectors.toSet());
    }

    @Test
    void copies_and_reports_with_the_same_names_are_near() {
        SearchDocument own = told(2, OWN);
        SearchIndex index = index(told(1, WIRE), own, told(3, OTHER), told(4, WIRE + " Divers will mend it."));
        assertEquals(Set.of(id(2), id(4)), near(index, report(told(1, WIRE))));
        assertEquals(Set.of(id(1), id(2), id(4)), near(index, report(told(9, WIRE))));
        assertTrue(index.near(report(told(9, WIRE))).contains(report(own)), "reports come back as they were given");
        assertEquals(Set.of(), near(index, report(told(3, OTHER))));
    }

    @Test
    void documents_without_a_report_and_removed_ones_are_not_near() {
        SearchDocument removed = told(2, OWN);
        SearchIndex index = index(document(1, null, WIRE), removed);
        index.apply(List.of(new Change.Remove(id(2), removed.changed().plusSeconds(1))));
        assertEquals(Set.of(), near(index, report(told(9, WIRE))));
    }

    @Test
    void reports_are_found_by_their_articles_and_days() {
        SearchDocument wire = told(1, WIRE);
        SearchIndex index = index(wire, told(2, OWN), document(3, null, OTHER));
        Instant around = wire.published();
        assertEquals(List.of(report(wire)), index.reports(List.of(id(1), id(3), id(4)), around));
        assertEquals(List.of(), index.reports(List.of(id(1)), around.plus(Duration.ofDays(30))));
        assertEquals(List.of(), index.reports(List.of(), around));
    }

    @Test
    void a_later_revision_counts_with_its_own_words() {
        SearchDocument old = told(1, WIRE);
        SearchIndex index = index(old);
        SearchDocument now =
                SearchSamples.changed(old, OTHER, Duration.ofMinutes(5)).with(report(told(1, OTHER)));
        index.apply(List.of(put(now)));
        assertEquals(Set.of(), near(index, report(told(9, WIRE))));
        assertEquals(Set.of(id(1)), near(index, report(told(9, OTHER))));
    }

    @Test
    void reports_days_apart_are_not_near() {
        int minutes = (int) Report.WINDOW.toMinutes();
        SearchIndex index = index(told(0, WIRE), told(2 * minutes + 1, WIRE));
        assertEquals(Set.of(id(0)), near(index, report(told(minutes, WIRE))));
        assertEquals(Set.of(), near(index, report(told(minutes + 1 + 5 * minutes, WIRE))));
    }

    @Test
    void of_very_many_copies_the_earliest_are_among_the_near() {
        SearchIndex index = emptyIndex();
        index.apply(IntStream.range(0, 200)
                .mapToObj(number -> put(told(number, WIRE)))
                .toList());
        List<Report> near = index.near(report(told(500, WIRE)));
        assertTrue(near.size() <= SearchIndex.MOST_NEAR + SearchIndex.MOST_COPIES, "found " + near.size());
        assertEquals(near.size(), new HashSet<>(near).size());
        assertEquals(
                IntStream.range(0, SearchIndex.MOST_COPIES)
                        .mapToObj(SearchSamples::id)
                        .collect(Collectors.toSet()),
                near.stream().map(Report::id).collect(Collectors.toSet()));
    }
}

package app.lede.testkit;

import static app.lede.testkit.SearchSamples.document;
import static app.lede.testkit.SearchSamples.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.search.Counts;
import app.lede.search.Counts.Count;
import app.lede.search.Criteria;
import app.lede.search.Facet;
import app.lede.search.Fact;
import app.lede.search.Filter;
import app.lede.search.Hits;
import app.lede.search.Passage;
import app.lede.search.SearchDocument;
import app.lede.search.SearchIndex;
import app.lede.search.Sort;
import app.lede.search.query.Query;
import app.lede.search.query.QueryParser;
import app.lede.search.query.QueryReading.Understood;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link SearchIndex}, on words that every analysis treats alike. */
public abstract class SearchIndexContract extends SearchContract {

    @Test
    void an_empty_index_finds_and_counts_nothing() {
        SearchIndex index = emptyIndex();
        assertEquals(new Hits(List.of(), false), search(index, ALL, Sort.NEWEST));
        assertEquals(new Counts(0, List.of(), true), index.counts(words("mali"), Fact.COUNTRY));
        index.apply(List.of());
        assertEquals(Set.of(), found(index, "-mali"));
    }

    @Test
    void words_must_all_occur_in_headline_or_text() {
        SearchIndex index = harbour();
        assertEquals(set(1, 2), found(index, "treaty harbour"));
        assertEquals(set(2), found(index, "Russia HARBOUR"));
        assertEquals(set(), found(index, "niger harbour"));
    }

    @Test
    void a_phrase_is_found_where_its_words_stand_side_by_side() {
        SearchIndex index = harbour();
        assertEquals(set(2), found(index, "\"old harbour\""));
        assertEquals(set(), found(index, "\"harbour old\""));
        assertEquals(set(), found(index, "\"treaty delegates\""), "headline and text are not side by side");
    }

    @Test
    void or_binds_looser_than_and() {
        SearchIndex index = harbour();
        assertEquals(set(2, 3), found(index, "old harbour OR niger"));
        assertEquals(set(2, 3), found(index, "niger OR old harbour"));
        assertEquals(set(2, 3), found(index, "old (harbour OR niger)"));
        assertEquals(set(1, 2), found(index, "(russia OR mali) harbour"));
    }

    @Test
    void exclusions_leave_out_and_stand_alone() {
        SearchIndex index = harbour();
        assertEquals(set(1), found(index, "treaty -russia"));
        assertEquals(set(1), found(index, "treaty NOT russia"));
        assertEquals(set(1, 3), found(index, "-russia"));
        assertEquals(set(1, 3), found(index, "mali OR -treaty"));
        assertEquals(set(3), found(index, "-(mali OR russia)"));
        assertEquals(set(1, 2), found(index, "-(-treaty)"));
        assertEquals(set(), found(index, "mali -mali"));
    }

    @Test
    void a_prefix_finds_every_word_that_begins_with_it() {
        SearchIndex index = harbour();
        assertEquals(set(1, 2), found(index, "deleg*"));
        assertEquals(set(1), found(index, "Bam* harb*"));
        assertEquals(set(), found(index, "legates*"));
    }

    @Test
    void a_field_limits_its_term() {
        SearchIndex index = harbour();
        assertEquals(set(3), found(index, "headline:border"));
        assertEquals(set(), found(index, "headline:bridge"));
        assertEquals(set(1, 3), found(index, "author:\"Exempel 1\""));
        assertEquals(set(2), found(index, "author:exempel -author:1"));
        assertEquals(set(1, 2, 3), found(index, "publisher:gazette"));
        assertEquals(set(1, 2), found(index, "headline:(treaty -border)"));
    }

    @Test
    void a_tag_is_found_as_a_whole_in_any_case() {
        SearchIndex index = harbour();
        assertEquals(set(1, 2, 3), found(index, "tag:\"high water\""));
        assertEquals(set(1, 3), found(index, "tag:Desk1"));
        assertEquals(set(1, 3), found(index, "tag:(desk1 -low)"));
        assertEquals(set(1, 2, 3), found(index, "tag:des*"));
        assertEquals(set(), found(index, "tag:water"));
        assertEquals(set(), found(index, "tag:desk"));
    }

    @Test
    void filters_hold_beside_words() {
        SearchIndex index = harbour();
        Filter filter = Filter.ALL.with(Fact.LANG, "en", "de").with(Fact.COUNTRY, "ML");
        assertEquals(list(2, 1), filtered(index, filter));
        assertEquals(list(2), filtered(index, filter.asking("russia")));
        assertEquals(list(), filtered(index, filter.with(Fact.SOURCE, "source0")));
        assertEquals(list(3, 1), filtered(index, Filter.ALL.with(Fact.AUTHOR, "BO  EXEMPEL 1")));
        assertEquals(list(3, 2, 1), filtered(index, Filter.ALL.with(Fact.PUBLISHER, "harbour gazette")));
        assertEquals(list(), filtered(index, Filter.ALL.with(Fact.PUBLISHER, "gazette")));
        assertEquals(list(2), filtered(index, Filter.ALL.with(Fact.TAG, "desk0", "nothing")));
        assertEquals(list(3, 2, 1), filtered(index, Filter.ALL.with(Fact.ACCESS, "open")));
        assertEquals(list(2, 1), filtered(index, Filter.ALL.with(Fact.CONFIDENCE, "high", "medium")));
        assertEquals(list(3), filtered(index, Filter.ALL.with(Fact.CONFIDENCE, "low")));
    }

    @Test
    void times_are_bounded_below_inclusively_and_above_exclusively() {
        SearchIndex index = harbour();
        Instant second = Samples.NOON.plus(Duration.ofMinutes(2));
        Instant third = second.plus(Duration.ofMinutes(1));
        Duration hour = Duration.ofHours(1);
        assertEquals(list(2), filtered(index, Filter.ALL.published(second, third)));
        assertEquals(list(2), filtered(index, Filter.ALL.arrived(second.plus(hour), third.plus(hour))));
        assertEquals(list(3, 2), filtered(index, Filter.ALL.changedSince(second.plus(hour))));
        assertEquals(list(), filtered(index, Filter.ALL.published(third, second)));
    }

    private static List<ArticleId> filtered(SearchIndex index, Filter filter) {
        return ids(search(index, Criteria.of(filter), Sort.NEWEST));
    }

    @Test
    void facts_are_counted_most_frequent_first() {
        SearchIndex index = harbour();
        assertEquals(
                new Counts(3, List.of(new Count("ML", 2), new Count("NE", 1), new Count("RU", 1)), true),
                index.counts(ALL, Fact.COUNTRY));
        assertEquals(new Counts(2, List.of(new Count("en", 2)), true), index.counts(words("treaty"), Fact.LANG));
        assertEquals(
                List.of(new Count("source0", 1), new Count("source1", 1), new Count("source2", 1)),
                index.counts(ALL, Fact.SOURCE).counts());
        assertEquals(
                List.of(new Count("High Water", 3), new Count("desk1", 2), new Count("desk0", 1)),
                index.counts(ALL, Fact.TAG).counts());
        assertEquals(
                List.of(new Count("Ada Beispiel", 3), new Count("Bo Exempel 1", 2), new Count("Bo Exempel 0", 1)),
                index.counts(ALL, Fact.AUTHOR).counts());
        assertEquals(
                List.of(new Count("Harbour Gazette", 3)),
                index.counts(ALL, Fact.PUBLISHER).counts());
        assertEquals(
                List.of(new Count("open", 3)), index.counts(ALL, Fact.ACCESS).counts());
        assertEquals(
                List.of(new Count("high", 2), new Count("low", 1)),
                index.counts(ALL, Fact.CONFIDENCE).counts());
    }

    @Test
    void times_are_counted_in_the_zone_asked_for() {
        SearchIndex index = index(document(1, null, "road"), document(59, null, "road"), document(800, null, "road"));
        ZoneId zone = ZoneId.of("Asia/Kolkata");
        assertEquals(
                List.of(
                        new Count("2026-01-02T17:00:00+05:30", 1),
                        new Count("2026-01-02T18:00:00+05:30", 1),
                        new Count("2026-01-03T06:00:00+05:30", 1)),
                index.counts(words("road"), new Facet.Time(Facet.Time.Unit.HOUR, zone))
                        .counts());
        assertEquals(
                List.of(new Count("2026-01-02", 2), new Count("2026-01-03", 1)),
                index.counts(words("road"), new Facet.Time(Facet.Time.Unit.DAY, zone))
                        .counts());
        assertEquals(
                List.of(new Count("2026-01", 3)),
                index.counts(words("road"), new Facet.Time(Facet.Time.Unit.MONTH, zone))
                        .counts());
    }

    @Test
    void similar_articles_share_the_words_that_matter_and_leave_out_the_example() {
        SearchDocument flood = document(1, "Flood in the harbour", "The river flooded the harbour quarter of Bamako");
        SearchIndex index = index(
                flood,
                document(2, "Harbour under water", "After the flood the harbour quarter of Bamako is under water"),
                document(3, "Football", "The national team won its match on Saturday evening"));
        Criteria like = new Criteria(
                Filter.ALL.similarTo(id(1)), new Criteria.Example("en", flood.headline() + "\n" + flood.text()));
        assertEquals(list(2), ids(search(index, like, Sort.RELEVANCE)));
        assertEquals(1, index.counts(like, Fact.LANG).articles());
    }

    private static Query query(String q) {
        return ((Understood) QueryParser.parse(q)).query();
    }

    @Test
    void a_passage_marks_the_words_found_in_code_points() {
        SearchIndex index = emptyIndex();
        String text = "\uD83C\uDF09 ".repeat(9_000) + "Nothing here. At last the bridge was opened again. And no more.";
        Passage passage = index.passage(query("bridge"), "en", text).orElseThrow();
        int at = text.codePointCount(0, text.indexOf("bridge"));
        assertEquals(at, passage.marks().getFirst().start());
        assertEquals(at + 6, passage.marks().getFirst().end());
        assertTrue(passage.span().start() <= at && passage.span().end() >= at + 6);
        assertEquals(Optional.empty(), index.passage(query("tunnel"), "en", text));
        assertEquals(Optional.empty(), index.passage(query("-bridge"), "en", text));
    }

    @Nested
    class Orders extends SearchOrderContract {
        @Override
        protected SearchIndex emptyIndex() {
            return SearchIndexContract.this.emptyIndex();
        }
    }

    @Nested
    class Revisions extends SearchChangesContract {
        @Override
        protected SearchIndex emptyIndex() {
            return SearchIndexContract.this.emptyIndex();
        }
    }
}

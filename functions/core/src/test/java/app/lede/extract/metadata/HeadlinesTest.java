package app.lede.extract.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.lede.article.Metadata;
import org.junit.jupiter.api.Test;

class HeadlinesTest {

    @Test
    void a_topic_in_front_is_dropped_where_the_social_title_does_without() {
        Metadata metadata = MetadataOf.page("""
            <meta property="og:title" content="Council votes to rebuild the quay">
            <h1>Ferries: Council votes to rebuild the quay</h1>\
            """);
        assertEquals("Council votes to rebuild the quay", metadata.headline());
        assertEquals("Ferries: Council votes to rebuild the quay", metadata.alternativeHeadline());
    }

    @Test
    void entities_escaped_twice_are_resolved() {
        assertEquals(
                "Und dann … Kai & Fähre",
                MetadataOf.page("<h1>Und dann &amp;#8230; Kai &amp;amp; Fähre</h1>")
                        .headline());
    }

    @Test
    void readings_and_glued_labels_are_kept_out_of_the_headline() {
        assertEquals(
                "雨で魚が上がる",
                MetadataOf.page("<h1><ruby>雨<rt>あめ</rt></ruby>で<ruby>魚<rt>さかな</rt></ruby>が上がる</h1>")
                        .headline());
        assertEquals(
                "Harbour The quay is rebuilt",
                MetadataOf.page("<h1><span>Harbour</span><span>The quay is rebuilt</span></h1>")
                        .headline());
    }

    @Test
    void a_word_in_front_is_part_of_the_headline() {
        assertEquals(
                "The council votes to rebuild the quay", MetadataOf.page("""
                    <meta property="og:title" content="council votes to rebuild the quay">
                    <h1>The council votes to rebuild the quay</h1>\
                    """).headline());
    }

    @Test
    void a_newsrooms_headline_for_search_engines_gives_way_to_the_name_it_shares_with_the_social_title() {
        assertEquals(
                "A quay nine years in the making gets its vote at last",
                MetadataOf.page("""
                    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Lindholm quay vote 2026",
                    "name": "A quay nine years in the making gets its vote at last"}</script>
                    <meta property="og:title" content="A quay nine years in the making gets its vote at last">
                    <h1>A quay nine years in the making gets its vote at last</h1>\
                    """).headline());
    }

    @Test
    void a_newsrooms_headline_stays_where_the_page_shows_it() {
        assertEquals(
                "Quay vote: what the plan means for ferries and fishermen",
                MetadataOf.page("""
                    <script type="application/ld+json">{"@type": "NewsArticle", "name": "Quay vote explained",
                    "headline": "Quay vote: what the plan means for ferries and fishermen"}</script>
                    <meta property="og:title" content="Quay vote explained">
                    <h1>Quay vote: what the plan means for ferries and fishermen</h1>\
                    """).headline());
    }

    @Test
    void the_site_is_known_by_its_name_and_by_its_host() {
        assertEquals(
                "Quay to be rebuilt",
                MetadataOf.page("<title>Quay to be rebuilt | News | Courier</title>"
                                + "<meta property='og:site_name' content='Courier News'>")
                        .headline());
        assertEquals(
                "Quay to be rebuilt",
                MetadataOf.page("<title>Quay to be rebuilt - Courier</title>").headline());
        assertEquals(
                "Quay to be rebuilt",
                MetadataOf.page("<title>Courier: Quay to be rebuilt</title>"
                                + "<meta property='og:site_name' content='Courier'>")
                        .headline());
        assertEquals(
                "Quay: a history",
                MetadataOf.page("<title>Quay: a history</title>").headline());
    }

    @Test
    void a_heading_that_shares_no_word_with_the_title_is_the_sections() {
        assertEquals(
                "Quay to be rebuilt",
                MetadataOf.page("<title>Quay to be rebuilt</title><h1>Our blog</h1>")
                        .headline());
    }

    @Test
    void no_title_is_no_headline() {
        assertNull(MetadataOf.page("<p>Nothing more.</p>").headline());
    }
}

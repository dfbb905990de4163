package app.lede.extract.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.lede.article.Metadata;
import java.util.List;
import java.util.stream.Stream;
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
    void a_topic_in_an_element_of_its_own_is_no_part_of_the_headline() {
        String h1 = "<h1><span class=\"story-kicker\">Harbour</span><span>The quay is rebuilt</span></h1>";
        assertEquals("The quay is rebuilt", MetadataOf.page(h1).headline());
        assertEquals(
                "Harbour The quay is rebuilt",
                MetadataOf.page("<title>Harbour: The quay is rebuilt | Courier</title>" + h1)
                        .headline());
        assertEquals(
                "Harbour The quay",
                MetadataOf.page("<h1><span class=kicker>Harbour</span><span>The quay</span></h1>")
                        .headline());
        assertEquals(
                "NATO warns the harbour of Baltic cables",
                MetadataOf.page("<h1><a class=topic>NATO</a> warns the harbour of <a>Baltic cables</a></h1>")
                        .headline());
    }

    @Test
    void the_words_of_the_logo_are_no_part_of_the_title() {
        String title = "<title>The quay is rebuilt - The Lindholm Lantern</title>";
        assertEquals(
                "The quay is rebuilt",
                MetadataOf.page(title + "<a href=\"/\">The Lindholm Lantern</a>")
                        .headline());
        assertEquals(
                "The quay is rebuilt",
                MetadataOf.page(title + "<a href=\"https://courier.example/\"><img alt=\"The Lindholm Lantern\"></a>")
                        .headline());
        assertEquals(
                "Ukraine: what happens after the war",
                MetadataOf.page("<title>Ukraine: what happens after the war</title><a href=\"/\">Ukraine</a>")
                        .headline());
        assertEquals(
                "The quay is rebuilt - The Lindholm Lantern",
                MetadataOf.page(title + "<a href=\"/lantern\">The Lindholm Lantern</a>")
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
    void a_heading_shown_twice_is_one() {
        assertEquals(
                "The quay will be rebuilt this summer", MetadataOf.page("""
                    <title>Lindholm quay: what changes</title><h1>The quay will be rebuilt this summer</h1>
                    <h1>The quay will be rebuilt this summer</h1>\
                    """).headline());
    }

    @Test
    void a_heading_in_the_text_is_of_a_section() {
        String paragraph = "<p>" + "The council has voted on the plan for the harbour. ".repeat(6) + "</p>";
        assertEquals(
                "Why do ferries love the quay?",
                MetadataOf.page("<title>Why do ferries love the quay?</title><h2>Why do ferries love the quay?</h2>"
                                + paragraph + "<h1>But what they love is the water</h1>")
                        .headline());
    }

    @Test
    void a_heading_that_the_title_puts_beside_the_social_title_is_the_sites() {
        for (String title : List.of("Harbour: Lessons of a lean quay", "Lessons of a lean quay - Harbour")) {
            assertEquals(
                    "Lessons of a lean quay",
                    MetadataOf.page("""
                        <title>%s</title><meta property="og:title" content="Lessons of a lean quay"><h1>Harbour</h1>\
                        """.formatted(title)).headline());
        }
    }

    @Test
    void names_of_the_site_in_front_of_the_title_are_dropped() {
        assertEquals(
                "The five best quays",
                MetadataOf.page("<title>Courier! | Courier.example - The five best quays</title>")
                        .headline());
        assertEquals(
                "Courier: a history",
                MetadataOf.page("<title>Courier: a history</title>").headline());
    }

    @Test
    void a_title_cut_off_by_a_limit_gives_way_to_the_whole() {
        assertEquals(
                "Quay to be rebuilt (including a ferry that nobody ordered)",
                MetadataOf.page("""
                    <script type="application/ld+json">{"@type": "Article",
                    "headline": "Quay to be rebuilt (including a ferry"}</script>
                    <meta property="og:title" content="Quay to be rebuilt (including a ferry that nobody ordered)">\
                    """).headline());
    }

    @Test
    void topics_that_differ_are_dropped_and_a_topic_before_the_whole_is_not() {
        assertEquals("«The quay decides about ferries»", MetadataOf.page("""
            <meta property="og:title" content="Lindholm votes: «The quay decides about ferries»">
            <h1>Harbour - «The quay decides about ferries»</h1>\
            """).headline());
        assertEquals(
                "Vote and voters: the quay decides about ferries",
                MetadataOf.page("""
                    <script type="application/ld+json">{"@type": "NewsArticle",
                    "headline": "Vote and voters: the quay decides about ferries"}</script>
                    <meta property="og:title" content="Harbour | Vote and voters: the quay decides about ferries">
                    <h1>Vote and voters: the quay decides about ferries</h1>\
                    """).headline());
    }

    @Test
    void a_topic_that_only_metadata_puts_in_front_is_dropped() {
        assertEquals("Quay to be rebuilt in stone", MetadataOf.page("""
            <title>Harbour blog: Quay to be rebuilt in stone</title>
            <h1>Quay to be rebuilt in stone</h1><h1>What is a quay?</h1>\
            """).headline());
    }

    @Test
    void no_title_is_no_headline() {
        assertNull(MetadataOf.page("<p>Nothing more.</p>").headline());
    }

    @Test
    void a_site_is_known_by_the_initials_that_its_host_has() {
        SiteNames site = new SiteNames(Stream.of(), "https://www.lhb.example/quay");
        assertEquals("Quay to be rebuilt", site.without("Quay to be rebuilt | Lindholm Harbour Board", part -> false));
        assertEquals(
                "Quay to be rebuilt | Lindholm Ferry Board",
                site.without("Quay to be rebuilt | Lindholm Ferry Board", part -> false));
    }

    @Test
    void the_second_half_of_a_headline_is_no_name_of_a_site_whose_address_begins_with_www() {
        SiteNames site = new SiteNames(Stream.of(), "https://www.courier.com/quay");
        for (String headline : List.of("Quay collapse – what went wrong?", "Quay – Can Officials Mediate?")) {
            assertEquals(headline, site.without(headline, part -> false));
        }
    }

    @Test
    void a_heading_about_something_else_does_not_keep_the_headline_from_being_the_only_one() {
        assertEquals(
                "What the rebuilt quay means for ferries", MetadataOf.page("""
                    <title>Ferries and the quay: a list</title>
                    <h1>What the rebuilt quay means for ferries</h1><h1>Select your town</h1>\
                    """).headline());
    }

    @Test
    void a_heading_as_long_as_a_paragraph_is_no_headline() {
        String paragraph = "The council voted on the quay and on the ferries that leave from there. ".repeat(4);
        assertEquals(
                "Quay to be rebuilt",
                MetadataOf.page("<title>Quay to be rebuilt</title><h1>" + paragraph + "</h1>")
                        .headline());
    }
}

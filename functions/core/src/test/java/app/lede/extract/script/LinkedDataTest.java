package app.lede.extract.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.extract.page.PageElements;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedDataTest {

    private static final String STORY = """
        {"@type":"NewsArticle","headline":"Quay closes","datePublished":"2026-03-04","author":{"name":"Ines Lindqvist"}}\
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//<![CDATA[\n%s\n//]]>",
                "/* <![CDATA[ */ %s /* ]]> */",
                "<!-- %s -->",
                "{\"@type\":\"WebSite\"}\n%s",
                "%s;",
                "[{\"@type\":\"WebSite\"},%s,]",
                "{\"@graph\":[%s],}"
            })
    void comments_marks_and_neighbours_hide_no_article(String around) {
        assertEquals(Optional.of("Quay closes"), of(around.formatted(STORY)).text("headline"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@type':'Article','headline':'The \"eastern\" quay','description':'x'}",
                "{'@type':'Article','headline':'The \"eastern\" quay'}",
                "{'@type' : 'Article' , 'headline' : 'The \"eastern\" quay' , 'keywords' : [ 'a \"b\" c', 'd' ] }",
                "{'headline':'The \"eastern\" quay','wordCount':12,'@type':'Article'}"
            })
    void a_quotation_mark_inside_a_text_is_a_part_of_it(String json) {
        assertEquals(
                Optional.of("The \"eastern\" quay"), of(json.replace('\'', '"')).text("headline"));
    }

    @Test
    void the_bearers_of_a_role_and_a_tagged_name_are_names() {
        for (String author : List.of(
                "{'@type':'Role','author':{'@type':'Person','name':'Ines Lindqvist'}}",
                "{'@type':'Person','name':{'@value':'Ines Lindqvist','@language':'sv'}}",
                "{'@type':'Role','author':[{'@type':'Person','name':'Ines Lindqvist'}]}")) {
            String json = "{'@type':'Article','author':" + author + "}";
            assertEquals(
                    List.of(new LinkedData.Name("Ines Lindqvist", false)),
                    of(json.replace('\'', '"')).names("author"),
                    author);
            assertEquals(List.of(new LinkedData.Name("Ines Lindqvist", false)), of(json).names("author"), author);
        }
    }

    @Test
    void a_number_is_a_moment_and_no_text() {
        LinkedData data = of("{\"@type\":\"Article\",\"headline\":20260304,\"datePublished\":1772611200}");
        assertEquals(Optional.of("1772611200"), data.moment("datePublished"));
        assertEquals(Optional.empty(), data.text("headline"));
    }

    @Test
    void catalogues_put_the_surname_first_and_lists_of_names_do_not() {
        assertEquals(
                List.of("Ines Lindqvist", "R. A. van der Berg", "Oskar Blom, Marta Ekholm", "Blom"),
                PersonName.inOrder(
                        List.of("Lindqvist, Ines; van der Berg, R. A.", "Oskar Blom, Marta Ekholm", "Blom")));
    }

    @Test
    void quotation_marks_before_commas_and_colons_of_a_text_stay() {
        assertEquals(
                Optional.of("Er sagte \"ja\", dann \"nein\": so war es"),
                of("{\"@type\":\"Article\",\"headline\":\"Er sagte \"ja\", dann \"nein\": so war es\"}")
                        .text("headline"));
    }

    @Test
    void entities_in_place_of_quotation_marks_are_resolved() {
        String json = STORY.replace("\"", "&quot;").replace("Quay closes", "Café &amp; Kai");
        assertEquals(Optional.of("Café & Kai"), of(json).text("headline"));
    }

    @Test
    void the_article_is_the_thing_that_the_page_shows() {
        String review = "{\"@type\":\"Review\",\"name\":\"Eel"
                + " smoker\",\"author\":{\"@type\":\"Organization\",\"name\":\"Courier\"}}";
        String teaser = "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sold\",\"datePublished\":\"2025-01-01\"}";
        LinkedData data = of("[" + review + "," + teaser + "," + STORY + "]");
        assertEquals(Optional.of("Quay closes"), data.text("headline"));
        assertEquals(List.of(new LinkedData.Name("Ines Lindqvist", false)), data.names("author"));
    }

    @Test
    void types_may_be_lists_or_have_a_prefix() {
        assertEquals(
                Optional.of("A"),
                of("{\"@type\":[\"Thing\",\"schema:BlogPosting\"],\"headline\":\"A\"}")
                        .text("headline"));
        assertEquals(
                Optional.of("A"),
                of("{\"@type\":\"https://schema.org/NewsArticle\",\"headline\":\"A\"}")
                        .text("headline"));
    }

    @Test
    void a_person_may_be_named_in_parts_or_elsewhere_in_the_graph() {
        LinkedData data = of("""
            {"@graph":[{"@type":"Article","headline":"Quay closes","author":[{"@id":"#a"},
            {"@type":"Person","givenName":"Tor","additionalName":"A.","familyName":"Lind"}]},
            {"@id":"#a","@type":"Person","givenName":"İpek","familyName":"Yıldız"}]}\
            """);
        assertEquals(
                List.of(new LinkedData.Name("İpek Yıldız", false), new LinkedData.Name("Tor A. Lind", false)),
                data.names("author"));
    }

    @Test
    void the_updates_of_a_live_blog_are_its_text() {
        LinkedData data = of("""
            {"@type":"LiveBlogPosting","liveBlogUpdate":[{"headline":"Second pile","articleBody":"It is long."},
            {"headline":"First pile","articleBody":"It is short."}]}\
            """);
        assertEquals("Second pile\nIt is long.\nFirst pile\nIt is short.", data.body());
    }

    private static LinkedData of(String json) {
        return LinkedData.of(PageElements.of(Jsoup.parse("<title>Quay closes | Courier</title><h1>Quay closes</h1>"
                + "<script type='application/ld+json'>" + json + "</script>")));
    }
}

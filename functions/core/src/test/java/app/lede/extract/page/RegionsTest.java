package app.lede.extract.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class RegionsTest {

    private static boolean isIn(Region region, String html) {
        return passages(html).getFirst().frame().in(region);
    }

    private static List<Passage> passages(String html) {
        return PassageReader.read(Jsoup.parse(html)).list();
    }

    @Test
    void names_say_what_a_part_is_by_id_and_by_class() {
        assertTrue(isIn(Region.COMMENTS, "<section id=comments><p>I disagree"));
        assertTrue(isIn(Region.CONSENT, "<div class='x onetrust-pc-dark-filter'><p>We value your privacy"));
        assertTrue(isIn(Region.FACTBOX, "<div class=Metro-FactBox__content><p>In figures"));
        assertTrue(isIn(Region.EMBED, "<blockquote class=twitter-tweet><p>Roof is off"));
    }

    @Test
    void a_name_that_only_has_such_a_word_in_it_says_nothing() {
        assertFalse(isIn(Region.COMMENTS, "<article class='post no-comments comments-open'><p>Text"));
        assertFalse(isIn(Region.ASIDE, "<div class='content has-sidebar no-sidebar'><p>Text"));
    }

    @Test
    void a_name_that_says_what_an_element_has_is_none() {
        assertFalse(isIn(Region.CAPTION, "<div class='has-caption'><p>Text"));
        assertTrue(isIn(Region.CAPTION, "<div class='photo-caption'><p>Text"));
    }

    @Test
    void class_names_may_stand_on_lines_of_their_own() {
        assertTrue(isIn(Region.COMMENTS, "<div class='one\n  two\n\tcomments-area'><p>Text"));
    }

    @Test
    void text_hidden_on_small_screens_only_is_text() {
        assertEquals(
                "Read on",
                passages("<p>Read <span class='sr-only lg:not-sr-only'>on</span>")
                        .getFirst()
                        .text());
    }

    @Test
    void the_order_that_the_weights_were_trained_on_stays() {
        assertEquals(
                "NAV FOOTER ASIDE HEADER FORM FIGURE CAPTION LIST TABLE QUOTE HEADING ARTICLE MAIN LINK DIALOG DETAILS"
                        + " HIDDEN BODY_MARKUP COMMENTS CONSENT EMBED FACTBOX RELATED SIGNUP UNSEEN COLOPHON",
                Stream.of(Region.values()).map(Region::name).collect(Collectors.joining(" ")));
    }

    @Test
    void a_disclaimer_and_a_box_about_the_author_are_a_colophon() {
        assertTrue(isIn(Region.COLOPHON, "<div class='text aem-disclaimer'><p>Text"));
        assertTrue(isIn(Region.COLOPHON, "<div class=post-author-bio><p>Text"));
        assertFalse(isIn(Region.COLOPHON, "<div class=author><p>Text"));
    }

    @Test
    void what_the_body_is_called_is_said_of_no_part() {
        assertFalse(isIn(Region.COMMENTS, "<body class=comments><p>Text"));
    }

    @Test
    void text_for_screen_readers_is_no_text() {
        assertEquals(
                "Read the plan of the council",
                passages("<p>Read <span class=sr-only>(opens in a new window)</span>the plan of the council")
                        .getFirst()
                        .text());
    }

    @Test
    void a_passage_knows_its_picture_its_bold_and_its_leading_link() {
        Passage passage = passages("<img src=a.png><p><a href=/b>The <b>quay</b></a> is closed")
                .getFirst();
        assertTrue(passage.style().afterPicture());
        assertTrue(passage.style().linkFirst());
        assertEquals(4.0 / 15, passage.style().strong(), 1e-9);
        assertFalse(passages("<img src=a.png><p>One<p>Two").getLast().style().afterPicture());
    }
}

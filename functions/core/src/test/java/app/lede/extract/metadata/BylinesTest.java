package app.lede.extract.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.text.LowerCase;
import java.util.List;
import org.junit.jupiter.api.Test;

class BylinesTest {

    private static final List<String> INES = List.of("Ines Lindqvist");

    @Test
    void by_and_its_translations_are_no_part_of_a_name() {
        for (String line : List.of(
                "By Ines Lindqvist",
                "ByInes Lindqvist",
                "Written by: Ines Lindqvist",
                "Von Ines Lindqvist, Lindholm",
                "Écrit par Ines Lindqvist",
                "Автор: Ines Lindqvist",
                "文/Ines Lindqvist")) {
            assertEquals(INES, Names.in(List.of(line)), line);
        }
        assertEquals(List.of("Von Berg"), Names.in(List.of("Von Berg")));
    }

    @Test
    void several_authors_are_several_names() {
        assertEquals(
                List.of("Ines Lindqvist", "Oskar Blom", "Marta Ekholm"),
                Names.in(List.of("By Ines Lindqvist, Oskar Blom and Marta Ekholm")));
    }

    @Test
    void roles_dates_and_other_people_are_left_out() {
        assertEquals(INES, Names.in(List.of("By Ines Lindqvist, Senior Harbour Editor")));
        assertEquals(INES, Names.in(List.of("Ines Lindqvist Updated Jan 6, 2026")));
        assertEquals(INES, Names.in(List.of("Ines Lindqvist", "Reviewed by Oskar Blom")));
        assertEquals(INES, Names.in(List.of("Ines Lindqvist", "March 12", "4 min read", "View all posts »")));
        assertEquals(
                INES, Names.in(List.of("Ines Lindqvist (Lindholm, county bureau)", "https://social.example/courier")));
    }

    @Test
    void the_paper_behind_a_comma_is_no_second_author() {
        for (String line : List.of(
                "By Ines Lindqvist, The Harbour Times",
                "By Ines Lindqvist, Lindholm Gazette",
                "By Ines Lindqvist, Associated Press",
                "Ines Lindqvist, Reporter, The Courier",
                "Von Ines Lindqvist, Lindholmer Nachrichten",
                "Par Ines Lindqvist, Le Monde",
                "Por Ines Lindqvist, Diario del Puerto")) {
            assertEquals(INES, Names.in(List.of(line)), line);
        }
        assertEquals(
                List.of("Ines Lindqvist", "Oskar Blom"),
                Names.in(List.of("By Ines Lindqvist, Oskar Blom, Harbour News")));
    }

    @Test
    void people_whose_names_papers_have_are_authors() {
        assertEquals(
                List.of("Ines Lindqvist", "Emily Post", "Gretchen Daily"),
                Names.in(List.of("By Ines Lindqvist, Emily Post and Gretchen Daily")));
        assertEquals(List.of("The Harbour Times"), Names.in(List.of("By The Harbour Times")));
    }

    @Test
    void japanese_labels_stand_before_and_behind_a_name() {
        for (String line : List.of("文・田中花子", "文＝田中花子", "文・写真 田中花子", "取材・文：田中花子", "記者・田中花子", "編集委員・田中花子", "田中花子 編集委員")) {
            assertEquals(List.of("田中花子"), Names.in(Names.byline(line).stream().toList()), line);
        }
        for (String line : List.of("記者 田中 花子", "田中 花子 記者", "記者・田中 花子", "文・田中 花子")) {
            assertEquals(List.of("田中 花子"), Names.in(Names.byline(line).stream().toList()), line);
        }
        assertEquals(List.of("佐藤はなこ"), Names.in(List.of("記者・佐藤はなこ")));
    }

    @Test
    void letters_behind_a_name_stay_with_it_and_an_agencys_do_not() {
        assertEquals(List.of("Ines Lindqvist, MD"), Names.in(List.of("Ines Lindqvist, MD")));
        assertEquals(INES, Names.in(List.of("Ines Lindqvist, AFP")));
    }

    @Test
    void a_name_may_have_digits_and_no_capitals_where_machines_read_it() {
        assertEquals(List.of("Kanal24 Redaktion"), authors("<meta name=author content='Kanal24 Redaktion'>"));
        assertEquals(List.of("ines lindqvist"), authors("<meta name=author content='ines lindqvist'>"));
    }

    @Test
    void the_card_for_social_networks_knows_the_name_behind_the_account() {
        assertEquals(INES, authors("""
            <meta name="author" content="ines77">
            <meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ines Lindqvist">\
            """));
    }

    @Test
    void a_profile_on_a_network_is_no_name_and_the_next_declaration_is_asked() {
        assertEquals(INES, authors("""
            <meta property="article:author" content="https://social.example/courier">
            <meta name="sailthru.author" content="Ines Lindqvist">\
            """));
    }

    @Test
    void a_link_to_an_authors_page_beside_the_headline_names_the_author() {
        assertEquals(INES, authors("""
            <main><div><h1>Quay to be rebuilt</h1><div><a href="/author/ines/">Ines Lindqvist</a></div></div>
            <div class="related"><a href="/author/oskar/">Oskar Blom</a></div></main>\
            """));
    }

    @Test
    void who_comments_is_no_author() {
        assertEquals(List.of(), authors("""
            <article><h1>Quay to be rebuilt</h1><ol class="comment-list"><li class="comment">
            <a rel="author" href="/u/oskar">Oskar Blom</a></li></ol></article>\
            """));
    }

    @Test
    void a_byline_may_follow_the_time() {
        assertEquals(
                INES, authors("<h1>Quay to be rebuilt</h1><p>04.03.26 | 14:07 Uhr | Von <b>Ines Lindqvist</b></p>"));
    }

    @Test
    void what_only_style_sets_apart_is_taken_apart() {
        assertEquals(INES, authors("""
            <h1>Quay to be rebuilt</h1><div class="byline__text"><a href="/about/ines"><span>Ines Lindqvist</span><span>Senior
            Editor</span></a></div>\
            """));
        assertEquals(List.of("Ines Lindqvist", "Oskar Blom", "Marta Anna Ekholm"), authors("""
            <div><h1>Quay to be rebuilt</h1><div class="article-byline"><span>Ines Lindqvist</span> <span>Oskar Blom</span>
            <span>Marta Anna Ekholm</span></div></div>\
            """));
    }

    @Test
    void a_byline_says_more_than_a_site_that_declares_itself() {
        String declared = """
            <meta property="og:site_name" content="Courier.example"><meta name="author" content="COURIER"><h1>Quay</h1>\
            """;
        assertEquals(INES, authors(declared + "<p>By Ines Lindqvist</p>"));
        assertEquals(List.of("COURIER"), authors(declared + "<p>Tuesday</p>"));
    }

    @Test
    void a_name_beside_the_date_is_taken_where_nothing_else_names_anybody() {
        assertEquals(INES, authors("<h1>Quay to be rebuilt</h1><p>4 March 2026 · Ines Lindqvist</p>"));
        assertEquals(
                List.of(), authors("<h1>Quay to be rebuilt</h1><p>4 March 2026 · <a href=/c/9>Harbour News</a></p>"));
    }

    @Test
    void a_button_and_by_alone_are_nobody() {
        assertEquals(List.of(), Names.in(List.of("Von", "Follow")));
    }

    @Test
    void some_systems_write_value_for_content() {
        assertEquals(INES, authors("<meta name=author value='Ines Lindqvist'>"));
    }

    @Test
    void a_byline_is_read_in_many_forms() {
        for (String line : List.of(
                "This article was contributed by Ines Lindqvist",
                "Submitted by Ines Lindqvist on Wed, 03/04/2026 - 09:12",
                "Words by Ines Lindqvist, photos by Oskar Blom",
                "Text: Ines Lindqvist, Fotos: Oskar Blom",
                "By Ines Lindqvist for the Courier",
                "Von Ines Lindqvist für die Lindholmer Post",
                "Ines Lindqvist | Courier Staff",
                "By LINDQVIST, Ines",
                "Ines Lindqvist ❤️🚲",
                "ines@courier.example (Ines Lindqvist)",
                "Ines Lindqvist ines@courier.example",
                "By Ines Lindqvist @inesl",
                "Von Ines Lindqvist 04.03.2026-08:10",
                "By Ines Lindqvist March 4, 2026 at 6 pm",
                "Ines Lindqvist Writer")) {
            List<String> names = Names.in(List.of(Names.byline(line).orElse(line)));
            assertEquals("ines lindqvist", LowerCase.of(String.join("+", names)), line);
        }
    }

    @Test
    void a_colleague_or_an_agency_may_stand_behind_with() {
        for (String line : List.of(
                "Par Ines Lindqvist avec Oskar Blom",
                "Von Ines Lindqvist mit Oskar Blom",
                "Por Ines Lindqvist con Oskar Blom")) {
            assertEquals(List.of("Ines Lindqvist", "Oskar Blom"), Names.in(List.of(line)), line);
        }
    }

    @Test
    void the_reporters_label_may_stand_before_or_behind_the_name() {
        assertEquals(List.of("김서연"), Names.in(List.of("김서연 기자")));
        assertEquals(List.of("김서연", "박지훈"), Names.in(List.of("김서연 기자, 박지훈 기자")));
        assertEquals(List.of("陈海"), Names.in(List.of("来源：码头日报 记者 陈海 2026-03-04 08:10")));
        assertEquals(List.of("陈海", "林小波"), Names.in(List.of("来源：码头日报 作者：陈海 林小波 2026-03-04")));
        assertEquals(List.of("田中花子"), Names.in(List.of("田中花子記者")));
    }

    @Test
    void everybody_at_once_is_nobody_new() {
        assertEquals(
                List.of("Ines Lindqvist", "Oskar Blom"),
                Names.in(List.of("Ines Lindqvist", "Oskar Blom", "Ines Lindqvist Oskar Blom")));
    }

    @Test
    void a_name_alone_beside_date_or_reading_time_signs_the_article() {
        assertEquals(INES, authors("<h1>Quay to be rebuilt</h1><p>Ines Lindqvist</p><p>4 March 2026</p><p>Text.</p>"));
        assertEquals(INES, authors("<h1>Kai wird gebaut</h1><p>5 Minuten</p><p>Ines Lindqvist</p><p>Text.</p>"));
        assertEquals(
                INES, authors("<h1>Quai</h1><p><a href=/equipe/ines-lindqvist>Ines Lindqvist</a></p><p>4 min</p>"));
    }

    @Test
    void a_topic_beside_the_date_signs_nothing() {
        String line = "<h1>Quay to be rebuilt</h1><p>Harbour News</p><p>4 March 2026</p><p>Text.</p>";
        assertEquals(List.of(), authors("<nav><ul><li><a href=/h>Harbour News</a></li></ul></nav>" + line));
        assertEquals(List.of(), authors("<meta property='article:section' content='Harbour News'>" + line));
        assertEquals(List.of(), authors(line.replace("Harbour News", "<a href=/topic/harbour-news>Harbour News</a>")));
    }

    @Test
    void an_author_may_sign_below_the_text() {
        String story =
                "<h1>Quay to be rebuilt</h1><p>The quay of Lindholm is to be rebuilt by the summer of next year.</p>";
        assertEquals(INES, authors(story + "<p>This post was written by Ines Lindqvist, Head of Harbours</p>"));
        assertEquals(
                List.of("Ines Lindqvist", "Oskar Blom"),
                authors(story + "<p>Authors: Ines Lindqvist and Oskar Blom, educators</p>"));
        assertEquals(
                INES,
                authors(story + "<h3>About the author</h3><p>Ines Lindqvist is a reporter who lives by the quay.</p>"));
        assertEquals(
                INES, authors(story + "<h3>À propos de l’auteur</h3><p>Ines Lindqvist est journaliste au port.</p>"));
        assertEquals(
                INES,
                authors(story + "<h3>Über die Autorin</h3><p>Ines Lindqvist ist Redakteurin und wohnt am Hafen.</p>"));
    }

    @Test
    void a_shown_byline_beats_an_uploader_whom_the_page_never_shows() {
        String uploaded = """
            <script type="application/ld+json">{"@type":"Article","author":{"@type":"Person","name":"Oskar Blom"}}</script>\
            """;
        assertEquals(INES, authors(uploaded + "<h1>Quay to be rebuilt</h1><p>By Ines Lindqvist</p><p>Text.</p>"));
        assertEquals(
                List.of("Oskar Blom"), authors(uploaded + "<h1>Quay</h1><p>By Ines Lindqvist</p><p>Oskar Blom</p>"));
    }

    @Test
    void links_departments_and_labels_are_nobody() {
        assertEquals(List.of(), Names.in(List.of("Articles by Ines", "Marketing", "in News", "design: Oskar Blom")));
        assertEquals(INES, Names.in(List.of("By Ines Lindqvist, in Harbour News")));
        assertEquals(List.of("Ines Lindqvist", "Oskar Blom"), Names.in(List.of("By Ines Lindqvist + Oskar Blom")));
    }

    @Test
    void who_wrote_the_books_of_a_list_did_not_write_the_list() {
        assertEquals(
                List.of("Ines"),
                authors("<h1>Books on quays</h1><p>by Ines</p><p>" + "A sentence about books on harbours. ".repeat(9)
                        + "</p><p>by Oskar Blom</p><p>by Marta Ekholm</p>"));
    }

    @Test
    void a_site_named_like_a_person_gives_way_to_the_byline() {
        assertEquals(INES, authors("""
            <meta property="og:site_name" content="One Quay Rebuilt"><meta name=author content="One Quay Rebuilt">
            <h1>Quay to be rebuilt</h1><p>by Ines Lindqvist</p><p>One Quay Rebuilt</p>\
            """));
    }

    @Test
    void a_name_may_stand_with_the_date_above_the_headline_or_lead_to_its_bearer_in_a_small_heading() {
        assertEquals(INES, authors("<p>4 March 2026</p><p>Ines Lindqvist</p><h1>Quay to be rebuilt</h1><p>Text.</p>"));
        assertEquals(INES, authors("""
            <h1>Quay to be rebuilt</h1><h3><a href=/people/ines-lindqvist>Ines Lindqvist</a></h3><p>4 March 2026</p>\
            """));
    }

    @Test
    void a_name_in_bold_that_ends_the_text_signs_it() {
        String text = "<p>" + "The quay of Lindholm is to be rebuilt by summer. ".repeat(3) + "</p>";
        String page = "<h1>Quay to be rebuilt</h1><article>" + text + text + "<p><strong>%s</strong></p>%s</article>";
        assertEquals(INES, authors(page.formatted("Ines Lindqvist", "")));
        assertEquals(List.of(), authors(page.formatted("Harbour Office Hours", text + text)));
        assertEquals(List.of(), authors(page.replace("strong", "span").formatted("Ines Lindqvist", "")));
    }

    @Test
    void all_authors_of_a_paper_are_cited() {
        assertEquals(List.of("Ines Lindqvist", "Oskar Blom"), authors("""
            <meta name=citation_authors content="Ines Lindqvist"><meta name=citation_authors content="Oskar Blom">
            <meta name=dc.creator content="Ines Lindqvist">\
            """));
    }

    @Test
    void sections_behind_a_name_are_none() {
        assertEquals(List.of("TPN"), Names.in(List.of("By TPN, in News, Lindholm, Harbour")));
        assertEquals(INES, Names.in(List.of("By Ines Lindqvist, in Harbour")));
    }

    @Test
    void an_agency_stays_beside_a_newsroom_and_not_beside_a_person() {
        String agency = "{'@type': 'Organization', 'name': 'Nordic Press Agency'}";
        String page = "<script type='application/ld+json'>{'@type': 'NewsArticle', 'headline': 'Quay to be rebuilt',"
                + " 'author': [%s, {'@type': 'Person', 'name': '%s'}]}</script><h1>Quay to be rebuilt</h1>";
        assertEquals(
                List.of("Nordic Press Agency", "LC-Redaktion"),
                authors(page.formatted(agency, "LC-Redaktion").replace('\'', '"')));
        assertEquals(INES, authors(page.formatted(agency, "Ines Lindqvist").replace('\'', '"')));
    }

    @Test
    void a_second_author_whom_only_the_page_links_is_one() {
        assertEquals(List.of("Oskar Blom", "Ines Lindqvist"), authors("""
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Quay to be rebuilt",
            "author": {"@type": "Person", "name": "Ines Lindqvist"}}</script>
            <div><h1>Quay to be rebuilt</h1>
            <address><a rel="author" href="mailto:oskar@courier.example"><b>Oskar</b> <b>Blom</b></a></address>
            <address><a rel="author" href="mailto:ines@courier.example"><b>Ines</b> <b>Lindqvist</b></a></address></div>\
            """));
    }

    @Test
    void the_holder_of_the_copyright_is_no_author_where_another_field_names_one() {
        String page = "<meta name='author' content='Lindholm Media'><meta name='copyright' content='Copyright (c)"
                + " Lindholm Media 2026'>";
        assertEquals(INES, authors(page + "<meta name='article:author' content='Ines Lindqvist'>"));
        assertEquals(List.of("Lindholm Media"), authors(page));
    }

    @Test
    void a_person_is_preferred_to_a_staff() {
        assertEquals(INES, authors("""
            <meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Harbour Staff">
            <meta name="author" content="Ines Lindqvist">\
            """));
    }

    @Test
    void a_name_of_one_word_of_many_or_in_small_letters_is_not_taken_for_a_staff() {
        for (String name : List.of("Mariam", "bell hooks", "José María de la Cruz Fernández", "Ines Lindqvist, MD")) {
            assertEquals(List.of(name), authors("""
                <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Quay to be rebuilt",
                "author": {"@type": "Person", "name": "%s"}}</script>
                <meta name="author" content="Lindholm Media"><h1>Quay to be rebuilt</h1>\
                """.formatted(name)));
        }
    }

    @Test
    void a_staff_stays_beside_the_name_of_the_site() {
        assertEquals(List.of("Harbour Staff"), authors("""
            <meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Harbour Staff">
            <meta name="author" content="Lindholm Media"><meta property="og:site_name" content="Lindholm Media">\
            """));
    }

    @Test
    void the_line_below_the_headline_counts_and_not_the_one_below_its_copy_in_a_menu() {
        assertEquals(INES, authors("""
            <header><h3>Quay to be rebuilt</h3></header>
            <nav>%s</nav>
            <h1>Quay to be rebuilt</h1><div><span>Ines Lindqvist |</span> <span>04.03.2026</span></div>\
            """.formatted("<p>Harbour</p>".repeat(20))));
    }

    private static List<String> authors(String html) {
        return MetadataOf.page(html).authors();
    }
}

package app.lede.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.RawDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** News of a sentence or two is an article in every language, and lines that sign or date it are no part of it. */
class BriefsTest {

    private final ArticleExtractor extractor = new ArticleExtractor();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Ferry sails again | The ferry sailed again on Friday after four months.",
                "fi | Lautta kulkee taas | Lautta aloitti liikennöinnin perjantaina neljän kuukauden huoltotauon"
                        + " jälkeen.",
                "tr | Vapur yeniden seferde | Vapur dört aylık bakımın ardından cuma sabahı sefere çıktı.",
                "ko | 여객선 운항 재개 | 여객선이 넉 달의 수리를 마치고 금요일 운항을 다시 시작했다.",
                "zh | 渡轮恢复航行 | 渡轮经过四个月维修后于周五恢复航行。",
                "he | המעבורת חזרה | המעבורת חזרה לשוט ביום שישי לאחר ארבעה חודשים.",
                "ar | عودة العبّارة | عادت العبّارة إلى الإبحار يوم الجمعة بعد أربعة أشهر.",
                "lt | Keltas vėl plaukia | Keltas penktadienį vėl išplaukė po keturių mėnesių remonto.",
                "bg | Фериботът отново плава | Фериботът отплава отново в петък след четири месеца ремонт.",
                "hi | नाव फिर चली | चार महीने की मरम्मत के बाद नाव शुक्रवार को फिर चली।",
            })
    void a_headline_and_a_sentence_are_an_article(String language, String headline, String sentence) {
        assertEquals(
                sentence, article(language, headline, "<p>" + sentence + "</p>").text());
        String dated = article(language, headline, "<p class=date>12.06.2026 08:40</p><p>" + sentence + "</p>")
                .text();
        assertTrue(dated.endsWith(sentence), dated);
    }

    @Test
    void the_second_sentence_of_a_brief_is_kept_beside_the_first() {
        String first = "항구 시장이 넉 달의 공사를 마치고 금요일 문을 열었다.";
        String second = "상인회는 첫날 손님이 작년보다 두 배 많았다고 전했다.";
        Extracted brief = article("ko", "항구 시장 새 단장", "<p>이서연 기자</p><p>" + first + "</p><p>" + second + "</p>");
        assertEquals(
                List.of(first, second),
                brief.text().lines().filter(line -> !line.isBlank()).toList());
    }

    @Test
    void a_headline_and_labels_are_none() {
        String labels = "<p>Share</p><p>12.06.2026.</p><p><a href=/a>The ferry timetable is on this page.</a></p>";
        assertInstanceOf(Extraction.Nothing.class, extract("en", "Ferry sails again", labels));
    }

    @Test
    void a_refusal_is_no_brief() {
        String refusal = "<p>Access denied. You do not have permission to access the harbour's server.</p>";
        assertInstanceOf(Extraction.Nothing.class, extract("en", "Access denied", refusal));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi | Thứ Sáu, 12/06/2026",
                "zh | 星期五 · 2026年6月12日",
                "ko | 금요일 / 2026.06.12",
                "ar | الجمعة / 12 يونيو 2026",
                "de | Freitag · 12. Juni 2026",
            })
    void a_weekday_beside_the_date_is_no_author(String language, String date) {
        String body =
                "<div>" + date + "</div><p>" + "Quay 4 is open to ferries again, the harbour said. ".repeat(5) + "</p>";
        assertEquals(
                List.of(),
                article(language, "Quay four is open to ferries again", body)
                        .metadata()
                        .authors());
    }

    @ParameterizedTest
    @CsvSource({"이서연 기자, 이서연", "부산=박도윤 특파원, 박도윤", "佐藤一郎 記者, 佐藤一郎"})
    void a_reporter_named_by_title_is_author_and_not_text(String line, String name) {
        String told = "여객선이 넉 달의 수리를 마치고 금요일 운항을 다시 시작했다고 항만 당국이 이날 오전 발표한 자료에서 밝혔다.";
        Extracted article = article("ko", "여객선 운항 재개", "<p>" + line + "</p><p>" + told + "</p>");
        assertEquals(List.of(name), article.metadata().authors());
        assertEquals(told, article.text());
    }

    @Test
    void a_greek_byline_begins_with_the_article() {
        String told =
                "Το πλοίο σάλπαρε ξανά την Παρασκευή, έπειτα από τέσσερις μήνες επισκευών, ανακοίνωσε χθες το λιμάνι.";
        Extracted article = article("el", "Το πλοίο σαλπάρει", "<p>Της Ελένης Μαυρίδη</p><p>" + told + "</p>");
        assertEquals(List.of("Ελένης Μαυρίδη"), article.metadata().authors());
    }

    @Test
    void linked_titles_with_a_paragraph_each_are_a_review_and_with_a_line_each_a_list() {
        String review = "A patient book about %s, whose keeper counts the boats each night and, when one is missing,"
                + " lights a second lamp that nobody in the harbour has ever seen before.";
        assertInstanceOf(Extracted.class, extract("en", "Five books for the quay", reviews(review)));
        String line = "A patient book about %s, whose keeper counts the boats each night.";
        assertInstanceOf(Extraction.Nothing.class, extract("en", "Five books for the quay", reviews(line)));
    }

    private static String reviews(String words) {
        StringBuilder body = new StringBuilder("<p>We read sixty books by the sea this year and kept these.</p>");
        for (String thing : List.of("a lighthouse", "a salt pan", "a ferry", "a dry dock", "an eel trap", "a buoy")) {
            body.append("<h2><a href='/books/" + thing.hashCode() + "'>The long winter of " + thing + "</a></h2><p>")
                    .append(words.replace("%s", thing))
                    .append("</p>");
        }
        return body.toString();
    }

    private Extracted article(String language, String headline, String body) {
        return assertInstanceOf(Extracted.class, extract(language, headline, body));
    }

    private Extraction extract(String language, String headline, String body) {
        String html = "<!doctype html><html lang=" + language + "><head><meta charset=utf-8><title>" + headline
                + "</title></head><body><main><article><h1>" + headline + "</h1>" + body
                + "</article></main></body></html>";
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return extractor.extract(new RawDocument(bytes, "text/html", "page.html", "https://courier.example/quay"));
    }
}

package app.lede.extract.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PassageReaderTest {

    @Test
    void inline_elements_that_touch_are_words_apart() {
        assertEquals(
                List.of("By Ines Lindqvist Mar. 4, 2026"),
                texts("<p>By <a>Ines Lindqvist</a><time>Mar. 4, 2026</time>"));
        assertEquals(List.of("INES LINDQVIST 4 March"), texts("<p><span>INES LINDQVIST</span><span>4 March</span>"));
        assertEquals(
                List.of("Von Ines Lindqvist 04.03.2026"),
                texts("<div><span>Von Ines Lindqvist</span><time>04.03.2026"));
        assertEquals(List.of("İpek Yıldız Güncelleme"), texts("<p><a>İpek Yıldız</a><span>Güncelleme</span>"));
        assertEquals(List.of("Инес Линд 4 марта"), texts("<p><span>Инес Линд</span><span>4 марта</span>"));
        assertEquals(List.of("입력 2026.03.04"), texts("<p><span>입력</span><span>2026.03.04</span>"));
        assertEquals(List.of("Harbour 4 min"), texts("<p>Harbour<time>4 min</time>"));
        assertEquals(
                List.of("INES LINDQVIST 4 March 2026 5 min"),
                texts("<p><b>INES LINDQVIST</b><i>4 March 2026</i><i>5 min</i>"));
        assertEquals(List.of("4 March 2026 5 min"), texts("<p><span>4 March 2026</span><span>5 min</span>"));
    }

    @Test
    void letters_of_one_word_stay_together() {
        assertEquals(List.of("The quay"), texts("<p><span class=cap>T</span><span>he quay</span>"));
        assertEquals(List.of("Hafenbecken"), texts("<p><a>Hafen</a><a>becken</a>"));
        assertEquals(List.of("H2O and CO2"), texts("<p>H<sub>2</sub>O and <span>CO</span><sub>2</sub>"));
        assertEquals(List.of("iPhone"), texts("<p><span>i</span><span>Phone</span>"));
        assertEquals(List.of("3月4日に発表"), texts("<p><span>3月</span><span>4日</span><time>に</time>発表"));
        assertEquals(List.of("McDonald"), texts("<p><b>Mc</b><b>Donald</b>"));
        assertEquals(
                List.of("MP3 and the 20th in 1990s"),
                texts("<p><b>MP</b><i>3</i> and the <b>20</b><i>th</i> in <b>1990</b><i>s</i>"));
        assertEquals(List.of("COVID19 for 2000000 kr"), texts("<p><b>COVID</b><b>19</b> for <b>2000</b><b>000</b> kr"));
    }

    @Test
    void readings_of_characters_are_no_text() {
        assertEquals(
                List.of("大雨が続いた港"),
                texts("<p><ruby>大雨<rp>（</rp><rt>おおあめ</rt><rp>）</rp></ruby>が続いた<ruby><rb>港</rb><rt>みなと</rt></ruby>"));
        assertEquals(List.of("北京"), texts("<p><ruby>北<rt>běi</rt>京<rt>jīng</rt></ruby>"));
    }

    @Test
    void marks_of_notes_are_no_text_and_powers_are() {
        assertEquals(
                List.of("First shown in 1979. It sold."),
                texts("<p>First shown in 1979.<sup><a href=#n1>[1]</a></sup> It sold."));
        assertEquals(List.of("The minutes, p. 12."), texts("<ol><li>The minutes, p. 12. <a href=#r1>↩</a></ol>"));
        assertEquals(List.of("See ↑ there"), texts("<p>See <a href=/up>↑</a> there"));
        assertEquals(List.of("Zuerst 1979."), texts("<p>Zuerst 1979.<a href=#fn2><sup>2</sup></a>"));
        assertEquals(
                List.of("An area of 12 m2, the 4th."), texts("<p>An area of 12 m<sup>2</sup>, the 4<sup>th</sup>."));
    }

    @Test
    void a_button_is_text_only_in_a_heading() {
        assertEquals(
                List.of("What is covered"), texts("<h3><button aria-expanded=false>What is covered</button></h3>"));
        assertEquals(List.of("Edit wars on the quay"), texts("<h3><button>Edit</button> wars on the quay</h3>"));
        assertEquals(List.of("Who pays"), texts("<h3>Who pays <button>Copy link</button></h3>"));
        assertEquals(List.of("make quay"), texts("<pre>make quay<button>Copy</button></pre>"));
    }

    @Test
    void tools_beside_a_heading_are_no_part_of_it() {
        assertEquals(
                List.of("Release", "Sorties"),
                texts("<h2>Release<span class=mw-editsection>[<a href=/e>edit</a>]</span></h2>"
                        + "<h2>Sorties<a class=headerlink href=#s>§ s</a></h2>"));
    }

    @Test
    void the_declared_shadow_tree_of_an_element_is_shown() {
        assertEquals(
                List.of("In the shadow."),
                texts("<x-story><template shadowrootmode=open><p>In the shadow.</p></template></x-story>"
                        + "<template><p>Not used yet.</p></template>"));
    }

    private static List<String> texts(String html) {
        return PassageReader.read(Jsoup.parse(html)).list().stream()
                .map(Passage::text)
                .toList();
    }
}

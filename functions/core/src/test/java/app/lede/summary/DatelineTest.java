package app.lede.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatelineTest {

    /** A bar marks the end of the dateline. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "NAIROBI, May 3 (Reuters) - |The rains came.",
                "New Port (CNN)|When the bridge opened, he cried.",
                "(AFP) -- |The rains came.",
                "Madrid, 5 may (EFE).- |La lluvia llegó.",
                "BERN – |Der Regen kam.",
                "МОСКВА, 3 мая. /ТАСС/. |Пошёл дождь.",
                "القاهرة 3 مايو (رويترز) - |هطل المطر.",
                "新华社北京5月3日电（记者王明）|今天下雨了。",
                "|The minister (Labour) said so.",
                "|The Union (EU) Commission met.",
                "|He came home – and left."
            })
    void a_dateline_ends_where_the_story_begins(String marked) {
        String text = marked.replace("|", "");
        assertEquals(marked.indexOf('|'), Dateline.length(text, new Range(0, text.length())));
    }
}

package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Big5-HKSCS, big5",
        "x-windows-949, euc-kr",
        "windows-31j, shift_jis",
        "UTF-8, utf-8",
        "GB18030, gb18030"
    })
    void a_charset_is_named_as_the_encoding_standard_names_it(String java, String name) {
        assertEquals(name, FeedText.name(Charset.forName(java)));
    }
}

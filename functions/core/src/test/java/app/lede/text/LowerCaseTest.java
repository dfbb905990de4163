package app.lede.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowerCaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "The Quay",
                "İSTANBUL'DA İKİ İSKELE",
                "Ο ΔΡΟΜΟΣ ΤΗΣ ΠΟΛΗΣ",
                "ΣΣΣ Σ ΑΣ",
                "ΔΡΟΜΟΣ, ΠΟΛΗΣ.",
                "ΣΟΦΟΣ \uD801\uDC00",
                "ǅ ẞ Ω"
            })
    void text_becomes_what_java_makes_of_it(String text) {
        assertEquals(text.toLowerCase(Locale.ROOT), LowerCase.of(text));
    }
}

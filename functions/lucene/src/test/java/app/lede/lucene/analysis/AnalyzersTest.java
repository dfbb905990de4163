package app.lede.lucene.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.lucene.analysis.Analyzers.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms and offsets of each chain. */
class AnalyzersTest {

    private final Analyzers analyzers = new Analyzers();

    private String indexed(Chain chain, String text) {
        List<Term> terms = new ArrayList<>();
        analyzers.eachIndexed(chain, text, terms::add);
        return terms.stream().map(Term::text).collect(Collectors.joining(" "));
    }

    private String sought(Chain chain, String text) {
        return analyzers.sought(chain, text).stream().map(Term::text).collect(Collectors.joining(" "));
    }

    @Test
    void signs_and_acronyms_become_terms() {
        String text = "U.S. AT&T C++ e-mail don't 3.5% 1,000 @handle #tag G20-Gipfel";
        assertEquals(
                "u.s. at_t cplusplu email don't 3.5 1000 __handle handle _tag tag g20 gipfel",
                indexed(Chain.ENGLISH, text));
        assertEquals("u.s. at_t cplusplu email don't 3.5 1000 __handle _tag g20 gipfel", sought(Chain.ENGLISH, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ENGLISH    | US us U.N. u.n.           | u.s. us un un
        ENGLISH    | crises news new           | crisis news new
        SPANISH    | niños años ano elecciones | nin~o an~o ano eleccion
        SPANISH    | países jueces crisis      | pais juez crisis
        PORTUGUESE | país países pai           | pais pais pai
        FRENCH     | aujourd’hui l’accord      | aujourd'hui acord
        TURKISH    | İMF ISTANBUL seçimler     | imf istanbul secim
        ARABIC     | بوزراء                    | بوزراء وزراء
        RUSSIAN    | ещё Королёв               | ещ корол
        GERMAN     | Straße Mueller Häuser     | strass mull haus
        CJK        | 水道橋                    | 水 水道 道 道橋 橋
        THAI       | นายกรัฐมนตรีเดินทางไปมาลี | นายกรัฐมนตรี เดินทาง ไป มาลี
        OTHER      | Ọ̀ṣun ɓarna ƙasa ٢٠٢٦     | osun barna kasa 2026
        """)
    void each_chain_folds_what_its_language_writes_in_several_ways(Chain chain, String text, String terms) {
        assertEquals(terms, sought(chain, text));
    }

    @Test
    void offsets_are_those_of_the_text_before_signs_were_rewritten() {
        String text = "A C++ e-mail, gov\u00ADern\u00ADment @you 1,000 end";
        List<String> covered = analyzers.sought(Chain.OTHER, text).stream()
                .map(term -> text.substring(term.start(), term.end()))
                .toList();
        assertEquals(List.of("A", "C++", "e-mail", "gov\u00ADern\u00ADment", "@you", "1,000", "end"), covered);
    }

    @Test
    void region_and_script_do_not_choose_the_chain() {
        assertEquals(Chain.PORTUGUESE, Chain.of("pt-BR"));
        assertEquals(Chain.CJK, Chain.of("ZH-hant-TW"));
        assertEquals(Chain.OTHER, Chain.of("sw"));
        assertEquals(Chain.OTHER, Chain.of(null));
        assertEquals(Chain.OTHER, Chain.of(""));
    }
}

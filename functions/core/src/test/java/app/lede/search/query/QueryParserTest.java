package app.lede.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.search.query.QueryReading.Faulty;
import app.lede.search.query.QueryReading.Understood;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    private static Query understood(String q) {
        return assertInstanceOf(Understood.class, QueryParser.parse(q), q).query();
    }

    private static Faulty faulty(String q) {
        return assertInstanceOf(Faulty.class, QueryParser.parse(q), q);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        mali                        | mali
        mali russia                 | mali russia
        mali AND russia             | mali russia
        mali russia OR niger        | mali russia OR niger
        mali (russia OR niger)      | mali (russia OR niger)
        (mali russia) OR niger      | mali russia OR niger
        a1 OR (b2 OR c3)            | a1 OR b2 OR c3
        a1 (b2 (c3 d4))             | a1 b2 c3 d4
        mali -niger                 | mali -niger
        mali NOT niger              | mali -niger
        mali −niger                 | mali -niger
        mali AND NOT niger          | mali -niger
        -niger                      | -niger
        NOT NOT niger               | niger
        -(mali OR niger)            | -(mali OR niger)
        "cease fire"                | "cease fire"
        “cease  fire”               | "cease fire"
        «cessez le feu»             | "cessez le feu"
        elect*                      | elect*
        京*                         | 京*
        headline:mali               | headline:mali
        HEADLINE: mali              | headline:mali
        headline:"cease fire"       | headline:"cease fire"
        -author:ada                 | -author:ada
        headline:(mali OR -niger)   | headline:(mali OR -niger)
        headline:(-niger)           | headline:(-niger)
        tag:"keyword:floods"        | tag:"keyword:floods"
        e-mail                      | e-mail
        foo:bar                     | foo:bar
        "lang:de" "br?dge"          | "lang:de" "br?dge"
        from: berlin to: rome       | from: berlin to: rome
        who? what?                  | who? what?
        https://a.example.org/b?c=d | https://a.example.org/b?c=d
        10^6 ~ a~b                  | 10^6 a~b
        C++ #tag @handle AT&T       | C++ #tag @handle AT&T
        mali and russia or niger    | mali and russia or niger
        mali - niger & !!           | mali niger
        mali--niger                 | mali--niger
        """)
    void a_query_is_read_as_a_person_expects(String q, String canonical) {
        assertEquals(canonical, understood(q).canonical());
    }

    @Test
    void words_keep_their_place_in_code_points() {
        assertEquals(
                new Query.And(List.of(
                        new Query.Word("\uD83C\uDF09", 0),
                        new Query.Phrase("old bridge", 2),
                        new Query.Prefix("har", 15))),
                understood("\uD83C\uDF09 \"old bridge\" har*"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ``                  | 0  | expected a word here
        ` `                 | 1  | expected a word here
        `! ?`               | 3  | expected a word here
        (mali               | 0  | never closed
        mali (a1 OR (b2)    | 5  | never closed
        mali)               | 4  | no ( before
        ()                  | 1  | expected a word here, found )
        "cease fire         | 0  | never closed
        mali "cease         | 5  | never closed
        ""                  | 0  | no words
        OR mali             | 0  | expected a word here, found OR
        mali OR             | 7  | expected a word here, found the end
        mali AND AND niger  | 9  | found AND
        mali NOT            | 8  | found the end
        *                   | 0  | at the end of a word
        m*                  | 1  | at least two letters
        ma*li               | 2  | at the end of a word
        *mali               | 0  | at the end of a word
        headline:           | 9  | expected a word here
        headline:-mali      | 9  | found NOT
        headline:(author:a) | 10 | a field within a field
        tag:headline:mali   | 4  | found a field
        lang:de             | 0  | the parameter lang beside q
        mali LANG:de        | 5  | the parameter lang beside q
        language:"de"       | 0  | the parameter lang beside q
        title:mali          | 0  | write headline:
        -country:(ML)       | 1  | the parameter country beside q
        tag:from:2026       | 4  | the parameter from beside q
        br?dge              | 0  | no wildcard
        mali (br?dg?)       | 6  | no wildcard
        café^4              | 0  | no weights
        "a bridge"^2.5      | 10 | no weights
        bridge~             | 0  | not compared loosely
        "a bridge"~5        | 10 | not compared loosely
        """)
    void a_fault_names_its_place(String q, int at, String message) {
        Faulty fault = faulty(q);
        assertEquals(at, fault.at(), fault.message());
        assertTrue(fault.message().contains(message), fault.message());
    }

    @Test
    void bounds_are_faults() {
        assertTrue(faulty("a".repeat(10_000)).message().contains("1000 characters"));
        assertTrue(faulty("word ".repeat(200)).message().contains("50 words"));
        assertTrue(faulty('"' + "word ".repeat(51) + '"').message().contains("50 words"));
        assertTrue(faulty("水".repeat(102)).message().contains("50 words"));
        assertTrue(faulty("ab OR ".repeat(60) + "cd").message().contains("50 words"));
        assertTrue(faulty("(".repeat(300) + "mali" + ")".repeat(300)).message().contains("10 levels"));
        assertTrue(faulty("NOT ".repeat(200) + "mali").message().contains("10 levels"));
        assertEquals(
                "mali", understood("(".repeat(10) + "mali" + ")".repeat(10)).canonical());
        assertNotNull(understood("word ".repeat(50)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202Bשלום עולם\u202C",
                "\u200Fمالي\u200E",
                "mali\u0000niger",
                "\u0001\u0002mali",
                "mali\uD800",
                "mali\u00A0niger",
                "\u2066mali\u2069",
                "mali\tniger\r\nruss*"
            })
    void control_characters_and_marks_of_direction_part_words(String q) {
        String canonical = understood(q).canonical();
        assertTrue(
                canonical
                        .codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT),
                canonical);
    }

    @Test
    void any_input_gives_a_reading_and_a_canonical_text_reads_as_itself() {
        String[] pieces = {
            "mali",
            "niger*",
            "\"",
            "(",
            ")",
            "-",
            "−",
            " ",
            " OR ",
            " AND ",
            "NOT ",
            "headline:",
            "tag:",
            "*",
            "\u0000",
            "\u202E",
            "水",
            "京*",
            ":",
            "e-mail",
            "\uD83C\uDF09",
            "\uDF09",
            "C++",
            "#",
            "”",
            "'",
            "lang:",
            "?",
            "^2",
            "~"
        };
        Random random = new Random(14);
        int understood = 0;
        for (int round = 0; round < 50_000; round++) {
            StringBuilder q = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                q.append(pieces[random.nextInt(pieces.length)]);
            }
            switch (QueryParser.parse(q.toString())) {
                case Understood(Query query) -> {
                    understood++;
                    assertEquals(
                            query.canonical(), understood(query.canonical()).canonical(), q.toString());
                }
                case Faulty(int at, String message) ->
                    assertTrue(at >= 0 && at <= q.codePoints().count() && !message.isEmpty(), q.toString());
            }
        }
        assertTrue(understood > 5_000, "only " + understood + " of 50,000 were queries");
    }
}

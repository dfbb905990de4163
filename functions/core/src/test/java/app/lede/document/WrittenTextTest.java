package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles that hold times, labels, moves, formulas or code are texts written for people. */
class WrittenTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"""
        Storm over the harbour: the day as it happened

        12.11.2025, 17:40 The ferry to the island sails again, the port says.
        12.11.2025, 16:05 Crews clear the last tree from the coast road.
        12.11.2025, 14:30 Two hundred homes are still without power.
        12.11.2025, 11:12 The mayor asks everyone to stay indoors.
        """, """
            Orkan über dem Hafen

            2025-11-12 17:40 Uhr – Die Fähre zur Insel fährt wieder, teilt der Hafen mit.
            2025-11-12 16:05 Uhr – Helfer räumen den letzten Baum von der Straße.
            2025-11-12 14:30 Uhr – Zweihundert Häuser haben noch immer keinen Strom.
            2025-11-12 11:12 Uhr – Der Bürgermeister bittet alle, im Haus zu bleiben.
            """, """
                Chair: Okafor
                Clerk: Lindqvist
                Time: 19:30
                Place: Guildhall
                The committee agreed to rebuild the bandstand before the summer and asked for three offers.
                """, """
                    Vorsitz: Brandt
                    Protokoll: Weiss
                    Beginn: 19:30
                    Beschluss: Der Ausschuss lässt die Brücke am alten Markt bis zum Sommer erneuern.
                    """, """
                        Vidal wins the spring open

                        The last round was decided by a quiet game in which Black never found a plan against the centre.

                        1. d4 d5 2. c4 e6 3. Nc3 Nf6 4. Bg5 Be7 5. e3 O-O 6. Nf3 h6 7. Bh4 b6 8. cxd5 Nxd5
                        9. Bxe7 Qxe7 10. Nxd5 exd5 11. Rc1 Be6 12. Qa4 c5 13. Qa3 Rc8 14. Bb5 a6 15. dxc5 1-0

                        Vidal takes the cup for the second time and meets the champion in October.
                        """, """
                            Why there is no largest even number

                            Suppose that there were one, and call it $n = 2k$ for some whole $k \\ge 0$ as usual.
                            Then $$n + 2 = 2k + 2 = 2(k + 1) > n$$ and so $n + 2 = 2(k+1)$ with $k+1 > k$ as well.
                            This is even, and larger than $n$ itself, which cannot be.
                            """})
    void an_article_in_an_unusual_form_is_accepted(String text) {
        assertEquals(Optional.empty(), WrittenText.fault(text, DocumentType.TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~~~", "```", "~~~~", "  ~~~"})
    void fenced_code_in_a_post_is_left_out(String fence) {
        String post = """
            # A shorter loop

            Counting down saves a comparison.

            FENCEc
            #include <stdio.h>
            int main(void) {
                for (int i = 9; i; i--) {
                    printf("%d", i);
                }
                return 0;
            }
            FENCE

            It rarely matters.
            """.replace("FENCE", fence);
        assertEquals(Optional.empty(), WrittenText.fault(post, DocumentType.MARKDOWN));
    }

    @Test
    void a_fence_ends_with_its_own_sign_only() {
        String post = """
            It rarely matters.

            ~~~
            ```
            int main(void) {
            ```
            int i = 9;
            for (;;) {
            }
            ~~~
            """;
        assertEquals(Optional.empty(), WrittenText.fault(post, DocumentType.MARKDOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
        2025-11-12 17:40:01 INFO The server on the second port was started.
        2025-11-12 17:40:02 WARN The queue of the mail server is almost full.
        2025-11-12 17:40:03 INFO The server on the second port was stopped.
        2025-11-12 17:40:04 INFO The queue of the mail server is empty again.
        """, """
            [12.11.25, 17:40:01] Mara: Shall we meet at the ferry this evening?
            [12.11.25, 17:41:30] Tom: The ferry does not sail before nine tonight.
            [12.11.25, 17:42:00] Mara: Then we had better take the bus at eight.
            [12.11.25, 17:44:00] Tom: The bus will be full, as it always is.
            """, """
                ferry:
                  name: north
                  description: The ferry that sails to the island in the evening.
                  depth: 12
                  crew: 3
                  open: true
                """})
    void logs_chats_and_settings_with_sentences_are_refused(String text) {
        assertTrue(WrittenText.fault(text, DocumentType.TEXT).isPresent());
    }

    private static final String TOLD =
            "The ferry to the island sails again from Monday, the port said, and forty cars may board it each"
                    + " morning. ";

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u00ad", "\u2060", "\u200d", "\ufeff", "\u200e", "\ufe0f", "\udb40\udc41"})
    void a_text_full_of_invisible_characters_is_a_text(String invisible) {
        String hidden = TOLD.repeat(3).replaceAll("(?<=\\p{L})(?=\\p{L})", invisible);
        assertEquals(Optional.empty(), WrittenText.fault(hidden, DocumentType.TEXT));
    }

    @Test
    void a_text_with_unbreakable_spaces_only_is_a_text() {
        assertEquals(Optional.empty(), WrittenText.fault(TOLD.repeat(3).replace(' ', '\u00a0'), DocumentType.TEXT));
    }

    @Test
    void one_sentence_of_a_megabyte_is_a_text_and_a_million_letters_are_none() {
        String clause = "and the ferry that sails to the island on Mondays carries forty cars, ";
        String sentence = "The port said " + clause.repeat(1_000_000 / clause.length()) + "which is enough.\n";
        assertEquals(Optional.empty(), WrittenText.fault(sentence, DocumentType.TEXT));
        assertTrue(WrittenText.fault("x".repeat(1_000_000), DocumentType.TEXT)
                .orElse("")
                .contains("coded data"));
        assertTrue(WrittenText.fault("ferry island ".repeat(80_000), DocumentType.TEXT)
                .orElse("")
                .contains("a list of words"));
    }
}

package app.lede.furniture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FurnitureTest {

    private final Furniture furniture = new Furniture();

    @Test
    void notices_are_told_by_their_first_words_in_many_languages() {
        assertTrue(furniture.isNotice("Il vous reste 57.09% de cet article à lire."));
        assertTrue(furniture.isNotice("Externer Inhalt nicht verfügbar"));
        assertTrue(furniture.isNotice("Already a subscriber? Log in"));
        assertTrue(furniture.isNotice("この記事は有料会員限定です"));
        assertTrue(furniture.isNotice("If you value our journalism, please support us."));
        assertTrue(furniture.isNotice("Soyez le premier à commenter cet article."));
        assertTrue(furniture.isNotice("Suscríbete a nuestro boletín."));
        assertTrue(furniture.isNotice("The views expressed in this article are those of the author."));
    }

    @Test
    void a_sentence_that_only_shares_words_with_a_notice_is_none() {
        assertFalse(furniture.isNotice("Subscribers to read the minutes must ask the clerk."));
        assertFalse(furniture.isNotice("The views expressed at the meeting were mixed."));
        assertFalse(furniture.isNotice("If you value old beams, the mill is worth a visit."));
        assertFalse(furniture.isNotice("Recibe 300 coronas al mes por cuidar la esclusa."));
        assertFalse(furniture.isNotice("All rightsholders were heard."));
        assertFalse(furniture.isNotice("The council said we use cookies at meetings."));
        assertFalse(furniture.isNotice("Il vous reste trois semaines pour déclarer vos revenus."));
        assertFalse(furniture.isNotice("An dieser Stelle sehen Sie die Reste der Brücke."));
    }

    @Test
    void every_phrase_can_be_met() {
        FurniturePhrases table = FurniturePhrases.load();
        table.of("line").forEach(phrase -> assertTrue(furniture.starts(phrase), phrase));
        table.of("list").forEach(phrase -> assertTrue(furniture.announces(phrase), phrase));
        table.rows("notice").forEach(words -> assertTrue(furniture.isNotice(String.join(" ", words)), words::toString));
    }

    @Test
    void only_some_furniture_announces_other_articles() {
        assertTrue(furniture.announces("You may also like"));
        assertFalse(furniture.announces("Sign in"));
    }

    @Test
    void furniture_begins_a_line() {
        assertTrue(furniture.starts("READ MORE: School roof to be mended"));
        assertTrue(furniture.starts("Les også: Skoletaket skal repareres"));
        assertFalse(furniture.starts("They read more than before."));
    }
}

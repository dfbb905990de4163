package app.lede.extract.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final List<String> INES = List.of("Ines Lindqvist");

    private static final List<String> BOTH = List.of("Ines Lindqvist", "Oskar Blom");

    @Test
    void places_behind_names_hide_no_other_name() {
        assertEquals(BOTH, Names.in(List.of("By Ines Lindqvist, in Kyiv, and Oskar Blom, in Warsaw")));
        assertEquals(BOTH, Names.in(List.of("Ines Lindqvist, in Rom; Oskar Blom, in Berlin")));
        assertEquals(BOTH, Names.in(List.of("By Ines Lindqvist, in Kyiv, and Oskar Blom")));
        assertEquals(INES, Names.in(List.of("By Ines Lindqvist, in News, Harbour and Sea")));
    }

    @Test
    void the_words_around_a_name_are_known_in_many_languages() {
        for (String line : List.of(
                "Ein Bericht von Ines Lindqvist",
                "A cura di Ines Lindqvist",
                "Door onze redacteur Ines Lindqvist",
                "Napisała Ines Lindqvist",
                "Napsala Ines Lindqvist",
                "Scris de Ines Lindqvist",
                "Redacción: Ines Lindqvist",
                "Írta: Ines Lindqvist",
                "Kirjoittaja: Ines Lindqvist",
                "Journalist: Ines Lindqvist")) {
            assertEquals(INES, Names.in(List.of(line)), line);
        }
        assertEquals(List.of("ليلى حداد"), Names.in(List.of("كتبت ليلى حداد")));
        assertEquals(List.of("Haber Yıldız"), Names.in(List.of("Haber Yıldız")));
        assertEquals(List.of(), Names.in(List.of("Reporter: Quay Is Sold To Weavers")));
    }

    @Test
    void where_an_author_is_and_when_is_no_name() {
        for (String line : List.of(
                "By Ines Lindqvist in Lindholm",
                "Von Ines Lindqvist aus Kyjiw",
                "By Ines Lindqvist, New York",
                "Por Ines Lindqvist, São Paulo",
                "By Ines Lindqvist on Monday, November 18th",
                "Par Ines Lindqvist avec AFP")) {
            assertEquals(INES, Names.in(List.of(line)), line);
        }
        assertEquals(List.of("Ray Billy Sunday"), Names.in(List.of("By Ray Billy Sunday")));
        assertEquals(BOTH, Names.in(List.of("By Ines Lindqvist in London and Oskar Blom in Kyiv")));
    }

    @Test
    void a_title_behind_the_second_name_leaves_the_name() {
        assertEquals(BOTH, Names.in(List.of("By Ines Lindqvist and Oskar Blom, Staff Writers")));
        assertEquals(BOTH, Names.in(List.of("By Ines Lindqvist, Staff Writer | Oskar Blom, Reporter")));
        assertEquals(INES, Names.in(List.of("By Ines Lindqvist and Staff Writers")));
    }
}

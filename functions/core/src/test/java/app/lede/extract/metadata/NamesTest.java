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
    void a_title_behind_the_second_name_leaves_the_name() {
        assertEquals(BOTH, Names.in(List.of("By Ines Lindqvist and Oskar Blom, Staff Writers")));
        assertEquals(BOTH, Names.in(List.of("By Ines Lindqvist, Staff Writer | Oskar Blom, Reporter")));
        assertEquals(INES, Names.in(List.of("By Ines Lindqvist and Staff Writers")));
    }
}

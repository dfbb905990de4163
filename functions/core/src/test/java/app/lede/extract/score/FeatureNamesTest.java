package app.lede.extract.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeatureNamesTest {

    private final FeatureNames names = new FeatureNames(List.of("", "kind=LIST<=7", "first=read_more", "notice"));

    @Test
    void a_name_is_found_however_it_is_divided() {
        assertEquals(1, names.find("kind=", "LIST", "<=7", ""));
        assertEquals(1, names.find("kind=LIST<=7", "", "", ""));
        assertEquals(2, names.find("first=", "read", "_", "more"));
        assertEquals(3, names.find("notice", "", "", ""));
        assertEquals(0, names.find("", "", "", ""));
    }

    @Test
    void an_unknown_name_is_not_found() {
        assertEquals(FeatureNames.UNKNOWN, names.find("kind=", "LIST", "<=", ""));
        assertEquals(FeatureNames.UNKNOWN, names.find("kind=", "TABLE", "<=7", ""));
        assertEquals(FeatureNames.UNKNOWN, names.find("first=", "read", "_", "more and much more than any name"));
    }

    @Test
    void names_of_one_hash_are_told_apart() {
        FeatureNames twins = new FeatureNames(List.of("around=Aa", "around=BB"));
        assertEquals(0, twins.find("around=", "Aa", "", ""));
        assertEquals(1, twins.find("around=", "BB", "", ""));
        assertEquals(FeatureNames.UNKNOWN, new FeatureNames(List.of("around=Aa")).find("around=", "BB", "", ""));
    }

    @Test
    void every_name_of_a_full_table_is_found() {
        List<String> many = Stream.concat(
                        Stream.of("words>120"), IntStream.range(0, 4096).mapToObj(i -> "near=w" + i))
                .toList();
        FeatureNames table = new FeatureNames(many);
        IntStream.range(0, 4096).forEach(i -> assertEquals(i + 1, table.find("near=", "w", Integer.toString(i), "")));
    }

    @Test
    void a_table_of_nothing_knows_nothing() {
        assertEquals(FeatureNames.UNKNOWN, new FeatureNames(List.of()).find("", "", "", ""));
    }
}

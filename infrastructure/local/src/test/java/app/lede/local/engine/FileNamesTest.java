package app.lede.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"inbox/a+b c/ü.html", "~", "~C3", "a~b", "日本語/😀", "plain/key.txt", "tab\there", "%C3", ""})
    void a_key_survives_and_its_name_is_printable_ascii(String key) {
        String name = FileNames.of(key);
        assertEquals(key, FileNames.key(name));
        assertTrue(name.chars().allMatch(character -> character >= ' ' && character <= '~'), name);
    }

    @Test
    void names_sort_as_their_keys_do_in_utf8() {
        List<String> keys = List.of("a", "a b", "z", "}", "~", "é", "ü", "日", "😀");
        List<String> sorted = keys.stream()
                .sorted((one, other) -> java.util.Arrays.compareUnsigned(
                        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertEquals(
                sorted,
                sorted.stream().map(FileNames::of).sorted().map(FileNames::key).toList());
    }
}

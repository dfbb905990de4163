package app.lede.furniture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhraseIndexTest {

    @Test
    void phrases_are_found_wherever_a_search_for_each_finds_them() {
        Random random = new Random(7);
        List<String> phrases = random.ints(40, 1, 6)
                .mapToObj(length -> letters(random, length))
                .toList();
        PhraseIndex index = new PhraseIndex(phrases);
        for (int i = 0; i < 2_000; i++) {
            String line = letters(random, random.nextInt(12));
            assertEquals(phrases.stream().anyMatch(line::startsWith), index.begins(line), line);
            assertEquals(phrases.stream().anyMatch(line::contains), index.isIn(line), line);
        }
    }

    private static String letters(Random random, int length) {
        return random.ints(length, 'a', 'j').mapToObj(Character::toString).collect(Collectors.joining());
    }
}

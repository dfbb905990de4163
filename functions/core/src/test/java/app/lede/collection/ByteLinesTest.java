package app.lede.collection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteLinesTest {

    @Test
    void a_line_feed_is_found_wherever_it_stands() throws IOException {
        for (int before = 0; before < 100; before++) {
            byte[] text = "a".repeat(150).getBytes(StandardCharsets.US_ASCII);
            text[before] = '\n';
            ByteLines lines = new ByteLines(new ByteArrayInputStream(text));
            assertTrue(lines.next());
            assertEquals(before + 1, lines.length());
            assertTrue(lines.next());
            assertEquals(149 - before, lines.length());
            assertFalse(lines.next());
        }
    }

    /** A byte one above a line feed, or with another upper bit, is none, behind a line feed neither. */
    @Test
    void lines_of_any_bytes_are_those_that_a_search_byte_by_byte_finds() throws IOException {
        Random random = new Random(16);
        byte[] near = {'\n' + 1, '\n' - 1, (byte) ('\n' | 0x80), (byte) 0xff, 0, 'a'};
        byte[] bytes = new byte[20_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = random.nextInt(40) == 0 ? (byte) '\n' : near[random.nextInt(near.length)];
        }
        ByteLines lines = new ByteLines(new ByteArrayInputStream(bytes));
        int start = 0;
        while (lines.next()) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            end = Math.min(bytes.length, end + 1);
            assertArrayEquals(Arrays.copyOfRange(bytes, start, end), lines.bytes());
            start = end;
        }
        assertEquals(bytes.length, start);
    }
}

package app.lede.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private static final String KEY = "2026-01-02T03:04:05.678Z#abc";

    private final Cursors cursors = new Cursors(List.of(secret("new"), secret("old")));

    @Test
    void a_cursor_gives_back_its_key() {
        assertEquals(Optional.of(KEY), cursors.open("lang=en", cursors.seal("lang=en", KEY)));
    }

    @Test
    void a_cursor_of_another_question_is_refused() {
        assertEquals(Optional.empty(), cursors.open("lang=fr", cursors.seal("lang=en", KEY)));
    }

    @Test
    void a_changed_cursor_is_refused_at_every_place() {
        String cursor = cursors.seal("lang=en", KEY);
        for (int i = 0; i < cursor.length() - 1; i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertEquals(Optional.empty(), cursors.open("lang=en", changed), changed);
        }
    }

    @Test
    void a_cursor_signed_with_the_secret_before_is_still_good() {
        String cursor = new Cursors(List.of(secret("old"))).seal("lang=en", KEY);
        assertEquals(Optional.of(KEY), cursors.open("lang=en", cursor));
    }

    @Test
    void a_cursor_signed_by_another_instance_after_a_rotation_is_looked_up() {
        Cursors late = new Cursors(new Cursors.Secrets() {
            @Override
            public List<byte[]> known() {
                return List.of(secret("old"));
            }

            @Override
            public List<byte[]> renewed() {
                return List.of(secret("new"), secret("old"));
            }
        });
        assertEquals(Optional.of(KEY), late.open("lang=en", cursors.seal("lang=en", KEY)));
        assertEquals(
                Optional.empty(), late.open("lang=en", new Cursors(List.of(secret("forged"))).seal("lang=en", KEY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_is_no_cursor_is_refused(String garbage) {
        assertEquals(Optional.empty(), cursors.open("lang=en", garbage));
    }

    @Test
    void an_endless_cursor_is_refused_unread() {
        assertEquals(Optional.empty(), cursors.open("lang=en", "A".repeat(1 << 20)));
    }

    private static byte[] secret(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

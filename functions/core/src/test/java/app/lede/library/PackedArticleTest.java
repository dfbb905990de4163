package app.lede.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackedArticleTest {

    private static final ObjectNode ARTICLE = Json.object()
            .put("headline", "Brücke 🌉 offen")
            .put("revision", "r")
            .put("wordCount", 3);

    @Test
    void what_was_packed_comes_back_without_the_fields_left_out() {
        byte[] packed = PackedArticle.pack(ARTICLE, Set.of("revision"));
        assertEquals(
                Json.object().put("headline", "Brücke 🌉 offen").put("wordCount", 3), PackedArticle.unpack(packed));
    }

    @Test
    void common_fields_take_little() {
        String text = "\"textFrom\":\"page\",\"access\":\"open\",\"tags\":[],";
        ObjectNode json = (ObjectNode) Json.read("{" + text + "\"x\":1}");
        assertTrue(PackedArticle.pack(json, Set.of()).length < text.length() / 2);
    }

    @Test
    void bytes_of_another_form_are_refused() {
        byte[] packed = PackedArticle.pack(ARTICLE, Set.of());
        assertThrows(IllegalArgumentException.class, () -> PackedArticle.unpack(new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> PackedArticle.unpack(new byte[] {2, 1, 1}));
        assertThrows(
                IllegalArgumentException.class, () -> PackedArticle.unpack(Arrays.copyOf(packed, packed.length - 4)));
        byte[] immense = PackedArticle.pack(Json.object().put("x", "x".repeat(200_000)), Set.of());
        assertThrows(IllegalArgumentException.class, () -> PackedArticle.unpack(immense));
    }

    @Test
    void an_item_written_by_the_first_version_is_read_for_ever() {
        String written = "01ab468e7da7a2c37b92b353153eccefe904a68434703a294a2d83057991128a1f8d6b01";
        assertEquals(ARTICLE, PackedArticle.unpack(HexFormat.of().parseHex(written)));
    }
}

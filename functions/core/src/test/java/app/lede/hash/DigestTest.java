package app.lede.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DigestTest {

    @Test
    void hexadecimal_of_the_empty_text_is_the_published_value() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Digest.hex(""));
    }

    @Test
    void base32_of_the_empty_text_is_the_published_value_in_lower_case_without_padding() {
        assertEquals("4oymiquy7qobjgx36tejs35zeqt24qpemsnzgtfeswmrw6csxbkq", Digest.base32(""));
    }

    @Test
    void a_hash_in_base32_reads_as_the_same_in_hexadecimal() {
        for (String text : new String[] {"", "a", "https://news.example.org/7", "ü"}) {
            assertEquals(Digest.hex(text), Digest.hexOfBase32(Digest.base32(text)), text);
        }
    }

    @Test
    void text_is_hashed_as_utf_8() {
        assertEquals(Digest.hex(new byte[] {(byte) 0xc3, (byte) 0xbc}), Digest.hex("ü"));
    }
}

package app.lede.gzip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GunzipTest {

    private static final byte[] TEXT = "The ferry sails again. ".repeat(200).getBytes(UTF_8);
    private static final Gunzip.Bounds ROOMY = new Gunzip.Bounds(10_000_000, 1_000, 1_000_000);

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void a_file_is_inflated_whole() {
        Gunzip.Inflated inflated = Gunzip.inflate(zipped(TEXT), ROOMY);
        assertEquals(Gunzip.End.WHOLE, inflated.end());
        assertArrayEquals(TEXT, inflated.bytes());
    }

    @Test
    void members_are_joined_and_bytes_behind_them_ignored() {
        byte[] twice = joined(joined(zipped(TEXT), zipped(TEXT)), "padding".getBytes(UTF_8));
        Gunzip.Inflated inflated = Gunzip.inflate(twice, ROOMY);
        assertEquals(Gunzip.End.WHOLE, inflated.end());
        assertArrayEquals(joined(TEXT, TEXT), inflated.bytes());
    }

    @Test
    void a_header_with_every_field_is_skipped() {
        byte[] plain = zipped(TEXT);
        byte[] head = {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 2, 0, 'e', 'x', 'n', 0, 'c', 'o', 0, 1, 2
        };
        byte[] file = joined(head, Arrays.copyOfRange(plain, 10, plain.length));
        assertArrayEquals(TEXT, Gunzip.inflate(file, ROOMY).bytes());
    }

    @Test
    void a_bomb_ends_at_its_bounds() {
        byte[] bomb = zipped(new byte[50_000_000]);
        Gunzip.Inflated size = Gunzip.inflate(bomb, new Gunzip.Bounds(1_000_000, 100_000, 10));
        assertEquals(Gunzip.End.OVER, size.end());
        assertEquals(1_000_000, size.bytes().length);
        Gunzip.Inflated ratio = Gunzip.inflate(bomb, new Gunzip.Bounds(100_000_000, 100, 1_000_000));
        assertEquals(Gunzip.End.OVER, ratio.end());
        assertTrue(ratio.bytes().length < 10_000_000);
    }

    @Test
    void a_cut_file_gives_its_readable_part_at_every_length() {
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        byte[] file = zipped(noise);
        for (int length = 3; length < file.length; length += 7) {
            Gunzip.Inflated inflated = Gunzip.inflate(Arrays.copyOf(file, length), ROOMY);
            assertEquals(Gunzip.End.TRUNCATED, inflated.end());
            assertArrayEquals(Arrays.copyOf(noise, inflated.bytes().length), inflated.bytes());
        }
    }

    @Test
    void a_damaged_file_is_never_whole_and_nothing_is_thrown() {
        byte[] file = zipped(TEXT);
        for (int at = 10; at < file.length - 4; at++) {
            byte[] damaged = file.clone();
            damaged[at] ^= 0x55;
            assertNotEquals(Gunzip.End.WHOLE, Gunzip.inflate(damaged, ROOMY).end(), "damaged at " + at);
        }
        for (int seed = 0; seed < 2_000; seed++) {
            byte[] noise = new byte[64];
            new Random(seed).nextBytes(noise);
            System.arraycopy(file, 0, noise, 0, 3);
            assertFalse(Gunzip.inflate(noise, ROOMY).bytes().length > 1_000_000);
        }
    }

    @Test
    void what_is_no_gzip_is_broken() {
        assertFalse(Gunzip.isGzip(TEXT));
        assertEquals(Gunzip.End.BROKEN, Gunzip.inflate(TEXT, ROOMY).end());
        assertEquals(Gunzip.End.BROKEN, Gunzip.inflate(new byte[0], ROOMY).end());
    }
}

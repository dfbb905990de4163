package app.lede.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TarPartsTest {

    private static byte[] entry(String name, char type, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] entry = new byte[512 + (bytes.length + 511) / 512 * 512];
        put(entry, 0, name);
        put(entry, 100, "0000644");
        put(entry, 124, String.format(Locale.ROOT, "%011o", bytes.length));
        entry[156] = (byte) type;
        put(entry, 257, "ustar");
        Arrays.fill(entry, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += entry[i] & 0xff;
        }
        put(entry, 148, String.format(Locale.ROOT, "%06o", sum));
        System.arraycopy(bytes, 0, entry, 512, bytes.length);
        return entry;
    }

    private static void put(byte[] entry, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, entry, at, bytes.length);
    }

    private static byte[] tar(byte[]... entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            out.writeBytes(entry);
        }
        out.writeBytes(new byte[1024]);
        return out.toByteArray();
    }

    @Test
    void files_are_parts_and_folders_links_and_pictures_are_none() {
        byte[] tar = tar(
                entry("news/", '5', ""),
                entry("news/a.txt", '0', "The ferry sails."),
                entry("news/link", '2', ""),
                entry("news/photo.png", '0', "x"),
                entry("././@LongLink", 'L', "news/" + "long/".repeat(30) + "b.txt\0"),
                entry("news/cut", '0', "The tram brakes."),
                entry("pax", 'x', "25 path=news/Brücke.txt\n"),
                entry("news/Br", '0', "x".repeat(600)));
        List<Part> parts = PartList.of(tar, "x.tar");
        assertEquals(
                List.of("news/a.txt", "news/" + "long/".repeat(30) + "b.txt", "news/Brücke.txt"),
                parts.stream().map(Part::name).toList());
        assertEquals(List.of("The ferry sails.", "The tram brakes.", "x".repeat(600)), PartList.texts(parts));
    }

    @Test
    void a_compressed_archive_is_one_and_a_cut_one_keeps_what_is_whole() throws IOException {
        byte[] tar = tar(entry("a.txt", '0', "whole"), entry("b.txt", '0', "x".repeat(2000)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(tar);
        }
        assertEquals(2, PartList.of(out.toByteArray(), "x.tgz").size());
        assertEquals(List.of("whole", "encoding"), PartList.texts(PartList.of(Arrays.copyOf(tar, 2000), "x.tar")));
    }
}

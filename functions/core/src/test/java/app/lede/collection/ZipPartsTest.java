package app.lede.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.ObjectContent;
import app.lede.document.ReadingRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ZipPartsTest {

    private static byte[] zip(Map<String, byte[]> files, boolean stored) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                if (stored) {
                    CRC32 sum = new CRC32();
                    sum.update(file.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(file.getValue().length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> files(String... names) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(name, name.endsWith("/") ? new byte[0] : bytes("text of " + name));
        }
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(byte[] zip) {
        return PartList.of(zip, "x.zip").stream().map(Part::name).toList();
    }

    @Test
    void a_file_without_a_name_is_a_part_that_people_can_speak_of() throws IOException {
        assertEquals(List.of("a file without a name"), names(zip(files(""), false)));
    }

    @Test
    void each_document_is_a_part_and_what_only_serves_it_is_none() throws IOException {
        Map<String, byte[]> files = files(
                "Brücke/a.html",
                "Brücke/",
                "Brücke/style.CSS",
                "b.txt",
                "__MACOSX/._b.txt",
                ".DS_Store",
                "photo.jpeg",
                "c");
        for (boolean stored : new boolean[] {true, false}) {
            List<Part> parts = PartList.of(zip(files, stored), "x.zip");
            assertEquals(
                    List.of("Brücke/a.html", "b.txt", "c"),
                    parts.stream().map(Part::name).toList());
            assertEquals(List.of("text of Brücke/a.html", "text of b.txt", "text of c"), PartList.texts(parts));
        }
    }

    @Test
    void more_entries_than_sixteen_bits_count_are_all_found() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 66_000; i++) {
            files.put(i + ".txt", new byte[] {'x'});
        }
        assertEquals(66_000, names(zip(files, true)).size());
    }

    @Test
    void more_files_than_are_taken_out_are_refused() {
        ByteBuffer zip = ByteBuffer.allocate(4 + 56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50);
        zip.putInt(4, 0x06064b50).putLong(4 + 32, UnpackBounds.MAX_PARTS + 1L);
        zip.putInt(60, 0x07064b50).putLong(60 + 8, 4);
        zip.putInt(80, 0x06054b50);
        ReadingRefused refused =
                assertThrows(ReadingRefused.class, () -> CollectionReader.open(ObjectContent.of(zip.array()), "x.zip"));
        assertTrue(String.valueOf(refused.getMessage()).contains("at most 100000"), refused.getMessage());
    }

    @Test
    void a_program_before_the_archive_moves_its_entries() throws IOException {
        byte[] zip = zip(files("a.txt", "b.txt"), false);
        byte[] moved = new byte[zip.length + 5_000];
        System.arraycopy(zip, 0, moved, 5_000, zip.length);
        moved[0] = 'P';
        moved[1] = 'K';
        moved[2] = 3;
        moved[3] = 4;
        assertEquals(List.of("a.txt", "b.txt"), names(moved));
    }

    @Test
    void a_damaged_entry_is_named_and_its_neighbours_are_taken_out() throws IOException {
        byte[] zip = zip(files("a.txt", "b.txt", "c.txt"), true);
        String latin = new String(zip, StandardCharsets.ISO_8859_1);
        zip[latin.indexOf("text of b.txt")] = 'T';
        List<Part> parts = PartList.of(zip, "x.zip");
        assertEquals(List.of("text of a.txt", "encoding", "text of c.txt"), PartList.texts(parts));
        assertEquals("b.txt", parts.get(1).name());
    }

    @Test
    void an_entry_with_a_password_is_named() throws IOException {
        byte[] zip = zip(files("a.txt", "b.txt"), true);
        String latin = new String(zip, StandardCharsets.ISO_8859_1);
        zip[latin.lastIndexOf("PK\u0001\u0002") + 8] |= 1;
        List<Part> parts = PartList.of(zip, "x.zip");
        assertEquals(List.of("text of a.txt", "encrypted"), PartList.texts(parts));
        Part.Broken encrypted = assertInstanceOf(Part.Broken.class, parts.getLast());
        assertEquals("needs a password: pack it again without one", encrypted.detail());
    }

    @Test
    void an_entry_that_inflates_beyond_its_bounds_is_named() throws IOException {
        Map<String, byte[]> files = files("a.txt");
        files.put("zeros.txt", new byte[Parts.MAX_PART]);
        files.put("more zeros.txt", new byte[Parts.MAX_PART + 1]);
        assertEquals(
                List.of("text of a.txt", "too-large", "too-large"),
                PartList.texts(PartList.of(zip(files, false), "x.zip")));
    }

    @Test
    void a_cut_archive_says_so() throws IOException {
        byte[] zip = zip(files("a.txt", "b.txt"), false);
        byte[] cut = Arrays.copyOf(zip, zip.length - 10);
        ReadingRefused refused =
                assertThrows(ReadingRefused.class, () -> CollectionReader.open(ObjectContent.of(cut), "x.zip"));
        assertTrue(String.valueOf(refused.getMessage()).contains("cut"), refused.getMessage());
    }

    @Test
    void a_large_mailbox_inside_is_taken_apart_where_it_stands() throws IOException {
        String mail =
                "From a@b Fri Nov 20 18:01:00 2026\nSubject: x\n\n" + "A line of the mail.\n".repeat(360_000) + "\n";
        Map<String, byte[]> files = files("a.txt");
        files.put("mails.mbox", bytes(mail.repeat(3)));
        files.putAll(files("z.txt"));
        assertEquals(
                List.of("a.txt", "mails.mbox/mail 1.eml", "mails.mbox/mail 2.eml", "mails.mbox/mail 3.eml", "z.txt"),
                names(zip(files, true)));
    }

    @Test
    void files_of_one_document_or_program_are_no_collections() throws IOException {
        for (String mark : List.of("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF")) {
            assertTrue(names(zip(files("first.txt", mark), false)).isEmpty(), mark);
        }
    }

    @Test
    void a_compressed_mailbox_is_a_collection_and_a_compressed_page_is_none() throws IOException {
        assertEquals(
                2,
                names(gzip("From a@b Fri Nov 20 18:01:00 2026\nSubject: x\n\nx\n\n".repeat(2)))
                        .size());
        assertEquals(0, names(gzip("<html><p>x</p></html>")).size());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(text));
        }
        return out.toByteArray();
    }
}

package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.export.ExportFiles;
import app.lede.export.ExportFormat;
import app.lede.export.ExportId;
import app.lede.export.Part;
import app.lede.hash.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link ExportFiles}. */
public abstract class ExportFilesContract {

    private static final ExportId ID = new ExportId(Digest.base32("export"));
    private static final ExportId OTHER = new ExportId(Digest.base32("other"));
    private static final String NAME = "day=2026-01-02/part-00000.csv";

    /** Returns a store without files. */
    protected abstract ExportFiles empty();

    /** Returns the names of an export's files. */
    protected abstract Set<String> names(ExportId id);

    /** Returns the bytes of a file. */
    protected abstract byte[] read(ExportId id, String name);

    @Test
    void the_first_part_of_a_name_stands_with_its_facts() {
        ExportFiles files = empty();
        Part first = part(3, "2026-01-02T03:04:05.678Z#id");
        assertEquals(first, files.put(ID, ExportFormat.CSV, first, bytes("abc")));
        assertEquals(first, files.put(ID, ExportFormat.CSV, part(2, null), bytes("other")));
        assertArrayEquals(bytes("abc"), read(ID, NAME));
    }

    @Test
    void the_last_part_has_no_key_to_go_on_behind() {
        ExportFiles files = empty();
        Part last = part(3, null);
        files.put(ID, ExportFormat.CSV, last, bytes("abc"));
        assertEquals(last, files.put(ID, ExportFormat.CSV, part(9, "x#y"), bytes("defg")));
    }

    @Test
    void a_description_is_replaced() {
        ExportFiles files = empty();
        files.describe(ID, "manifest.json", "application/json", bytes("{}"));
        files.describe(ID, "manifest.json", "application/json", bytes("[]"));
        assertArrayEquals(bytes("[]"), read(ID, "manifest.json"));
    }

    @Test
    void only_the_named_files_of_one_export_are_retained() {
        ExportFiles files = empty();
        files.put(ID, ExportFormat.CSV, part(3, null), bytes("abc"));
        files.describe(ID, "left.over", "text/plain", bytes("x"));
        files.put(OTHER, ExportFormat.CSV, part(3, null), bytes("abc"));
        files.retain(ID, List.of(NAME, "not there"));
        assertEquals(Set.of(NAME), Set.copyOf(names(ID)));
        files.retain(ID, List.of());
        assertEquals(Set.of(), Set.copyOf(names(ID)));
        assertEquals(Set.of(NAME), Set.copyOf(names(OTHER)));
        assertTrue(files.location(ID).endsWith("/exports/" + ID + "/"), files.location(ID));
    }

    private static Part part(long articles, @Nullable String after) {
        return new Part("2026-01-02", 0, articles, 3, after);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

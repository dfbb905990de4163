package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.export.DayTotal;
import app.lede.export.Export;
import app.lede.export.ExportFormat;
import app.lede.export.ExportId;
import app.lede.export.Exports;
import app.lede.hash.Digest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Exports}. */
public abstract class ExportsContract {

    /** Returns a store without exports, whose clock stands at {@link Samples#NOON}. */
    protected abstract Exports empty();

    @Test
    void an_export_is_found_as_it_was_added() {
        Exports exports = empty();
        Export export = begun("one");
        assertEquals(Optional.empty(), exports.get(export.id()));
        exports.add(export);
        assertEquals(Optional.of(export), exports.get(export.id()));
    }

    @Test
    void progress_is_kept_one_step_after_the_other() {
        Exports exports = empty();
        Export export = begun("two");
        exports.add(export);
        Export next = new Export(
                export.id(),
                export.filter(),
                export.format(),
                export.created(),
                export.expires(),
                Export.State.RUNNING,
                1,
                "2026-01-02T03:04:05.678Z#id",
                false,
                List.of(new DayTotal("2026-01-02", 3, 2_500, 12_345_678_901L)),
                null);
        assertTrue(exports.replace(next));
        assertEquals(Optional.of(next), exports.get(export.id()));
        assertFalse(exports.replace(next), "the same step twice");
        assertFalse(exports.replace(export), "back to the beginning");
        Export failed = next.in(Export.State.FAILED, "disk on fire");
        assertTrue(exports.replace(failed));
        assertEquals(Optional.of(failed), exports.get(export.id()));
    }

    @Test
    void all_exports_are_found_as_they_stand() {
        Exports exports = empty();
        assertEquals(List.of(), exports.live());
        Export one = begun("one");
        Export cancelled = begun("two").in(Export.State.CANCELLED, "no more");
        exports.add(one);
        exports.add(begun("two"));
        exports.replace(cancelled);
        assertEquals(Set.of(one, cancelled), Set.copyOf(exports.live()));
    }

    @Test
    void what_is_not_there_is_not_replaced() {
        Exports exports = empty();
        Export next = begun("three").in(Export.State.CANCELLED, null);
        assertFalse(exports.replace(next));
        assertEquals(Optional.empty(), exports.get(next.id()));
    }

    /** Creates an export whose id depends on its name. */
    protected static Export begun(String name) {
        return Export.begun(
                new ExportId(Digest.base32(name)),
                "lang=de&to=2026-01-02T12%3A00%3A00.000Z",
                ExportFormat.NDJSON_GZ,
                Samples.NOON,
                Samples.NOON.plus(Duration.ofDays(7)));
    }
}

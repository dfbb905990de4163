package app.lede.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Cuts values to their bounds and to the rest of a shared budget, and records the names of those cut. Sizes are bytes of
 * UTF-8. Not thread safe.
 */
final class Cutter {

    /** Bytes that a database adds per element of a list. */
    private static final int ELEMENT = 1;

    private final Set<String> cut = new LinkedHashSet<>();
    private int left;

    Cutter(int budget) {
        left = budget;
    }

    /** Keeps the beginning of a text, whole code points only; null where nothing fits. */
    @Nullable
    String text(String name, @Nullable String value, int most) {
        if (value == null) {
            return null;
        }
        int bound = Math.min(most, left);
        int bytes = 0;
        int end = 0;
        while (end < value.length()) {
            int codePoint = value.codePointAt(end);
            int next = bytes + bytes(codePoint);
            if (next > bound) {
                cut.add(name);
                break;
            }
            bytes = next;
            end += Character.charCount(codePoint);
        }
        left -= bytes;
        return end == 0 && !value.isEmpty() ? null : value.substring(0, end);
    }

    /** Keeps a value that a part of would be wrong, such as a URL, or leaves it out. */
    @Nullable
    String whole(String name, @Nullable String value, int most) {
        if (value == null) {
            return null;
        }
        int bytes = bytes(value);
        if (bytes > most || bytes > left) {
            cut.add(name);
            return null;
        }
        left -= bytes;
        return value;
    }

    /** Keeps the first elements, each of at most {@code mostEach} bytes and together of at most {@code most}. */
    List<String> first(String name, List<String> values, int most, int mostEach) {
        List<String> small =
                values.stream().filter(value -> bytes(value) <= mostEach).toList();
        if (small.size() < values.size()) {
            cut.add(name);
        }
        return first(name, small, most, Cutter::bytes);
    }

    /** Keeps the first elements that together have at most {@code most} bytes. */
    <T> List<T> first(String name, List<T> values, int most, ToIntFunction<T> size) {
        List<T> kept = new ArrayList<>();
        int room = Math.min(most, left);
        for (T value : values) {
            int bytes = size.applyAsInt(value) + ELEMENT;
            if (bytes > room) {
                cut.add(name);
                break;
            }
            room -= bytes;
            left -= bytes;
            kept.add(value);
        }
        return kept;
    }

    /** Returns the notes so far, and one with the names of the fields cut here. */
    List<String> notes(List<String> before) {
        Set<String> notes = new LinkedHashSet<>(before);
        if (!cut.isEmpty()) {
            notes.add("cut: " + String.join(", ", cut));
        }
        return List.copyOf(notes);
    }

    static int bytes(String text) {
        return text.codePoints().map(Cutter::bytes).sum();
    }

    private static int bytes(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}

package app.lede.extract.score;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers the features of a model by their names and finds them by the parts of a name. The hash of a joined name follows
 * from those of its parts, so that a lookup neither joins nor allocates; most features of a page are unknown and cost one
 * probe.
 *
 * <p>Immutable.
 */
final class FeatureNames {

    static final int UNKNOWN = -1;

    private static final int PRIME = 31;

    private final String[] names;
    private final int[] slots;

    /** The hash of the name in each slot, so that most lookups touch no name. */
    private final int[] hashes;

    /** {@code PRIME} to the power of each length that the end of a name can have. */
    private final int[] powers;

    FeatureNames(List<String> list) {
        names = list.toArray(String[]::new);
        slots = new int[Integer.highestOneBit(Math.max(1, names.length)) * 4];
        hashes = new int[slots.length];
        powers = new int
                [names.length == 0
                        ? 1
                        : 1 + list.stream().mapToInt(String::length).max().orElse(0)];
        powers[0] = 1;
        for (int length = 1; length < powers.length; length++) {
            powers[length] = powers[length - 1] * PRIME;
        }
        Arrays.fill(slots, UNKNOWN);
        for (int number = 0; number < names.length; number++) {
            int slot = slot(names[number].hashCode());
            while (slots[slot] != UNKNOWN) {
                slot = next(slot);
            }
            slots[slot] = number;
            hashes[slot] = names[number].hashCode();
        }
    }

    /** Returns the feature's number; {@link #UNKNOWN} if the model has none of this name. */
    int find(String first, String second, String third, String fourth) {
        int length = first.length() + second.length() + third.length() + fourth.length();
        if (length >= powers.length) {
            return UNKNOWN;
        }
        int hash = joined(joined(joined(first.hashCode(), second), third), fourth);
        for (int slot = slot(hash); slots[slot] != UNKNOWN; slot = next(slot)) {
            if (hashes[slot] == hash) {
                String name = names[slots[slot]];
                if (name.length() == length && isJoined(name, first, second, third, fourth)) {
                    return slots[slot];
                }
            }
        }
        return UNKNOWN;
    }

    String name(int number) {
        return names[number];
    }

    int size() {
        return names.length;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    /** Returns the hash of a text followed by another ({@link String#hashCode()} is a polynomial). */
    private int joined(int hash, String next) {
        return hash * powers[next.length()] + next.hashCode();
    }

    private static boolean isJoined(String name, String first, String second, String third, String fourth) {
        int at = first.length();
        return name.startsWith(first)
                && (second.isEmpty() || name.startsWith(second, at))
                && (third.isEmpty() || name.startsWith(third, at + second.length()))
                && (fourth.isEmpty() || name.endsWith(fourth));
    }
}

package app.lede.enrich;

import app.lede.text.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The news agencies of {@code agencies.tsv} and the forms in which texts credit them. Immutable and thread safe. */
final class Agencies {

    /** Letters up to which a form has other meanings outside brackets and datelines ("AA", "PA"). */
    private static final int SHORT = 4;

    /** An agency's form in a text, in UTF-16 positions. */
    record Credit(String agency, int start, int end) {

        boolean isShort() {
            return end - start <= SHORT;
        }
    }

    private record Form(String written, String agency) {}

    /** Number of lists of forms, a power of two. */
    private static final int SLOTS = 256;

    private final List<Form> forms = new ArrayList<>();

    /** The forms by their first character, the longest first; several characters may share a slot. */
    private final Form[][] slots = new Form[SLOTS][];

    Agencies() {
        for (String line : Table.lines(Agencies.class, "agencies.tsv")) {
            List<String> columns = Table.columns(line);
            PhraseList.phrases(columns.get(1)).forEach(form -> forms.add(new Form(form, columns.getFirst())));
        }
        forms.sort(
                Comparator.comparingInt((Form form) -> form.written().length()).reversed());
        for (int slot = 0; slot < SLOTS; slot++) {
            slots[slot] = ofSlot(slot);
        }
    }

    private Form[] ofSlot(int slot) {
        return forms.stream()
                .filter(form -> slot(form.written().charAt(0)) == slot)
                .toArray(Form[]::new);
    }

    private static int slot(char first) {
        return first & (SLOTS - 1);
    }

    /** Finds the first form that stands in a text as whole words; of several at one place, the longest. */
    Optional<Credit> first(String text) {
        for (int at = 0; at < text.length(); at++) {
            for (Form form : slots[slot(text.charAt(at))]) {
                if (isWholeAt(text, at, form.written())) {
                    return Optional.of(
                            new Credit(form.agency(), at, at + form.written().length()));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the agency of a name that is nothing else, such as an author's. */
    Optional<String> named(String name) {
        return forms.stream()
                .filter(form -> form.written().equalsIgnoreCase(name.strip()))
                .map(Form::agency)
                .findFirst();
    }

    private static boolean isWholeAt(String text, int at, String form) {
        int end = at + form.length();
        return text.startsWith(form, at)
                && (at == 0 || !joins(text.charAt(at - 1), form.charAt(0)))
                && (end == text.length() || !joins(text.charAt(end), form.charAt(form.length() - 1)));
    }

    /** Tests whether a neighbour belongs to the word; Chinese characters and kana stand together without spaces. */
    private static boolean joins(char outer, char inner) {
        return Character.isLetterOrDigit(outer)
                && !Character.isIdeographic(outer)
                && !Character.isIdeographic(inner)
                && Character.UnicodeScript.of(inner) != Character.UnicodeScript.KATAKANA;
    }
}

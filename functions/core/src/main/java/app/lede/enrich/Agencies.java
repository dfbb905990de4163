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

    private final List<Form> forms = new ArrayList<>();

    Agencies() {
        for (String line : Table.lines(Agencies.class, "agencies.tsv")) {
            List<String> columns = Table.columns(line);
            PhraseList.phrases(columns.get(1)).forEach(form -> forms.add(new Form(form, columns.getFirst())));
        }
        forms.sort(
                Comparator.comparingInt((Form form) -> form.written().length()).reversed());
    }

    /** Finds the first form that stands in a text as whole words; of several at one place, the longest. Call it on short texts. */
    Optional<Credit> first(String text) {
        Credit first = null;
        for (Form form : forms) {
            int at = whole(text, form.written());
            if (at >= 0 && (first == null || at < first.start())) {
                first = new Credit(form.agency(), at, at + form.written().length());
            }
        }
        return Optional.ofNullable(first);
    }

    /** Returns the agency of a name that is nothing else, such as an author's. */
    Optional<String> named(String name) {
        return forms.stream()
                .filter(form -> form.written().equalsIgnoreCase(name.strip()))
                .map(Form::agency)
                .findFirst();
    }

    private static int whole(String text, String form) {
        for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
            int end = at + form.length();
            boolean begins = at == 0 || !joins(text.charAt(at - 1), form.charAt(0));
            boolean ends = end == text.length() || !joins(text.charAt(end), form.charAt(form.length() - 1));
            if (begins && ends) {
                return at;
            }
        }
        return -1;
    }

    /** Tests whether a neighbour belongs to the word; Chinese characters and kana stand together without spaces. */
    private static boolean joins(char outer, char inner) {
        return Character.isLetterOrDigit(outer)
                && !Character.isIdeographic(outer)
                && !Character.isIdeographic(inner)
                && Character.UnicodeScript.of(inner) != Character.UnicodeScript.KATAKANA;
    }
}

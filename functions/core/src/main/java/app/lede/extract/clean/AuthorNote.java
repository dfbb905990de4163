package app.lede.extract.clean;

import app.lede.extract.page.Passage;
import app.lede.text.Words;
import java.util.List;
import java.util.Set;

/** Recognises the note below a text that introduces its author: "Ines Lindqvist is a reporter at the Courier." */
final class AuthorNote {

    private static final int MAX_WORDS = 80;

    /** Words of a text below which its last paragraph is part of it, whomever it names. */
    private static final int MIN_TEXT = 60;

    /** Verbs that say who somebody is, as {@link Words#key} writes them. */
    private static final Set<String> VERBS = Set.of(
            "is",
            "was",
            "has",
            "writes",
            "covers",
            "works",
            "lives",
            "reports",
            "teaches",
            "edits",
            "ist",
            "arbeitet",
            "schreibt",
            "berichtet",
            "leitet",
            "lebt",
            "est",
            "écrit",
            "travaille",
            "dirige",
            "es",
            "escribe",
            "trabaja",
            "é",
            "escreve",
            "trabalha",
            "è",
            "scrive",
            "lavora",
            "schrijft",
            "werkt",
            "är",
            "skriver",
            "arbetar",
            "er",
            "arbejder",
            "jobber",
            "jest",
            "pisze",
            "pracuje",
            "je",
            "píše");

    private AuthorNote() {}

    /** Returns the number of passages of a text before such notes at its end. */
    static int end(List<Passage> text, List<String> authors) {
        List<String> names = authors.stream()
                .map(Words::key)
                .filter(name -> name.indexOf(' ') > 0)
                .toList();
        int end = text.size();
        int words = text.stream().mapToInt(Passage::words).sum();
        while (end > 1
                && is(text.get(end - 1), names)
                && words - text.get(end - 1).words() >= MIN_TEXT) {
            words -= text.get(--end).words();
        }
        return end;
    }

    private static boolean is(Passage passage, List<String> names) {
        return passage.words() <= MAX_WORDS && names.stream().anyMatch(name -> introduces(passage.key(), name));
    }

    private static boolean introduces(String key, String name) {
        if (!key.startsWith(name + " ")) {
            return false;
        }
        int from = name.length() + 1;
        int space = key.indexOf(' ', from);
        return VERBS.contains(space < 0 ? key.substring(from) : key.substring(from, space));
    }
}

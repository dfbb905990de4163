package app.lede.enrich;

import app.lede.text.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words that show what a name is, from {@code roles.tsv}: titles, roles, parts of organisations' names. Immutable. */
final class Roles {

    /** What a word is; one may be several. */
    enum Kind {
        /** Stands before a person's name. */
        TITLE,
        /** Stands before a person's name, or behind it. */
        ROLE,
        /** Ends an organisation's name. */
        SUFFIX,
        /** Begins an organisation's name. */
        HEAD,
        /** Joins a head and what follows. */
        OF,
        /** Joins the parts of a person's name. */
        PARTICLE;

        int bit() {
            return 1 << ordinal();
        }
    }

    private final Map<String, Integer> kinds = new HashMap<>();

    Roles() {
        for (String line : Table.lines(Roles.class, "roles.tsv")) {
            List<String> columns = Table.columns(line);
            int bit = Kind.valueOf(columns.get(0).toUpperCase(Locale.ROOT)).bit();
            PhraseList.phrases(columns.get(1)).forEach(word -> kinds.merge(word, bit, (one, other) -> one | other));
        }
    }

    /** Returns the {@link Kind#bit bits} of a word in lower case. */
    int of(String word) {
        return kinds.getOrDefault(word, 0);
    }

    /** Tests for a title or role, which stands before a person's name. */
    boolean precedesPerson(String word) {
        return (of(word) & (Kind.TITLE.bit() | Kind.ROLE.bit())) != 0;
    }
}

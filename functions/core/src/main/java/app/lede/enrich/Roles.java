package app.lede.enrich;

import app.lede.text.Table;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words that show what a name is, from {@code roles.tsv}: titles, roles, parts of organisations' names. Immutable. */
final class Roles {

    /** Roles of a word; one word may have several. */
    enum Kind {
        /** Stands before a person's name. */
        TITLE,
        /** Stands before a person's name, or behind it. */
        ROLE,
        /** A role that stands before a last name alone, too: "President". */
        RANK,
        /** No part of a name: articles, and days of the week behind a name. */
        NONE,
        /** Looks like an organisation's name and is none. */
        NOT,
        /** Ends an organisation's name. */
        SUFFIX,
        /** Begins an organisation's name. */
        HEAD,
        /** Joins a head and what follows. */
        OF,
        /** Joins the parts of a person's name. */
        PARTICLE
    }

    private final Map<String, Set<Kind>> kinds = new HashMap<>();

    Roles() {
        for (String line : Table.lines(Roles.class, "roles.tsv")) {
            List<String> columns = Table.columns(line);
            Kind kind = Kind.valueOf(columns.get(0).toUpperCase(Locale.ROOT));
            PhraseList.phrases(columns.get(1))
                    .forEach(word -> kinds.computeIfAbsent(word, first -> EnumSet.noneOf(Kind.class))
                            .add(kind));
        }
    }

    /** Returns the kinds of a word in lower case. */
    Set<Kind> of(String word) {
        return kinds.getOrDefault(word, Set.of());
    }

    /** Tests what a word or name in lower case is. */
    boolean is(Kind kind, String words) {
        return of(words).contains(kind);
    }

    /** Tests for a title or role, which stands before a person's name. */
    boolean precedesPerson(String word) {
        return of(word).contains(Kind.TITLE) || of(word).contains(Kind.ROLE);
    }
}

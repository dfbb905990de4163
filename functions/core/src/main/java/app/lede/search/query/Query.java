package app.lede.search.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Words to look for, as read by {@link QueryParser}. Terms hold the text as typed; an index analyses it in the language of
 * each article. Without a {@link Field}, a term is looked for in headline and text.
 *
 * <p>Positions count code points of the query from 0.
 */
public sealed interface Query {

    /** Returns the query in the grammar of {@link QueryParser}, equal for queries of equal meaning but for positions. */
    String canonical();

    /**
     * A single word; an index may split it into several terms that must stand side by side ({@code G20-Gipfel}).
     *
     * @param text contains at least one letter, digit or symbol, and no white space
     */
    record Word(String text, int at) implements Query {
        public Word {
            requireNonNull(text, "text");
        }

        @Override
        public String canonical() {
            return text;
        }
    }

    /**
     * Words that stand side by side, in this order.
     *
     * @param text without quotation marks
     */
    record Phrase(String text, int at) implements Query {
        public Phrase {
            requireNonNull(text, "text");
        }

        @Override
        public String canonical() {
            return '"' + text + '"';
        }
    }

    /**
     * Words that begin with a text.
     *
     * @param text without the asterisk; at least two characters, or one Han character, kana or Hangul syllable
     */
    record Prefix(String text, int at) implements Query {
        public Prefix {
            requireNonNull(text, "text");
        }

        @Override
        public String canonical() {
            return text + '*';
        }
    }

    /**
     * Limits a query to one field of the article.
     *
     * @param query without a {@code Field} in it
     */
    record Field(Name name, Query query) implements Query {

        /** A searchable field; all match words of the field, but for {@link #TAG}, which matches whole tags. */
        public enum Name {
            HEADLINE,
            AUTHOR,
            PUBLISHER,
            TAG;

            /** Spells it as in a query. */
            public String label() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        public Field {
            requireNonNull(name, "name");
            requireNonNull(query, "query");
        }

        @Override
        public String canonical() {
            return name.label() + ":" + (query instanceof Not ? "(" + query.canonical() + ")" : enclosed(query));
        }
    }

    /** All of at least two queries. */
    record And(List<Query> queries) implements Query {
        public And {
            queries = atLeastTwo(queries);
        }

        @Override
        public String canonical() {
            return queries.stream().map(Query::enclosed).collect(Collectors.joining(" "));
        }
    }

    /** Any of at least two queries. */
    record Or(List<Query> queries) implements Query {
        public Or {
            queries = atLeastTwo(queries);
        }

        @Override
        public String canonical() {
            return queries.stream().map(Query::canonical).collect(Collectors.joining(" OR "));
        }
    }

    /** Every article that a query does not match. */
    record Not(Query query) implements Query {
        public Not {
            requireNonNull(query, "query");
        }

        @Override
        public String canonical() {
            return "-" + enclosed(query);
        }
    }

    private static String enclosed(Query query) {
        return switch (query) {
            case Word word -> word.canonical();
            case Phrase phrase -> phrase.canonical();
            case Prefix prefix -> prefix.canonical();
            case Field field -> field.canonical();
            case And and -> "(" + and.canonical() + ")";
            case Or or -> "(" + or.canonical() + ")";
            case Not not -> not.canonical();
        };
    }

    private static List<Query> atLeastTwo(List<Query> queries) {
        if (queries.size() < 2) {
            throw new IllegalArgumentException("a combination of fewer than two queries");
        }
        return List.copyOf(queries);
    }
}

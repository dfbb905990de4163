package app.lede.search.query;

/**
 * A token of a query.
 *
 * @param at position in code points
 */
record Token(Kind kind, String text, int at) {

    /** Kind of token. */
    enum Kind {
        WORD("a word"),
        PHRASE("a phrase"),
        PREFIX("a prefix"),
        /** {@code headline:} and its like; the text is the field's name in lower case. */
        FIELD("a field"),
        OPEN("("),
        CLOSE(")"),
        AND("AND"),
        OR("OR"),
        NOT("NOT"),
        END("the end of the query");

        private final String description;

        Kind(String description) {
            this.description = description;
        }
    }

    /** Names the token in a message. */
    String described() {
        return kind.description;
    }
}

package app.lede.grounding;

/**
 * A word's class in the lexicon.
 *
 * @param value what the word stands for: a number, the code of a unit, the side of a pair of opposites; empty for other kinds
 */
record Mark(Kind kind, String value) {

    /** Classes of words. */
    enum Kind {
        /** A word that says nothing by itself. */
        STOP,
        PREPOSITION,
        /** Stands before the agent of a passive. */
        BY,
        /** Joins clauses. */
        BUT,
        NEGATION,
        HEDGE,
        QUANTIFIER,
        NUMBER,
        MAGNITUDE,
        MONTH,
        WEEKDAY,
        UNIT,
        OPPOSITE,
        /** With {@link #ORDER}, a sentence that instructs a model. */
        OVERRIDE,
        ORDER
    }
}

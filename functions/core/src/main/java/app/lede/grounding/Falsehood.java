package app.lede.grounding;

import java.util.Locale;

/** Kinds of statements that a text does not support. */
public enum Falsehood {
    /** A number that the text lacks, or that it gives for something else. */
    NUMBER,
    /** A day, weekday or month that the text lacks. */
    DATE,
    /** A name that the text lacks, or a mixture of two. */
    NAME,
    /** Words in quotation marks that are not in the text's, or that it gives to another speaker. */
    QUOTATION,
    /** A statement of the text that is denied, a denied one that is stated, or the opposite of one. */
    NEGATION,
    /** A country or bloc that the text does not mention. */
    COUNTRY,
    /** Another unit or currency than the text's. */
    UNIT,
    /** A possibility told as a fact, a fact told as a possibility, or another quantifier. */
    HEDGE,
    /** Somebody said to do what the text says of another. */
    ROLE,
    /** Words that no passage of the text holds. */
    UNSUPPORTED,
    /** An answer that is not about the text: empty, too long, or in a language without a table. */
    FORM;

    /** Spells it as in reasons and metrics: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

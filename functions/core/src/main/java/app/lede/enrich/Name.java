package app.lede.enrich;

/**
 * A phrase to match, and its meaning.
 *
 * @param phrase as written in texts; case-sensitive, except for phrases in capitals
 * @param skipped number of leading characters that are written with the name but not part of it
 * @param code of the country or bloc, or Wikidata item; empty if none
 */
record Name(String phrase, int skipped, String code, Kind kind) {

    /** Strength of a phrase as evidence for a country or bloc. */
    enum Kind {
        /** A country's name or demonym. */
        COUNTRY,
        /** Occasionally a person's name ("Israel Folau"): counts unless inside one. */
        RARE,
        /** As often a person or thing ("Jordan"). */
        PERSON,
        /** As often another place ("Georgia"). */
        PLACE,
        /** Resolves an ambiguous name without being a mention itself ("Tbilisi"). */
        EVIDENCE,
        /** Contains a country's name without mentioning the country ("New Mexico"). */
        NOTHING,
        /** A bloc's name or unambiguous acronym. */
        BLOC,
        /** A person or organisation that {@link Entities} links. */
        ENTITY,
        /** The last name of such a person: counts where the full name stands, or behind a role while in office. */
        FAMILY,
        /** A bloc's acronym with other meanings ("AES"). */
        ACRONYM
    }

    Name(String phrase, String code, Kind kind) {
        this(phrase, 0, code, kind);
    }
}

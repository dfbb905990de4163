package app.lede.enrich;

/**
 * A phrase to look for, and what finding it says.
 *
 * @param phrase as texts write it; case matters, but for a phrase in capitals
 * @param skipped characters at its start that are written together with the name and are not of it
 * @param code of the country or bloc; empty where the phrase says nothing of one
 */
record Name(String phrase, int skipped, String code, Kind kind) {

    /** What a phrase is worth as evidence. */
    enum Kind {
        /** A country's name or demonym. */
        COUNTRY,
        /** Now and then a person's name too ("Israel Folau"): counts unless it stands in one. */
        RARE,
        /** A person's or a thing's name as often ("Jordan"). */
        PERSON,
        /** Another place's name as often ("Georgia"). */
        PLACE,
        /** Shows what a doubtful name means, and is no mention itself ("Tbilisi"). */
        EVIDENCE,
        /** No mention, though a name is part of it ("New Mexico"). */
        NOTHING,
        /** A bloc's name, or an acronym nothing else has. */
        BLOC,
        /** A bloc's acronym that others have too ("AES"). */
        ACRONYM
    }

    Name(String phrase, String code, Kind kind) {
        this(phrase, 0, code, kind);
    }
}

package app.lede.enrich;

import java.util.List;

/** Splits the fields of the package's tables that hold several phrases. */
final class PhraseList {

    private PhraseList() {}

    /** Splits a field into phrases at {@code |}; an empty field has none. */
    static List<String> phrases(String field) {
        return field.isBlank() ? List.of() : List.of(field.split("\\|", -1));
    }
}

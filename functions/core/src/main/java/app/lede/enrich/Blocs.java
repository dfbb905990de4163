package app.lede.enrich;

import app.lede.enrich.Name.Kind;
import app.lede.text.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Alliances and unions of countries, from {@code blocs.txt}. Their names are the same few in every language. */
final class Blocs {

    /** Number of members in the text that resolves an ambiguous acronym to the bloc. */
    private static final int MEMBERS = 2;

    private final List<Name> names = new ArrayList<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, String> displayed = new HashMap<>();

    Blocs() {
        for (String line : Table.lines(Blocs.class, "blocs.txt")) {
            List<String> fields = List.of(line.split("\t", -1));
            String code = fields.get(0);
            members.put(code, Set.copyOf(PhraseList.phrases(field(fields, 1))));
            PhraseList.phrases(field(fields, 2)).forEach(name -> names.add(new Name(name, code, Kind.BLOC)));
            PhraseList.phrases(field(fields, 3)).forEach(name -> names.add(new Name(name, code, Kind.ACRONYM)));
            PhraseList.phrases(field(fields, 4)).forEach(name -> names.add(new Name(name, code, Kind.BLOC)));
            displayed.put(
                    code,
                    PhraseList.phrases(field(fields, 4)).stream().findFirst().orElse(code));
        }
    }

    List<Name> names() {
        return names;
    }

    /** Returns the bloc's English name. */
    String displayed(String code) {
        return displayed.getOrDefault(code, code);
    }

    /** Tests whether the countries in a text resolve an ambiguous acronym to this bloc. */
    boolean shownBy(Set<String> countries, String code) {
        Set<String> present = new HashSet<>(members.getOrDefault(code, Set.of()));
        present.retainAll(countries);
        return present.size() >= MEMBERS;
    }

    private static String field(List<String> fields, int index) {
        return index < fields.size() ? fields.get(index) : "";
    }
}

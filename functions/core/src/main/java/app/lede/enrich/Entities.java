package app.lede.enrich;

import app.lede.enrich.Name.Kind;
import app.lede.text.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Towns, persons and organisations that {@code entities.tsv} links to Wikidata. Immutable and thread safe. */
final class Entities {

    /**
     * A linked name.
     *
     * @param type of its mentions
     * @param country ISO 3166-1 code; empty if none
     * @param offices terms of office, as {@code from/until} days, {@code until} empty if running
     * @param name the first of its names
     */
    private record Entity(String type, String country, List<String> offices, String name) {}

    private final Map<String, Entity> byItem = new HashMap<>();
    private final List<Name> names = new ArrayList<>();

    Entities() {
        for (String line : Table.lines(Entities.class, "entities.tsv")) {
            List<String> columns = Table.columns(line);
            String type = columns.get(0);
            String item = columns.get(1);
            List<String> written = PhraseList.phrases(columns.get(4));
            List<String> offices = columns.get(3).isEmpty()
                    ? List.of()
                    : List.of(columns.get(3).split(" ", -1));
            byItem.put(item, new Entity(type, columns.get(2), offices, withoutMark(written.getFirst())));
            written.forEach(name -> names.add(name(type, item, name)));
        }
    }

    private static String withoutMark(String written) {
        return written.startsWith("~") ? written.substring(1) : written;
    }

    private static Name name(String type, String item, String written) {
        boolean town = type.equals(Mention.PLACE);
        return switch (written.charAt(0)) {
            case '~' -> new Name(written.substring(1), item, Kind.PERSON);
            case '^' -> new Name(written.substring(1), item, Kind.FAMILY);
            default -> new Name(written, item, town ? Kind.RARE : Kind.ENTITY);
        };
    }

    List<Name> names() {
        return names;
    }

    /** Tests whether a name's code is a Wikidata item, not that of a country or bloc. */
    boolean isItem(String code) {
        return byItem.containsKey(code);
    }

    /** Returns the type of an item's mentions; null for others. */
    @Nullable
    String type(String item) {
        Entity entity = byItem.get(item);
        return entity == null ? null : entity.type();
    }

    /** Returns the first name of an item in the table. */
    String name(String item) {
        Entity entity = byItem.get(item);
        return entity == null ? item : entity.name();
    }

    /** Returns the country of a town; null for others. */
    @Nullable
    String countryOfTown(String item) {
        Entity entity = byItem.get(item);
        return entity != null && entity.type().equals(Mention.PLACE) ? entity.country() : null;
    }

    /**
     * Tests whether a person was in office.
     *
     * @param day ISO 8601; null if unknown, which no term excludes
     */
    boolean inOffice(String item, @Nullable String day) {
        Entity entity = byItem.get(item);
        if (entity == null || day == null) {
            return entity != null;
        }
        return entity.offices().stream().anyMatch(term -> {
            int slash = term.indexOf('/');
            String until = term.substring(slash + 1);
            return term.substring(0, slash).compareTo(day) <= 0 && (until.isEmpty() || day.compareTo(until) <= 0);
        });
    }

    /** Tests whether a name is a town of the table. */
    boolean isTown(String name) {
        return names.stream()
                .anyMatch(known -> known.phrase().equalsIgnoreCase(name) && countryOfTown(known.code()) != null);
    }
}

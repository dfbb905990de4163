package app.lede.rights;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The publisher's verdict on each use of an article, with the statements it follows from. Immutable.
 *
 * @param verdicts by use; {@link Verdict#UNKNOWN} is left out
 * @param evidence kept in the library, and empty in an article's item
 */
public record Rights(Map<Use, Verdict> verdicts, List<Evidence> evidence) {

    /** No statement on any use. */
    public static final Rights UNKNOWN = new Rights(Map.of(), List.of());

    public Rights {
        Map<Use, Verdict> known = new EnumMap<>(Use.class);
        verdicts.forEach((use, verdict) -> {
            if (verdict != Verdict.UNKNOWN) {
                known.put(use, verdict);
            }
        });
        verdicts = Collections.unmodifiableMap(known);
        evidence = List.copyOf(evidence);
    }

    /** Returns the verdict on a use. */
    public Verdict on(Use use) {
        return verdicts.getOrDefault(use, Verdict.UNKNOWN);
    }

    /** Tests whether a use is allowed, where the publisher says nothing by {@link UnstatedUses#DEFAULT}. */
    public boolean allow(Use use) {
        return allow(use, UnstatedUses.DEFAULT);
    }

    /** Tests whether a use is allowed. */
    public boolean allow(Use use, UnstatedUses unstated) {
        return switch (on(use)) {
            case ALLOWED -> true;
            case PRICED, DENIED -> false;
            case UNKNOWN -> unstated.allow(use);
        };
    }

    /** Returns the verdicts alone, as an item keeps them. */
    public Rights withoutEvidence() {
        return new Rights(verdicts, List.of());
    }
}

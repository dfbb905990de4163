package app.lede.grounding;

import java.util.Optional;

/** Looks for one kind of falsehood in a sentence. Implementations are stateless. */
@FunctionalInterface
interface Check {

    /** Returns the first falsehood, if there is one. */
    Optional<Doubt> on(Evidence evidence);

    /** A falsehood and the words that show it. */
    record Doubt(Falsehood kind, String detail) {}
}

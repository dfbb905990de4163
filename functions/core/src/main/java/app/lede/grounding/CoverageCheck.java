package app.lede.grounding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks that the passages hold most words of the sentence. */
final class CoverageCheck implements Check {

    /** A model may have one word of its own for so many of the sentence; swept by {@code LabelledPairsTest}. */
    private static final int WORDS_FOR_ONE = 8;

    @Override
    public Optional<Doubt> on(Evidence evidence) {
        long words = evidence.claim().where(Token::isContent).count();
        List<Token> own = evidence.missing().stream().filter(Token::isContent).toList();
        if (words + evidence.claim().where(Token::isNumber).count() == 0) {
            return Optional.of(new Doubt(Falsehood.FORM, "a sentence without words"));
        }
        return own.size() > words / WORDS_FOR_ONE
                ? Optional.of(new Doubt(
                        Falsehood.UNSUPPORTED, own.stream().map(Token::text).collect(Collectors.joining(" "))))
                : Optional.empty();
    }
}

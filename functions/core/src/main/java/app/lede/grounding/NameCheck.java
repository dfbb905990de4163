package app.lede.grounding;

import app.lede.enrich.Mention;
import app.lede.enrich.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks names of persons, places and organisations, and countries. */
final class NameCheck implements Check {

    /** Words between two parts of one name: "Anna van der Berg". */
    private static final int WITHIN = 3;

    @Override
    public Optional<Doubt> on(Evidence evidence) {
        Source source = evidence.source();
        List<Mention> mentions = source.mentions(evidence.claim().text());
        for (Mention mention : mentions) {
            if (!source.countries().contains(mention.identifier())) {
                return Optional.of(new Doubt(Falsehood.COUNTRY, mention.name()));
            }
        }
        Set<Integer> covered = covered(evidence.claim().text(), mentions);
        List<Token> claim = evidence.claim().tokens();
        Token before = null;
        for (Token token : claim) {
            boolean name = source.isName(token) && !covered.contains(token.at());
            if (name && source.passages().stream().noneMatch(passage -> holds(passage, token))) {
                return Optional.of(new Doubt(Falsehood.NAME, token.text()));
            }
            if (name && before != null && !adjoin(source, before, token)) {
                return Optional.of(new Doubt(Falsehood.NAME, before.text() + " " + token.text()));
            }
            before = name ? token : null;
        }
        return Optional.empty();
    }

    private static boolean holds(Passage passage, Token name) {
        return passage.where(name::names).findAny().isPresent();
    }

    /** Tests whether the text has two parts of a name in this order, close to each other. */
    private static boolean adjoin(Source source, Token first, Token second) {
        for (Passage passage : source.passages()) {
            List<Token> tokens = passage.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                if (first.names(tokens.get(i))
                        && tokens.subList(i + 1, Math.min(tokens.size(), i + 1 + WITHIN)).stream()
                                .anyMatch(second::names)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the positions of words that belong to countries; "Malian" may stand for "Mali". */
    private static Set<Integer> covered(String text, List<Mention> mentions) {
        Set<Integer> covered = new HashSet<>();
        for (Mention mention : mentions) {
            for (Span span : mention.spans()) {
                int start = text.offsetByCodePoints(0, span.start());
                int end = text.offsetByCodePoints(start, span.end() - span.start());
                for (int i = start; i < end; i++) {
                    covered.add(i);
                }
            }
        }
        return covered;
    }
}

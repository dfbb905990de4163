package app.lede.grounding;

import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that words in quotation marks stand in the text's quotations, and that the text gives them to the same speaker. */
final class QuotationCheck implements Check {

    /** Sentences before a quotation among which its speaker is looked for. */
    private static final int NEAR = 3;

    @Override
    public Optional<Doubt> on(Evidence evidence) {
        List<Token> speakers = evidence.source().names(evidence.claim());
        for (String quotation : quotations(evidence.claim())) {
            List<Integer> found = places(evidence.source(), quotation);
            boolean same =
                    found.stream().anyMatch(at -> speakers.isEmpty() || isSpeaker(evidence.source(), at, speakers));
            if (!same) {
                return Optional.of(new Doubt(Falsehood.QUOTATION, quotation));
            }
        }
        return Optional.empty();
    }

    /** Returns the comparison keys of a sentence's quotations. */
    private static List<String> quotations(Passage claim) {
        List<String> quotations = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (Token token : claim.tokens()) {
            if (token.quoted() && token.type() != Token.Type.BREAK) {
                open.append(' ').append(token.text());
            } else if (!token.quoted() && !open.isEmpty()) {
                quotations.add(Words.key(open.toString()));
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            quotations.add(Words.key(open.toString()));
        }
        return quotations;
    }

    private static List<Integer> places(Source source, String quotation) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < source.passages().size(); i++) {
            if ((" " + Source.quoted(source.passages().get(i)) + " ").contains(" " + quotation + " ")) {
                places.add(i);
            }
        }
        return places;
    }

    /** Tests for a speaker in the quotation's sentence, else in the nearest sentence before it that names anybody. */
    private static boolean isSpeaker(Source source, int at, List<Token> speakers) {
        for (int i = at; i >= Math.max(0, at - NEAR); i--) {
            List<Token> names = source.names(source.passages().get(i));
            if (!names.isEmpty()) {
                return names.stream().anyMatch(name -> speakers.stream().anyMatch(name::names));
            }
        }
        return true;
    }
}

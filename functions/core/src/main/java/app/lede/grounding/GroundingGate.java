package app.lede.grounding;

import app.lede.enrich.Countries;
import app.lede.grounding.Grounding.Grounded;
import app.lede.grounding.Grounding.Ungrounded;
import app.lede.summary.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a summary says only what its article says. Deterministic, without a model: every number, unit, date, name,
 * country and quotation must occur in passages that hold the sentence's other words; negations, hedges and quantifiers must be
 * the passages' own; opposites and swapped roles are refused.
 *
 * <p>Favours precision: a true sentence in words of its own may be refused, and then the extractive summary stands. A sentence
 * of the text that instructs a model ("ignore all previous instructions") is no evidence. Judges languages that {@code
 * lexicon.txt} has.
 *
 * <p>Thread safe. Time is linear in the text for a summary of bounded length.
 */
public final class GroundingGate {

    /** Characters of a sentence; a longer one is not a summary's. */
    private static final int LONGEST = 600;

    private static final List<Check> CHECKS = List.of(
            new FigureCheck(),
            new NameCheck(),
            new QuotationCheck(),
            new PolarityCheck(),
            new HedgeCheck(),
            new CoverageCheck(),
            new CompanyCheck(),
            new ClauseCheck(),
            new BindingCheck());

    private final Countries countries;

    /** Creates a gate that finds countries with these tables. */
    public GroundingGate(Countries countries) {
        this.countries = countries;
    }

    /** Tests whether the gate knows a language (BCP 47); summaries in others are always refused. */
    public static boolean judges(@Nullable String language) {
        return Lexicon.of(language).isPresent();
    }

    /**
     * Checks the sentences of a summary against its text.
     *
     * @param text the article's text
     * @param language of both, a BCP 47 tag
     */
    public Grounding check(String text, @Nullable String language, List<String> sentences) {
        Optional<Lexicon> lexicon = Lexicon.of(language);
        if (lexicon.isEmpty() || sentences.isEmpty()) {
            String detail = sentences.isEmpty() ? "no sentence" : "no table of the language " + language;
            return new Ungrounded(List.of(new Finding(Falsehood.FORM, 0, detail)));
        }
        Source source = new Source(text, lexicon.get(), countries);
        List<Finding> findings = new ArrayList<>();
        List<Supported> supported = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            String sentence = sentences.get(i);
            if (sentence.isBlank() || sentence.length() > LONGEST) {
                findings.add(new Finding(Falsehood.FORM, i, sentence.length() + " characters"));
                continue;
            }
            Evidence evidence = Evidence.of(new Passage(sentence, lexicon.get()), source);
            Optional<Check.Doubt> doubt = doubt(evidence);
            if (doubt.isPresent()) {
                findings.add(new Finding(doubt.get().kind(), i, doubt.get().detail()));
            } else {
                supported.add(new Supported(sentence, sentences(source, evidence)));
            }
        }
        return findings.isEmpty() ? new Grounded(supported) : new Ungrounded(findings);
    }

    private static Optional<Check.Doubt> doubt(Evidence evidence) {
        if (evidence.passages().isEmpty()) {
            return Optional.of(
                    new Check.Doubt(Falsehood.UNSUPPORTED, evidence.claim().text()));
        }
        return CHECKS.stream().flatMap(check -> check.on(evidence).stream()).findFirst();
    }

    private static List<Sentence> sentences(Source source, Evidence evidence) {
        return evidence.passages().stream().map(source::sentence).toList();
    }
}

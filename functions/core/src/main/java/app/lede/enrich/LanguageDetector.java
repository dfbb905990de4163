package app.lede.enrich;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Detects the language of an article: the declared language unless the text contradicts it, else the script's, else that of
 * the {@link LanguageModel}.
 *
 * <p>Many sites declare the language of their template, so declarations are weighed. Bosnian, Croatian and Serbian in Latin
 * letters are told apart by nobody: they are unknown unless declared. Thread safe; the model is loaded with the first text
 * that needs it, and takes less than 10 MB.
 */
public final class LanguageDetector {

    /** Characters examined; later text adds time, not certainty. */
    private static final int WINDOW = 800;

    /** Length in characters below which a text contradicts no declaration. */
    private static final int SHORT = 120;

    /** Probability at which a text contradicts a declaration. */
    private static final double CONTRADICTION = 0.95;

    /** Probability required without a declaration; below it, most answers on headlines are wrong. */
    private static final double ACCEPTANCE = 0.4;

    /** Languages that share their written form. */
    private static final Set<String> ALIKE = Set.of("bs", "hr", "sr", "sh", "cnr");

    /** Languages, and others of the world's declarations that mean the same or a part of it. */
    private static final List<Set<String>> SAME = List.of(
            ALIKE,
            Set.of("no", "nb", "nn"),
            Set.of("tl", "fil"),
            Set.of("id", "ms"),
            Set.of("fa", "prs"),
            Set.of("ku", "ckb", "kmr"),
            Set.of("rw", "rn"),
            Set.of("ur", "pnb", "skr"));

    private final Scripts scripts = new Scripts();
    private volatile @Nullable LanguageVote vote;

    /** Creates a detector without loading the model. */
    public LanguageDetector() {}

    /**
     * Loads the model now, which takes about a tenth of a second; call it during a function's start.
     *
     * @return this
     */
    public LanguageDetector ready() {
        vote();
        return this;
    }

    private LanguageVote vote() {
        LanguageVote loaded = vote;
        if (loaded == null) {
            synchronized (this) {
                loaded = vote;
                if (loaded == null) {
                    loaded = new LanguageVote(LanguageModel.load());
                    vote = loaded;
                }
            }
        }
        return loaded;
    }

    /**
     * A language and its evidence.
     *
     * @param language BCP 47 primary subtag; empty if no language is certain enough
     * @param reason for people, for example {@code the text contradicts en: fr, probability 0.99}
     */
    public record Detection(Optional<String> language, String reason) {}

    /**
     * Detects the language of a text.
     *
     * @param declared the language declared by the document or its feed ({@code en-US}, {@code pt_BR}), if any
     * @return a BCP 47 primary language subtag; empty if no language is certain enough
     */
    public Optional<String> detect(String text, @Nullable String declared) {
        return explain(text, declared).language();
    }

    /** Detects the language of a text, with the reason. */
    public Detection explain(String text, @Nullable String declared) {
        String sample = text.length() <= WINDOW ? text : text.substring(0, WINDOW);
        Optional<String> stated = primary(declared);
        Optional<UnicodeScript> script = scripts.of(sample);
        if (script.isEmpty()) {
            return new Detection(stated, "declared; the text has no letters of a known script");
        }
        Optional<String> plausible = stated.filter(language -> scripts.writes(script.get(), language));
        Optional<String> byLetters = scripts.byLetters(script.get(), sample);
        Set<String> candidates = scripts.candidates(script.get());
        if (candidates.size() == 1 || byLetters.isPresent()) {
            return plausible.isPresent()
                    ? new Detection(plausible, "declared; written in that script")
                    : new Detection(
                            byLetters.or(() -> Optional.of(candidates.iterator().next())), "by its script");
        }
        LanguageVote.Winner best = vote().among(candidates, sample);
        if (plausible.isPresent() && !contradicted(plausible.get(), best, candidates, sample)) {
            return new Detection(plausible, "declared; the text looks like " + best);
        }
        boolean untold = script.get() == UnicodeScript.LATIN && ALIKE.contains(best.language());
        return untold || best.probability() < ACCEPTANCE
                ? new Detection(Optional.empty(), (untold ? "one of bs, hr and sr; " : "uncertain; ") + best)
                : new Detection(
                        Optional.of(best.language()),
                        plausible
                                        .map(other -> "the text contradicts " + other + ": ")
                                        .orElse("")
                                + best);
    }

    /**
     * Tests whether the text contradicts a declaration. A declared language that the model does not know always resembles
     * another, so only languages that templates are written in can contradict it.
     */
    private static boolean contradicted(
            String declared, LanguageVote.Winner best, Set<String> candidates, String sample) {
        if (sample.length() < SHORT || best.probability() < CONTRADICTION) {
            return false;
        }
        String found = best.language();
        boolean same = found.equals(declared)
                || SAME.stream().anyMatch(languages -> languages.contains(found) && languages.contains(declared));
        boolean known = candidates.contains(declared);
        boolean oftenDefault = List.of("en", "fr", "es", "pt", "de", "ar", "ru").contains(found);
        return !same && (known || oftenDefault);
    }

    private static Optional<String> primary(@Nullable String declared) {
        if (declared == null) {
            return Optional.empty();
        }
        String language =
                Locale.forLanguageTag(declared.strip().replace('_', '-')).getLanguage();
        return Optional.of(language).filter(tag -> !tag.isEmpty() && !tag.equals("und"));
    }
}

package app.lede.enrich;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Detects the language of an article: the declared language unless the text contradicts it, else the script's, else
 * that of n-gram profiles (optimaize language-detector).
 *
 * <p>Many sites declare the language of their template, so declarations are weighed. Profiles of a script are loaded
 * with its first text. Thread safe.
 */
public final class LanguageDetector {

    /** Characters examined; later text adds time, not certainty. */
    private static final int WINDOW = 3000;

    /** Length in characters below which profiles are unreliable. */
    private static final int SHORT = 120;

    /** Probability at which profiles overrule a declaration. */
    private static final double CONTRADICTION = 0.95;

    /** Probability required without a declaration. */
    private static final double ACCEPTANCE = 0.7;

    private final Scripts scripts = new Scripts();
    private final Map<UnicodeScript, com.optimaize.langdetect.LanguageDetector> profiles = new ConcurrentHashMap<>();

    /** Creates a detector without loading profiles. */
    public LanguageDetector() {}

    /**
     * Loads the profiles of the Latin script now, which takes half a second; call it during a function's start.
     *
     * @return this
     */
    public LanguageDetector ready() {
        profiles.computeIfAbsent(UnicodeScript.LATIN, this::load);
        return this;
    }

    /**
     * Detects the language of a text.
     *
     * @param declared the language declared by the document or its feed ({@code en-US}, {@code pt_BR}), if any
     * @return a BCP 47 primary language subtag; empty if no language is certain enough
     */
    public Optional<String> detect(String text, @Nullable String declared) {
        String sample = text.length() <= WINDOW ? text : text.substring(0, WINDOW);
        Optional<String> stated = primary(declared);
        Optional<UnicodeScript> script = scripts.of(sample);
        if (script.isEmpty()) {
            return stated;
        }
        List<String> candidates = scripts.candidates(script.get());
        Optional<String> plausible = stated.filter(language -> scripts.writes(script.get(), language));
        if (candidates.size() == 1) {
            return plausible.or(() -> Optional.of(candidates.getFirst()));
        }
        Optional<DetectedLanguage> best = best(sample, script.get());
        if (plausible.isPresent() && !contradicted(plausible.get(), best, candidates, sample)) {
            return plausible;
        }
        return best.filter(found -> found.getProbability() >= ACCEPTANCE)
                .map(found -> found.getLocale().getLanguage());
    }

    /**
     * Tests whether the text contradicts a declaration. A declared language without a profile always resembles another,
     * so only languages that templates are written in can be contradicted.
     */
    private static boolean contradicted(
            String declared, Optional<DetectedLanguage> best, List<String> candidates, String sample) {
        if (best.isEmpty() || sample.length() < SHORT || best.get().getProbability() < CONTRADICTION) {
            return false;
        }
        String found = best.get().getLocale().getLanguage();
        boolean sameTongue = (found.equals("no") && (declared.equals("nb") || declared.equals("nn")))
                || (found.equals("tl") && declared.equals("fil"))
                || (found.equals("hr") && (declared.equals("bs") || declared.equals("sr")));
        boolean known = candidates.contains(declared);
        boolean oftenDefault = List.of("en", "fr", "es", "pt", "de", "ar", "ru").contains(found);
        return !found.equals(declared) && !sameTongue && (known || oftenDefault);
    }

    private Optional<DetectedLanguage> best(String sample, UnicodeScript script) {
        return profiles.computeIfAbsent(script, this::load).getProbabilities(sample).stream()
                .findFirst();
    }

    private com.optimaize.langdetect.LanguageDetector load(UnicodeScript script) {
        try {
            return LanguageDetectorBuilder.create(NgramExtractors.standard())
                    .withProfiles(new LanguageProfileReader().read(scripts.candidates(script)))
                    .seed(0L)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

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
 * The language an article is written in: what its document declares where the text does not contradict it, else what the
 * script says, else what n-gram profiles say (optimaize language-detector).
 *
 * <p>Many sites declare the language of their template, not of the article, so a declaration is weighed, not believed.
 * Profiles are read when the first text of a script comes that needs them. Thread safe.
 */
public final class LanguageDetector {

    /** Later text adds time, not certainty. */
    private static final int WINDOW = 3000;

    /** Below this many characters profiles guess. */
    private static final int SHORT = 120;

    /** How sure profiles must be against a declaration. */
    private static final double CONTRADICTION = 0.95;

    /** How sure they must be when nothing is declared. */
    private static final double ACCEPTANCE = 0.7;

    private final Scripts scripts = new Scripts();
    private final Map<UnicodeScript, com.optimaize.langdetect.LanguageDetector> profiles = new ConcurrentHashMap<>();

    /** Reads no profiles yet. */
    public LanguageDetector() {}

    /**
     * Reads the profiles of Latin script, which most texts need, now and not with the first text: that takes half a second,
     * and a function's start is the cheaper time for it.
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
     * @param declared what the document or its feed says ({@code en-US}, {@code pt_BR}), where it does
     * @return a BCP 47 primary language subtag; empty when nothing is certain enough
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
     * A declared language without a profile always looks like some other; only a language that templates are written in
     * contradicts it.
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

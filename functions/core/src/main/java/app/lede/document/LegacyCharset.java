package app.lede.document;

import app.lede.document.LetterFrequencies.Language;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses a charset of one byte for each character for a text that names none: the one in which the bytes beyond ASCII are the letters
 * of a language in their usual proportions, in places where letters of that case and script stand.
 *
 * <p>Thread safe.
 */
final class LegacyCharset {

    /** Bytes beyond ASCII that are examined; more add time, not certainty. */
    private static final int EXAMINED = 2_000;

    /** Nats by which a charset must be likelier than another that is at hand. */
    private static final double MARGIN = 3;

    /** Nats against a script of which there are few letters. */
    private static final double FEW_LETTERS = 12;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Nats by which a charset is rarer than windows-1252 among texts that name none. */
    private static final Map<String, Double> RARER = Map.of(
            "windows-1252", 0.0,
            "IBM850", 5.0,
            "IBM852", 5.0,
            "x-MacRoman", 4.0,
            "x-MacCyrillic", 4.0,
            "ISO-8859-5", 4.0);

    private static final double RARER_OTHERWISE = 1.5;

    private static final List<Candidate> CANDIDATES = candidates();

    private LegacyCharset() {}

    /** A charset and what it is used for. */
    private record Candidate(Charset charset, ByteLetters letters, List<Language> languages, double rarer) {}

    private static List<Candidate> candidates() {
        Map<Charset, List<Language>> languages = new HashMap<>();
        for (Language language : LetterFrequencies.languages()) {
            for (Charset charset : language.charsets()) {
                languages.computeIfAbsent(charset, any -> new ArrayList<>()).add(language);
            }
        }
        return languages.entrySet().stream()
                .map(entry -> new Candidate(
                        entry.getKey(),
                        ByteLetters.of(entry.getKey()),
                        List.copyOf(entry.getValue()),
                        RARER.getOrDefault(entry.getKey().name(), RARER_OTHERWISE)))
                .sorted(Comparator.comparing(candidate -> candidate.charset().name()))
                .toList();
    }

    /** Returns the likeliest charset; {@code otherwise}, or windows-1252, unless another is clearly likelier. */
    static Charset of(byte[] bytes, Optional<Charset> otherwise) {
        int[] places = places(bytes);
        Map<Charset, Double> scores = CANDIDATES.stream()
                .collect(Collectors.toMap(Candidate::charset, candidate -> score(candidate, bytes, places)));
        Charset standing = otherwise.orElse(WINDOWS_1252);
        Charset best = scores.entrySet().stream()
                .max(Map.Entry.<Charset, Double>comparingByValue()
                        .thenComparing(entry -> entry.getKey().name()))
                .orElseThrow()
                .getKey();
        Double known = scores.get(standing);
        return known == null || scores.getOrDefault(best, 0.0) > known + MARGIN ? best : standing;
    }

    private static int[] places(byte[] bytes) {
        int[] places = new int[EXAMINED];
        int count = 0;
        for (int i = 0; i < bytes.length && count < EXAMINED; i++) {
            if (bytes[i] < 0) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private static double score(Candidate candidate, byte[] bytes, int[] places) {
        int[] counts = new int[256];
        double misplaced = 0;
        for (int place : places) {
            counts[bytes[place] & 0xff]++;
            misplaced += candidate.letters().misplaced(bytes, place);
        }
        double best = candidate.languages().stream()
                .mapToDouble(language -> likelihood(language, candidate.letters(), counts))
                .max()
                .orElseThrow();
        return best - misplaced - candidate.rarer();
    }

    private static double likelihood(Language language, ByteLetters letters, int[] counts) {
        double likelihood = 0;
        int foreign = 0;
        int all = 0;
        for (int b = 128; b < 256; b++) {
            if (counts[b] > 0) {
                likelihood += counts[b] * language.likelihood(letters.at(b));
                foreign += letters.isForeign(b) ? counts[b] : 0;
                all += counts[b];
            }
        }
        return language.isLatin() || foreign * 2 > all ? likelihood : likelihood - FEW_LETTERS;
    }
}

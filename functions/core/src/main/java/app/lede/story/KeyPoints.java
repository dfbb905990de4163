package app.lede.story;

import app.lede.article.ArticleId;
import app.lede.summary.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses sentences out of the summaries of a story's articles: those whose names, numbers and words most other articles have, too,
 * each of which adds something. Takes the sentences of one language, that of most articles, so that the points can be read together.
 */
public final class KeyPoints {

    static final int MOST = 5;

    /** Share of a sentence's words that earlier points have, from which on it repeats them. */
    private static final double REPEATED = 0.6;

    private static final int MOST_TOKENS = 200;

    private KeyPoints() {}

    /** An article and the sentences of its summary. */
    public record Source(ArticleId article, @Nullable String language, int voice, List<Sentence> sentences) {

        public Source {
            sentences = List.copyOf(sentences);
        }
    }

    private record Candidate(KeyPoint point, int voice, Set<String> stems) {}

    /** Chooses at most {@value #MOST} sentences, in the order of the articles. */
    public static List<KeyPoint> of(List<Source> sources) {
        Optional<String> language = language(sources);
        List<Candidate> candidates = new ArrayList<>();
        Map<String, Set<Integer>> voices = new HashMap<>();
        for (Source source : sources) {
            for (Sentence sentence : source.sentences()) {
                Set<String> stems = stems(sentence.text());
                stems.forEach(stem ->
                        voices.computeIfAbsent(stem, one -> new HashSet<>()).add(source.voice()));
                if (Optional.ofNullable(source.language()).equals(language)) {
                    candidates.add(new Candidate(new KeyPoint(source.article(), sentence), source.voice(), stems));
                }
            }
        }
        Set<Candidate> chosen = chosen(candidates, voices);
        return candidates.stream()
                .filter(chosen::contains)
                .map(Candidate::point)
                .toList();
    }

    private static Set<Candidate> chosen(List<Candidate> candidates, Map<String, Set<Integer>> voices) {
        Set<Candidate> chosen = new HashSet<>();
        Set<String> said = new HashSet<>();
        while (chosen.size() < MOST) {
            @Nullable Candidate best = null;
            double most = 0;
            for (Candidate candidate : candidates) {
                double worth = chosen.contains(candidate) ? 0 : worth(candidate, said, voices);
                if (worth > most) {
                    best = candidate;
                    most = worth;
                }
            }
            if (best == null) {
                break;
            }
            chosen.add(best);
            said.addAll(best.stems());
        }
        return chosen;
    }

    /** Counts the other voices that say what a sentence adds, for each of its words; 0 if it repeats what was said. */
    private static double worth(Candidate candidate, Set<String> said, Map<String, Set<Integer>> voices) {
        double worth = 0;
        int repeated = 0;
        for (String stem : candidate.stems()) {
            if (said.contains(stem)) {
                repeated++;
            } else {
                worth += voices.getOrDefault(stem, Set.of()).size() - 1;
            }
        }
        int size = candidate.stems().size();
        return size == 0 || repeated >= REPEATED * size ? 0 : worth / Math.sqrt(size);
    }

    private static Optional<String> language(List<Source> sources) {
        Map<String, Long> counts = sources.stream()
                .flatMap(source -> Stream.ofNullable(source.language()))
                .collect(Collectors.groupingBy(language -> language, Collectors.counting()));
        return sources.stream()
                .flatMap(source -> Stream.ofNullable(source.language()))
                .max(Comparator.comparingLong(language -> counts.getOrDefault(language, 0L)));
    }

    private static Set<String> stems(String text) {
        return Tokens.of(text, MOST_TOKENS).stream()
                .map(token -> Feature.stem(token.key()))
                .filter(stem -> stem.length() > 2)
                .collect(Collectors.toSet());
    }
}

package app.lede.rights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One licence of RSL 1.0, written as evidence in a line such as {@code prohibits ai-train; permits search; payment purchase}.
 *
 * @param permits usages; none where the licence permits whatever it does not prohibit
 * @param payments types of payment, one of which is asked for; none for free
 * @param conditions types of other restrictions ({@code user}, {@code geo}), which nobody can judge for all readers
 * @param token whether a licence server has to grant a token first, even for a free licence
 */
record RslLicence(
        Set<String> permits, Set<String> prohibits, Set<String> payments, Set<String> conditions, boolean token) {

    /** Separates the licences of one asset. */
    private static final String OR = " | ";

    private static final Set<String> PARTS = Set.of("token", "permits", "prohibits", "payment", "limited");

    /** The usages of RSL 1.0; another is evidence, and what it prohibits is not guessed. */
    private static final Set<String> USAGES = Set.of("all", "ai-all", "ai-train", "ai-input", "ai-index", "search");

    private static final Set<String> FREE = Set.of("free", "attribution");
    private static final Set<String> PAID =
            Set.of("purchase", "subscription", "training", "crawl", "use", "inference", "contribution");

    RslLicence {
        permits = Collections.unmodifiableSet(new TreeSet<>(permits));
        prohibits = Collections.unmodifiableSet(new TreeSet<>(prohibits));
        payments = Collections.unmodifiableSet(new TreeSet<>(payments));
        conditions = Collections.unmodifiableSet(new TreeSet<>(conditions));
    }

    /** Tests for a word of RSL 1.0. */
    static boolean isKnown(String word) {
        return USAGES.contains(word) || FREE.contains(word) || PAID.contains(word);
    }

    /** Returns the verdict of the licences of one asset, of which a reader may choose; a prohibition in one holds for all. */
    static Verdict verdict(List<RslLicence> licences, Use use) {
        Set<String> names = names(use);
        if (licences.stream().anyMatch(licence -> !Collections.disjoint(licence.prohibits, names))) {
            return Verdict.DENIED;
        }
        List<Verdict> offers =
                licences.stream().map(licence -> licence.offer(use, names)).toList();
        return Stream.of(Verdict.ALLOWED, Verdict.PRICED, Verdict.UNKNOWN, Verdict.DENIED)
                .filter(offers::contains)
                .findFirst()
                .orElse(Verdict.UNKNOWN);
    }

    /** Returns the usages that cover a use; none but {@code all} covers summaries. */
    private static Set<String> names(Use use) {
        return switch (use) {
            case SEARCH -> Set.of("all", "search");
            case SUMMARY -> Set.of("all");
            case AI_INPUT -> Set.of("all", "ai-all", "ai-input");
            case AI_TRAIN -> Set.of("all", "ai-all", "ai-train");
        };
    }

    private Verdict offer(Use use, Set<String> names) {
        if (!permits.isEmpty() && Collections.disjoint(permits, names)) {
            return use == Use.SUMMARY ? Verdict.UNKNOWN : Verdict.DENIED;
        }
        boolean free = payments.isEmpty() || !Collections.disjoint(payments, FREE);
        if (token || (!free && !Collections.disjoint(payments, PAID))) {
            return Verdict.PRICED;
        }
        return free && conditions.isEmpty() && USAGES.containsAll(prohibits) ? Verdict.ALLOWED : Verdict.UNKNOWN;
    }

    static String line(List<RslLicence> licences) {
        return licences.stream().map(RslLicence::line).distinct().collect(Collectors.joining(OR));
    }

    private String line() {
        return Stream.of(
                        token ? "token" : "",
                        part("prohibits", prohibits),
                        part("permits", permits),
                        part("payment", payments),
                        part("limited", conditions))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String part(String name, Collection<String> words) {
        return words.isEmpty() ? "" : name + " " + String.join(" ", words);
    }

    /** Reads a line; one of another form says nothing. */
    static List<RslLicence> read(String line) {
        List<RslLicence> licences = new ArrayList<>();
        for (String terms : line.split("[|]", -1)) {
            Map<String, Set<String>> parts = new HashMap<>();
            for (String part : terms.split(";", -1)) {
                List<String> words = List.of(part.strip().split(" ", -1));
                parts.computeIfAbsent(words.getFirst(), name -> new TreeSet<>()).addAll(words.subList(1, words.size()));
            }
            if (!PARTS.containsAll(parts.keySet())) {
                return List.of();
            }
            licences.add(new RslLicence(
                    parts.getOrDefault("permits", Set.of()),
                    parts.getOrDefault("prohibits", Set.of()),
                    parts.getOrDefault("payment", Set.of()),
                    parts.getOrDefault("limited", Set.of()),
                    parts.containsKey("token")));
        }
        return licences;
    }
}

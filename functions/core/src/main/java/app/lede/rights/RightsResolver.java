package app.lede.rights;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a publisher's statements into one verdict per use: the most restrictive statement that applies. One table of tokens
 * per standard; tokens and values that are not in it say nothing.
 *
 * <p>Thread safe; pure.
 */
public final class RightsResolver {

    /** A verdict on some uses. */
    private record Reading(Verdict verdict, List<Use> uses) {
        static final Reading NOTHING = new Reading(Verdict.UNKNOWN, List.of());

        static Reading of(Verdict verdict, Use... uses) {
            return new Reading(verdict, List.of(uses));
        }
    }

    /** AIPREF vocab-08: two categories; {@code search} does not cover the making of summaries. */
    private static final Map<String, Use> CONTENT_USAGE = Map.of("train-ai", Use.AI_TRAIN, "search", Use.SEARCH);

    /** Content Signals: {@code use=immediate|reference|full} is about the time of a use, and kept as evidence. */
    private static final Map<String, Use> CONTENT_SIGNAL =
            Map.of("search", Use.SEARCH, "ai-input", Use.AI_INPUT, "ai-train", Use.AI_TRAIN);

    private static final Map<String, Verdict> YES_NO = Map.of("yes", Verdict.ALLOWED, "no", Verdict.DENIED);
    private static final Map<String, Verdict> Y_N = Map.of("y", Verdict.ALLOWED, "n", Verdict.DENIED);

    /** TDMRep: 1 reserves text and data mining, 0 does not. */
    private static final Map<String, Reading> TDMREP = Map.of(
            "1", Reading.of(Verdict.DENIED, Use.AI_INPUT, Use.AI_TRAIN),
            "0", Reading.of(Verdict.ALLOWED, Use.AI_INPUT, Use.AI_TRAIN));

    /** Robots directives; {@code noarchive} and {@code noimageai} rule on no use of the text. */
    private static final Map<String, Reading> ROBOTS = Map.of(
            "noindex", Reading.of(Verdict.DENIED, Use.SEARCH),
            "none", Reading.of(Verdict.DENIED, Use.SEARCH),
            "nosnippet", Reading.of(Verdict.DENIED, Use.SUMMARY),
            "max-snippet:0", Reading.of(Verdict.DENIED, Use.SUMMARY),
            "noai", Reading.of(Verdict.DENIED, Use.AI_INPUT, Use.AI_TRAIN));

    private static final Map<Signal, Function<String, Stream<Reading>>> READERS = new EnumMap<>(Map.of(
            Signal.CONTENT_USAGE, RightsResolver::contentUsage,
            Signal.CONTENT_SIGNAL, RightsResolver::contentSignal,
            Signal.RSL, RightsResolver::rsl,
            Signal.TDMREP, RightsResolver::tdmRep,
            Signal.ROBOTS, RightsResolver::robots));

    private RightsResolver() {}

    /** Resolves all statements on one article. */
    public static Rights resolve(List<Evidence> evidence) {
        Map<Use, Verdict> verdicts = new EnumMap<>(Use.class);
        for (Evidence one : evidence) {
            verdicts(one).forEach((use, verdict) -> verdicts.merge(use, verdict, Verdict::and));
        }
        return new Rights(verdicts, evidence.stream().distinct().toList());
    }

    /** Returns the verdicts of one statement alone; none where it says nothing on any use. */
    public static Map<Use, Verdict> verdicts(Evidence evidence) {
        Map<Use, Verdict> verdicts = new EnumMap<>(Use.class);
        READERS.getOrDefault(evidence.signal(), value -> Stream.empty())
                .apply(evidence.value())
                .forEach(
                        reading -> reading.uses().forEach(use -> verdicts.merge(use, reading.verdict(), Verdict::and)));
        verdicts.values().removeIf(verdict -> verdict == Verdict.UNKNOWN);
        return verdicts;
    }

    private static Stream<Reading> contentUsage(String value) {
        return Dictionary.tokens(value).orElse(Map.of()).entrySet().stream()
                .map(member -> reading(CONTENT_USAGE.get(member.getKey()), Y_N.get(member.getValue())));
    }

    private static Stream<Reading> contentSignal(String value) {
        return elements(value).map(element -> {
            int equals = element.indexOf('=');
            return equals < 0
                    ? Reading.NOTHING
                    : reading(
                            CONTENT_SIGNAL.get(element.substring(0, equals).strip()),
                            YES_NO.get(element.substring(equals + 1).strip()));
        });
    }

    private static Reading reading(@Nullable Use use, @Nullable Verdict verdict) {
        return use == null || verdict == null ? Reading.NOTHING : Reading.of(verdict, use);
    }

    private static Stream<Reading> rsl(String value) {
        List<RslLicence> licences = RslLicence.read(value);
        return Arrays.stream(Use.values()).map(use -> Reading.of(RslLicence.verdict(licences, use), use));
    }

    private static Stream<Reading> tdmRep(String value) {
        int policy = value.indexOf(';');
        String reservation = policy < 0 ? value : value.substring(0, policy);
        return Stream.of(TDMREP.getOrDefault(reservation.strip(), Reading.NOTHING));
    }

    private static Stream<Reading> robots(String value) {
        return elements(value).map(tag -> ROBOTS.getOrDefault(tag.replace(" ", ""), Reading.NOTHING));
    }

    private static Stream<String> elements(String value) {
        return Arrays.stream(value.toLowerCase(Locale.ROOT).split(",", -1)).map(String::strip);
    }
}

package app.lede.grounding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.enrich.Countries;
import app.lede.grounding.Grounding.Grounded;
import app.lede.grounding.Grounding.Ungrounded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Measures the gate on invented articles with true and false claims; prints its table. */
class LabelledPairsTest {

    private static final GroundingGate GATE = new GroundingGate(new Countries());

    private static final List<Verdict> VERDICTS = Pair.all().stream()
            .map(pair -> new Verdict(pair, GATE.check(pair.text(), pair.language(), List.of(pair.claim()))))
            .toList();

    private record Verdict(Pair pair, Grounding grounding) {

        boolean isShown() {
            return grounding instanceof Grounded;
        }

        boolean isTrue() {
            return pair.falsehood().isEmpty();
        }
    }

    @Test
    void shows_true_sentences_and_few_others() {
        StringBuilder table = new StringBuilder();
        for (String part : List.of("tuning", "held", "final", "blind", "unseen", "last")) {
            row(table, part, verdict -> verdict.pair.part().equals(part));
        }
        VERDICTS.stream()
                .map(verdict -> verdict.pair.language())
                .distinct()
                .forEach(language ->
                        row(table, language, verdict -> verdict.pair.language().equals(language)));
        row(table, "all", verdict -> true);
        for (Falsehood kind : Falsehood.values()) {
            caught(table, kind);
        }
        System.out.println(table);
        Measured all = measured(verdict -> true);
        assertTrue(all.precision() >= 0.98 && all.recall() >= 0.85, () -> table + failures(verdict -> true));
    }

    private static void row(StringBuilder table, String name, Predicate<Verdict> which) {
        Measured measured = measured(which);
        table.append(String.format(
                Locale.ROOT,
                "%-9s %3d pairs, %3d true: shown sentences that are true %.3f, true sentences shown %.3f%n",
                name,
                measured.pairs,
                measured.trues,
                measured.precision(),
                measured.recall()));
    }

    private static void caught(StringBuilder table, Falsehood kind) {
        List<Verdict> all = VERDICTS.stream()
                .filter(verdict -> verdict.pair.falsehood().equals(Optional.of(kind)))
                .toList();
        if (!all.isEmpty()) {
            long refused = all.stream().filter(verdict -> !verdict.isShown()).count();
            table.append(String.format(Locale.ROOT, "%-11s refused %d of %d%n", kind.label(), refused, all.size()));
        }
    }

    private record Measured(long pairs, long trues, long shown, long both) {

        double precision() {
            return shown == 0 ? 0 : (double) both / shown;
        }

        double recall() {
            return trues == 0 ? 0 : (double) both / trues;
        }
    }

    private static Measured measured(Predicate<Verdict> which) {
        List<Verdict> some = VERDICTS.stream().filter(which).toList();
        return new Measured(
                some.size(),
                some.stream().filter(Verdict::isTrue).count(),
                some.stream().filter(Verdict::isShown).count(),
                some.stream()
                        .filter(verdict -> verdict.isTrue() && verdict.isShown())
                        .count());
    }

    private static String failures(Predicate<Verdict> which) {
        List<String> lines = new ArrayList<>();
        VERDICTS.stream()
                .filter(which)
                .filter(verdict -> verdict.isShown() != verdict.isTrue())
                .forEach(verdict -> lines.add(verdict.pair.article() + " "
                        + verdict.pair.falsehood().map(Falsehood::label).orElse("true") + ": " + verdict.pair.claim()
                        + (verdict.grounding instanceof Ungrounded ungrounded ? "  <- " + ungrounded.findings() : "")));
        return String.join("\n", lines);
    }
}

package app.lede.alert;

import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.saved.DigestSchedule;
import app.lede.saved.SavedSearch;
import app.lede.search.ArticleWalk;
import app.lede.search.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds what a search would have alerted of lately, and why. Thread safe. */
public final class DryRun {

    /** Period that it looks back over. */
    public static final Duration SPAN = Duration.ofDays(7);

    /** Pages of articles to look at; a search that matches rarely is cut. */
    private static final int STRETCHES = 20;

    private final Matches matches;

    public DryRun(ArticleWalk walk, ArticleStore articles) {
        this.matches = new Matches(walk, articles);
    }

    /**
     * An article that would have been in an alert.
     *
     * @param because the conditions that its facts meet, such as {@code lang=de}; empty where the filter has none
     */
    public record Fired(Article article, List<String> because) {}

    /**
     * Articles found, latest arrival first.
     *
     * @param complete whether the whole span was looked at
     */
    public record Outcome(Instant from, Instant to, List<Fired> fired, boolean complete) {}

    /** Looks back from a moment. */
    public Outcome run(Filter filter, Instant now) {
        Instant to = now.minus(DeliverAlerts.SETTLING);
        Instant from = to.minus(SPAN);
        Matches.Latest latest = matches.latest(filter, from, to, STRETCHES, Integer.MAX_VALUE);
        List<Fired> fired = latest.matches().stream()
                .map(match -> new Fired(match.article(), because(filter, match.article())))
                .toList();
        return new Outcome(from, to, fired, latest.complete());
    }

    /** A digest that would have been published, or is the next to come, when, and under which subject. */
    public record Planned(Instant at, String subject, long articles) {}

    /** Returns the digests that would have told of what was found, latest first; the first may be still to come. */
    public static List<Planned> digests(SavedSearch search, DigestSchedule schedule, Outcome outcome) {
        SortedMap<Instant, Long> counts = new TreeMap<>(Comparator.reverseOrder());
        for (Fired fired : outcome.fired()) {
            counts.merge(schedule.nextDue(fired.article().arrival()), 1L, Long::sum);
        }
        List<Planned> planned = new ArrayList<>();
        counts.forEach((at, count) -> planned.add(new Planned(at, DigestText.subject(search, count, true), count)));
        return planned;
    }

    private static List<String> because(Filter filter, Article article) {
        List<String> because = new ArrayList<>();
        filter.facts().forEach((fact, wanted) -> {
            Set<String> forms = wanted.stream().map(fact::comparable).collect(Collectors.toSet());
            fact.of(article).stream()
                    .filter(value -> forms.contains(fact.comparable(value)))
                    .forEach(value -> because.add(fact.parameter() + "=" + value));
        });
        if (filter.q() != null) {
            because.add("q=" + filter.q());
        }
        return because;
    }
}

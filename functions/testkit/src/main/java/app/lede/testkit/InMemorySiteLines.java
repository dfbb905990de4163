package app.lede.testkit;

import app.lede.boilerplate.ArticleLines;
import app.lede.boilerplate.SiteLines;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stores the lines of sites in maps. Thread safe. */
public final class InMemorySiteLines implements SiteLines {

    private final Map<String, Map<Integer, ArticleLines>> sites = new HashMap<>();

    @Override
    public synchronized List<ArticleLines> of(String host, Instant now) {
        return sites.getOrDefault(host, Map.of()).values().stream()
                .filter(lines -> stands(lines, now))
                .toList();
    }

    @Override
    public synchronized void offer(String host, ArticleLines lines) {
        sites.computeIfAbsent(host, unknown -> new HashMap<>())
                .merge(lines.slot(), lines, (old, offered) -> stands(old, offered.at()) ? old : offered);
    }

    private static boolean stands(ArticleLines lines, Instant now) {
        return now.isBefore(lines.until());
    }
}

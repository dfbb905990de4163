package app.lede.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The article's title: what h1, JSON-LD, Open Graph and the page's title agree on, without the site's name. */
final class Headlines {

    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|\\-–—·•»:]{1,2}\\s+|\\s*[|｜]\\s*");
    private static final int MAX_HEADINGS = 20;

    private final Document dom;
    private final LinkedData linked;
    private final MetaTags meta;
    private final List<String> siteNames = new ArrayList<>();

    Headlines(Document dom, LinkedData linked, MetaTags meta, String publisher) {
        this.dom = dom;
        this.linked = linked;
        this.meta = meta;
        meta.first("og:site_name").map(Words::key).ifPresent(siteNames::add);
        siteNames.add(Words.key(publisher));
    }

    record Choice(@Nullable String headline, @Nullable String alternative) {}

    private record Candidate(String text, String key) {}

    /** Newsrooms state their headline; elsewhere plug-ins write a search engine's title there, and what the page shows is better. */
    Choice choose() {
        List<Candidate> candidates = new ArrayList<>();
        List<Candidate> shown = headings();
        linked.text("headline").ifPresent(text -> add(text, candidates));
        if (linked.isNews() && !candidates.isEmpty()) {
            return choice(candidates.getFirst(), shown);
        }
        meta.first("og:title", "twitter:title").ifPresent(text -> add(text, candidates));
        Optional.of(Words.line(dom.title())).filter(t -> !t.isEmpty()).ifPresent(text -> add(text, candidates));
        for (Candidate heading : shown) {
            if (candidates.stream().anyMatch(c -> c.key().equals(heading.key()))) {
                return choice(heading, candidates);
            }
        }
        for (Candidate heading : shown) {
            if (candidates.stream()
                    .anyMatch(c ->
                            c.key().startsWith(heading.key()) && heading.key().length() > 12)) {
                return choice(heading, candidates);
            }
        }
        if (candidates.isEmpty()) {
            return shown.isEmpty() ? new Choice(null, null) : choice(shown.getFirst(), shown);
        }
        return choice(shown.size() == 1 ? shown.getFirst() : candidates.getFirst(), candidates);
    }

    private static Choice choice(Candidate chosen, List<Candidate> candidates) {
        String alternative = candidates.stream()
                .filter(c -> !c.key().equals(chosen.key()) && !c.key().isEmpty())
                .map(Candidate::text)
                .findFirst()
                .orElse(null);
        return new Choice(chosen.text(), alternative);
    }

    private List<Candidate> headings() {
        return dom.select("h1").stream()
                .limit(MAX_HEADINGS)
                .map(h1 -> Words.line(h1.text()))
                .filter(text -> !text.isEmpty())
                .map(text -> new Candidate(text, Words.key(text)))
                .filter(heading -> !siteNames.contains(heading.key()))
                .toList();
    }

    private void add(String text, List<Candidate> candidates) {
        String title = withoutSite(text);
        candidates.add(new Candidate(title, Words.key(title)));
    }

    /** Drops the part behind the last separator where it is the site's name, or where nothing else is known and it is short. */
    private String withoutSite(String title) {
        Matcher matcher = SEPARATOR.matcher(title);
        int start = -1;
        int end = -1;
        while (matcher.find()) {
            start = matcher.start();
            end = matcher.end();
        }
        if (start <= 0) {
            return title;
        }
        String last = Words.key(title.substring(end));
        Element h1 = dom.selectFirst("h1");
        boolean shown = h1 != null && Words.key(h1.text()).equals(Words.key(title.substring(0, start)));
        boolean site =
                siteNames.stream().anyMatch(name -> !name.isEmpty() && (name.contains(last) || last.contains(name)));
        return shown || site ? title.substring(0, start).strip() : title;
    }
}

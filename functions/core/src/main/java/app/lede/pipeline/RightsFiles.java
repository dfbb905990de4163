package app.lede.pipeline;

import app.lede.fetch.FetchOutcome;
import app.lede.fetch.WebUrl;
import app.lede.rights.Evidence;
import app.lede.rights.RslDocument;
import app.lede.rights.Signal;
import app.lede.rights.TdmFile;
import app.lede.robots.RobotRules;
import app.lede.robots.RobotsAnswer;
import app.lede.robots.RobotsStore;
import app.lede.robots.RobotsStore.Kept;
import app.lede.robots.RobotsText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Files in which sites state usage rights, each asked for at most once a day: {@code /.well-known/tdmrep.json} of a host, and the
 * RSL licences that its robots.txt or one of its pages names. A file that cannot be had says nothing for a day.
 *
 * <p>Kept in the store of robots.txt under its own address, and the name of a page's licence under the site's. Thread safe.
 */
public final class RightsFiles {

    /** Lifetime of a file, or of its absence. */
    static final Duration HELD = Duration.ofDays(1);

    /** Time for which a process believes that a site has named no licence. */
    private static final Duration NONE_NAMED = Duration.ofHours(1);

    /** Statement of a licence that was not read. */
    static final String UNREAD = "not read";

    private static final int MOST = 500;

    /** Bytes in which a page's head is looked for. */
    private static final int HEAD = 64 * 1024;

    /** Asks for no files. */
    static final RightsFiles NONE = new RightsFiles(null);

    private final @Nullable RobotsStore store;
    private final Map<String, Kept> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    private RightsFiles(@Nullable RobotsStore store) {
        this.store = store;
    }

    /** Keeps the files of all sites in a store. */
    public static RightsFiles in(RobotsStore store) {
        return new RightsFiles(store);
    }

    /** Returns the next file to ask for before a page, if one is not known for today. */
    Optional<URI> next(URI page, RobotRules rules, Instant now) {
        if (store == null) {
            return Optional.empty();
        }
        return Stream.concat(tdmFile(page).stream(), licences(page, rules, now).stream())
                .flatMap(url -> WebUrl.of(url).stream())
                .filter(url -> !url.origin().equals(origin(page)) || rules.allow(url.uri()))
                .map(WebUrl::uri)
                .filter(file -> !isKnown(file, now))
                .findFirst();
    }

    /** Tests whether a file was asked for within the last day. */
    boolean isKnown(URI file, Instant now) {
        return get(file.toString(), now).isPresent();
    }

    /** Keeps the answer for a file. */
    void keep(URI file, FetchOutcome outcome, Instant now) {
        RobotsAnswer answer = outcome instanceof FetchOutcome.Fetched fetched
                ? RobotsText.of(fetched.body())
                        .<RobotsAnswer>map(RobotsAnswer.File::new)
                        .orElseGet(RobotsAnswer.Absent::new)
                : new RobotsAnswer.Absent();
        keep(file.toString(), answer, now.plus(HELD));
    }

    /** Returns the statements on a page, of robots.txt and of the files. */
    List<Evidence> on(URI page, RobotRules rules, Instant now) {
        List<Evidence> evidence = new ArrayList<>(rules.statements().on(page, now));
        tdmFile(page)
                .flatMap(file -> text(file, now)
                        .flatMap(json -> TdmFile.statement(json.getBytes(StandardCharsets.UTF_8), page.toString()))
                        .map(statement -> new Evidence(Signal.TDMREP, file, statement, now)))
                .ifPresent(evidence::add);
        licences(page, rules, now).forEach(file -> evidence.addAll(licence(file, page, now)));
        return evidence;
    }

    /** Returns the statements on a page with those of its headers; a licence that they name is asked for before the next page. */
    List<Evidence> with(FetchOutcome.Fetched page, RobotRules rules, Instant now) {
        named(page)
                .ifPresent(
                        url -> keep(named(page.url()), new RobotsAnswer.Elsewhere(URI.create(url), 0), now.plus(HELD)));
        return Stream.concat(page.meta().rights().stream(), on(page.url(), rules, now).stream())
                .toList();
    }

    /** Returns the licence that a page names in a header or in its head. */
    private static Optional<String> named(FetchOutcome.Fetched page) {
        return page.meta().links().stream()
                .filter(link ->
                        link.relations().contains("license") && link.type().equals(RslDocument.TYPE))
                .flatMap(link -> link.from(page.url()).stream())
                .findFirst()
                .or(() -> inHead(page));
    }

    private static Optional<String> inHead(FetchOutcome.Fetched page) {
        byte[] start = Arrays.copyOf(page.body(), Math.min(page.body().length, HEAD));
        String head = new String(start, StandardCharsets.ISO_8859_1);
        return head.contains(RslDocument.TYPE)
                ? RslDocument.link(Jsoup.parse(head, page.url().toString()))
                : Optional.empty();
    }

    private List<Evidence> licence(String file, URI page, Instant now) {
        return text(file, now)
                .map(xml -> RslDocument.licence(xml, page.toString())
                        .map(terms -> List.of(new Evidence(Signal.RSL, file, terms, now)))
                        .orElse(List.of()))
                .orElseGet(() -> List.of(new Evidence(Signal.RSL, file, UNREAD, now)));
    }

    private static Optional<String> tdmFile(URI page) {
        return WebUrl.of(page.toString()).map(url -> url.origin() + TdmFile.PATH);
    }

    private Set<String> licences(URI page, RobotRules rules, Instant now) {
        Set<String> licences = new LinkedHashSet<>(rules.statements().licences());
        get(named(page), now)
                .map(Kept::answer)
                .filter(RobotsAnswer.Elsewhere.class::isInstance)
                .map(RobotsAnswer.Elsewhere.class::cast)
                .ifPresent(named -> licences.add(named.url().toString()));
        return licences;
    }

    /** Returns the key under which the licence named by a site's pages stands. */
    private static String named(URI page) {
        return origin(page) + "#license";
    }

    private static String origin(URI page) {
        return WebUrl.of(page.toString()).map(WebUrl::origin).orElseGet(page::toString);
    }

    private Optional<String> text(String file, Instant now) {
        return get(file, now)
                .map(Kept::answer)
                .filter(RobotsAnswer.File.class::isInstance)
                .map(answer -> ((RobotsAnswer.File) answer).text().text());
    }

    private Optional<Kept> get(String key, Instant now) {
        if (store == null) {
            return Optional.empty();
        }
        synchronized (recent) {
            Kept kept = recent.get(key);
            if (kept != null && now.isBefore(kept.until())) {
                return Optional.of(kept);
            }
        }
        Optional<Kept> kept = store.get(key, now);
        if (kept.isEmpty() && key.endsWith("#license")) {
            remember(key, new Kept(new RobotsAnswer.Absent(), now.plus(NONE_NAMED)));
        }
        kept.ifPresent(found -> remember(key, found));
        return kept;
    }

    private void keep(String key, RobotsAnswer answer, Instant until) {
        if (store != null) {
            store.keep(key, answer, until);
            remember(key, new Kept(answer, until));
        }
    }

    private void remember(String key, Kept kept) {
        synchronized (recent) {
            recent.put(key, kept);
        }
    }
}

package app.lede.api;

import app.lede.alert.SourceAlert;
import app.lede.alert.SourceAlertView;
import app.lede.alert.SourceAlerts;
import app.lede.saved.SavedSearch;
import app.lede.search.Cursors;
import app.lede.search.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Feed of the alerts of silent sources. Thread safe. */
final class SourceAlertFeed {

    /** Alerts read at once. */
    private static final int STRETCH = 100;
    /** Alerts looked at in one answer; a feed of few sources may need more than one. */
    private static final int MOST_STRETCHES = 20;

    private final SourceAlerts alerts;
    private final Cursors cursors;

    SourceAlertFeed(SourceAlerts alerts, Cursors cursors) {
        this.alerts = alerts;
        this.cursors = cursors;
    }

    /** Answers a page of the alerts, latest first; Atom if the request names no other format. */
    Answer feed(Request request, SavedSearch search) {
        Parameters parameters = new Parameters(request, Set.of("format", "limit", "cursor"));
        Format format = Format.of(request, parameters, Format.ATOM);
        if (format == Format.CSV) {
            parameters.fault("format", "alerts come in any other format");
        }
        int limit = parameters.number("limit", 1, Pages.MAX_LIMIT, Pages.DEFAULT_LIMIT);
        String question = "alerts " + search.id();
        Optional<String> after = Pages.after(parameters, cursors, question);
        return parameters.problem().orElseGet(() -> {
            Found found = find(search, after.orElse(null), limit);
            List<Pages.Item> items = found.alerts().stream()
                    .map(alert -> new Pages.Item(alert.key(), SourceAlertView.json(alert)))
                    .toList();
            Pages.Page page = Pages.cut(request, items, found.next(), key -> cursors.seal(question, key));
            return format.answer(request, search.name(), page);
        });
    }

    /**
     * Alerts of a page.
     *
     * @param next key to go on after; empty at the end
     */
    private record Found(List<SourceAlert> alerts, Optional<String> next) {}

    private Found find(SavedSearch search, @Nullable String after, int limit) {
        Set<String> wanted = FilterParameters.kept(search.filter()).of(Fact.SOURCE);
        List<SourceAlert> found = new ArrayList<>();
        String position = after;
        for (int stretch = 0; stretch < MOST_STRETCHES; stretch++) {
            List<SourceAlert> page = alerts.page(position, STRETCH);
            for (SourceAlert alert : page) {
                if (found.size() == limit) {
                    return new Found(found, Optional.ofNullable(position));
                }
                position = alert.key();
                if (wanted.isEmpty() || wanted.contains(alert.source().value())) {
                    found.add(alert);
                }
            }
            if (page.size() < STRETCH) {
                return new Found(found, Optional.empty());
            }
        }
        return new Found(found, Optional.ofNullable(position));
    }
}

package app.lede.api;

import app.lede.publish.Listing;
import app.lede.publish.Release;
import app.lede.publish.feed.AtomWriter;
import app.lede.publish.feed.JsonFeedWriter;
import app.lede.publish.feed.RssWriter;
import app.lede.publish.table.CsvWriter;
import app.lede.publish.table.JsonLinesWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Formats of a list of articles, chosen by the parameter {@code format} or else by Accept. */
enum Format {
    JSON("json", "application/json"),
    JSON_FEED("jsonfeed", "application/feed+json"),
    ATOM("atom", "application/atom+xml"),
    RSS("rss", "application/rss+xml"),
    NDJSON("ndjson", "application/x-ndjson"),
    CSV("csv", "text/csv");

    private final String label;
    private final String mediaType;

    Format(String label, String mediaType) {
        this.label = label;
        this.mediaType = mediaType;
    }

    /**
     * Returns the format of the request. An unknown {@code format} is a fault.
     *
     * @param otherwise for a request that accepts anything, or nothing known
     */
    static Format of(Request request, Parameters parameters, Format otherwise) {
        return parameters
                .choice("format", List.of(values()), format -> format.label)
                .orElseGet(() -> accepted(request.header("accept").orElse(""), otherwise));
    }

    private static Format accepted(String accept, Format otherwise) {
        List<Format> offered = Stream.concat(Stream.of(otherwise), Arrays.stream(values()))
                .distinct()
                .toList();
        List<String> types = offered.stream().map(format -> format.mediaType).toList();
        return offered.get(types.indexOf(Negotiation.preferred(accept, types)));
    }

    /**
     * Answers with a page of articles.
     *
     * @param title of feeds, which anybody may read; null makes one of the request's filters
     */
    Answer answer(Request request, @Nullable String title, Pages.Page page) {
        Answer answer =
                switch (this) {
                    case JSON -> Pages.json(title == null ? page : released(page));
                    case JSON_FEED -> text(JsonFeedWriter.write(listing(request, title, page)));
                    case ATOM -> text(AtomWriter.write(listing(request, title, page)));
                    case RSS -> text(RssWriter.write(listing(request, title, page)));
                    case NDJSON -> text(JsonLinesWriter.write(released(page).items()));
                    case CSV -> text(CsvWriter.write(released(page).items()));
                };
        return Pages.linked(answer, page).with("vary", "accept");
    }

    private static Pages.Page released(Pages.Page page) {
        return new Pages.Page(Release.listed(page.items()), page.next());
    }

    private Answer text(String body) {
        return Answer.text(200, mediaType + (this == JSON_FEED || this == NDJSON ? "" : "; charset=utf-8"), body);
    }

    private static Listing listing(Request request, @Nullable String title, Pages.Page page) {
        String origin = request.origin();
        return new Listing(
                title == null ? title(request) : title,
                origin.isEmpty() ? "" : origin + request.basePath(),
                origin.isEmpty() ? null : origin + Pages.list(request),
                origin.isEmpty() ? null : origin + Pages.self(request),
                origin.isEmpty() ? null : page.next().map(next -> origin + next).orElse(null),
                released(page).items());
    }

    private static String title(Request request) {
        String filters = request.query().entrySet().stream()
                .filter(parameter -> !parameter.getKey().matches("format|limit|cursor|sort"))
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> parameter.getKey() + "=" + String.join(",", parameter.getValue()))
                .collect(Collectors.joining(" "));
        return filters.isEmpty() ? "Lede" : "Lede: " + filters;
    }
}

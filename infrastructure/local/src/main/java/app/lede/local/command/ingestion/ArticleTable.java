package app.lede.local.command.ingestion;

import static app.lede.local.command.terminal.TextColumns.oneLine;
import static app.lede.local.command.terminal.TextColumns.pad;
import static app.lede.local.command.terminal.TextColumns.width;
import static app.lede.local.command.terminal.TextColumns.wrap;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Renders a run as a table: one block per article, its metadata in columns, its summary and the names in it below. */
final class ArticleTable {

    private static final int WIDTH = 110;
    private static final String GAP = "  ";
    private static final String INDENT = "    ";
    private static final String NOTHING = "–";

    /** Column titles; the last column may overflow. */
    private static final List<String> TITLES = List.of("HEADLINE", "SOURCE", "DATE", "LANGUAGE", "COUNTRIES");

    /** Types of mentions named below the summary. */
    private static final List<String> NAMES = List.of("bloc", "person", "org", "place");

    private static final int MOST_NAMES = 5;

    private static final List<Integer> WIDTHS = List.of(52, 22, 10, 8, 10);

    private ArticleTable() {}

    /** Returns the table's lines, followed by the documents without an article of their own and their outcomes. */
    static List<String> lines(Arrival arrival) {
        List<Arrival.Document> articles = arrival.documents().stream()
                .filter(document -> document.article().isPresent())
                .toList();
        List<String> lines = new ArrayList<>();
        if (!articles.isEmpty()) {
            lines.addAll(row(TITLES));
            lines.add(INDENT + "SUMMARY");
            lines.add(INDENT + "NAMES, AGENCY, DATELINE");
            lines.add("-".repeat(WIDTH));
        }
        for (Arrival.Document document : articles) {
            lines.addAll(block(document, document.article().orElseThrow()));
            lines.add("");
        }
        lines.addAll(others(arrival));
        return lines;
    }

    private static List<String> block(Arrival.Document document, JsonNode article) {
        List<String> lines = new ArrayList<>(row(List.of(
                text(article, "headline"),
                source(document, article),
                date(article),
                text(article, "inLanguage"),
                countries(article))));
        wrap(summary(article), WIDTH - INDENT.length()).forEach(line -> lines.add(INDENT + line));
        String facts = facts(article);
        if (!facts.isEmpty()) {
            wrap(facts, WIDTH - INDENT.length()).forEach(line -> lines.add(INDENT + line));
        }
        return lines;
    }

    private static List<String> row(List<String> cells) {
        List<List<String>> wrapped = IntStream.range(0, cells.size())
                .mapToObj(i -> wrap(cells.get(i), WIDTHS.get(i)))
                .toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int h = 0; h < height; h++) {
            int line = h;
            lines.add(IntStream.range(0, cells.size())
                    .mapToObj(i ->
                            pad(line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "", WIDTHS.get(i)))
                    .collect(Collectors.joining(GAP))
                    .stripTrailing());
        }
        return lines;
    }

    private static List<String> others(Arrival arrival) {
        List<List<String>> rows = new ArrayList<>();
        arrival.documents().stream()
                .filter(document -> document.article().isEmpty())
                .forEach(document -> rows.add(List.of(
                        document.row().outcome(),
                        document.file().orElse(document.row().key()),
                        document.row().detail().orElse(""))));
        arrival.sources().forEach(source -> rows.add(List.of("source", source.url(), outcome(source))));
        arrival.lost().forEach(name -> rows.add(List.of("LOST", name, "no outcome")));
        int names = rows.stream().mapToInt(row -> width(row.get(1))).max().orElse(0);
        return rows.stream()
                .map(row -> pad(row.get(0), 12) + GAP + pad(row.get(1), names) + GAP + oneLine(row.get(2)))
                .map(String::stripTrailing)
                .toList();
    }

    private static String outcome(SourceRow source) {
        return source.lastOutcome()
                .map(outcome -> outcome + ", " + source.detail())
                .orElse("not polled");
    }

    private static String text(JsonNode article, String field) {
        String text = oneLine(article.path(field).asText(""));
        return text.isEmpty() || text.equals("null") ? NOTHING : text;
    }

    private static String source(Arrival.Document document, JsonNode article) {
        JsonNode publisher = article.path("publisher");
        String name = publisher.path("name").asText(publisher.asText(""));
        if (!name.isBlank() && !name.equals("null")) {
            return name;
        }
        // Not through Path, which cannot represent every name under a POSIX locale.
        return document.file().map(file -> file.replaceFirst("^.*[/\\\\]", "")).orElseGet(() -> host(article));
    }

    private static String host(JsonNode article) {
        try {
            String host = URI.create(article.path("url").asText("")).getAuthority();
            return host == null ? NOTHING : host;
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }

    private static String date(JsonNode article) {
        String date = text(article, "datePublished");
        return date.length() > 10 ? date.substring(0, 10) : date;
    }

    private static String countries(JsonNode article) {
        String codes = StreamSupport.stream(article.path("mentions").spliterator(), false)
                .filter(mention -> mention.path("type").asText().equals("country"))
                .map(mention -> mention.path("identifier").asText())
                .distinct()
                .collect(Collectors.joining(" "));
        return codes.isEmpty() ? NOTHING : codes;
    }

    /** Returns the names in an article by type, its agency and dateline: "person: Ada Lowe; agency: AFP". */
    private static String facts(JsonNode article) {
        List<String> facts = new ArrayList<>();
        for (String type : NAMES) {
            String names = StreamSupport.stream(article.path("mentions").spliterator(), false)
                    .filter(mention -> mention.path("type").asText().equals(type))
                    .map(mention -> oneLine(mention.path("name").asText()))
                    .limit(MOST_NAMES)
                    .collect(Collectors.joining(", "));
            facts.addAll(names.isEmpty() ? List.of() : List.of(type + ": " + names));
        }
        for (String field : List.of("agency", "dateline")) {
            String value = text(article, field);
            facts.addAll(value.equals(NOTHING) ? List.of() : List.of(field + ": " + value));
        }
        return String.join("; ", facts);
    }

    private static String summary(JsonNode article) {
        String text = StreamSupport.stream(
                        article.path("summary").path("sentences").spliterator(), false)
                .map(sentence -> sentence.path("text").asText())
                .collect(Collectors.joining(" "));
        return text.isBlank() ? NOTHING : text;
    }
}

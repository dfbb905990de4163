package app.lede.extract.metadata;

import app.lede.article.Metadata;
import app.lede.article.PublishedDate;
import app.lede.document.DocumentType;
import app.lede.document.FileProperties;
import app.lede.document.Reading.Plain;
import app.lede.text.LowerCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Front matter at the start of a Markdown file and the text below it: YAML between lines of hyphens, or TOML between lines of plus
 * signs. Understands the fields of site generators and of clipping programs.
 */
public record FrontMatter(Map<String, List<String>> fields, Plain rest) {

    private static final Pattern BLOCK =
            Pattern.compile("\\A(---|\\+\\+\\+)[ \\t]*\\n((?:[^\\n]*\\n){0,200}?)(?:\\1|\\.\\.\\.)[ \\t]*(?:\\n|\\z)");

    /** Lines that clipping programs put above the text: links back, and tags. */
    private static final Pattern CLIPPER = Pattern.compile(
            "(?:\\[(?:Read (?:on|Original|original)|View (?:on|original)|Open in|Source|Original)[^\\[\\]\\n"
                    + "]{0,60}\\]\\([^)\\n"
                    + "]{0,2000}\\)\\s*)+|(?:#[\\p{L}\\p{N}_/-]{1,60}\\s*)+");

    /** Lines below the front matter where a clipping program may have written. */
    private static final int CLIPPER_LINES = 12;

    private static final List<String> PUBLISHED = List.of(
            "date_published",
            "datepublished",
            "published",
            "publishdate",
            "publish_date",
            "pubdate",
            "published_at",
            "date");
    private static final List<String> MODIFIED = List.of(
            "date_modified", "datemodified", "modified", "lastmod", "last_modified_at", "updated", "updated_at");

    public FrontMatter {
        fields = Map.copyOf(fields);
    }

    public static FrontMatter of(Plain plain) {
        Matcher block = BLOCK.matcher(plain.text());
        boolean text = plain.type() == DocumentType.MARKDOWN || plain.type() == DocumentType.TEXT;
        if (!text || !block.find()) {
            return new FrontMatter(Map.of(), plain);
        }
        Map<String, List<String>> fields =
                FrontMatterFields.read(block.group(2), block.group(1).equals("+++"));
        if (plain.type() == DocumentType.TEXT && !fields.containsKey("title")) {
            return new FrontMatter(Map.of(), plain);
        }
        String below = withoutClipper(plain.text().substring(block.end()));
        return new FrontMatter(fields, new Plain(below, plain.charset(), plain.type(), plain.about()));
    }

    private static String withoutClipper(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        for (int line = 0; line < CLIPPER_LINES && at < text.length(); line++) {
            int end = text.indexOf('\n', at) + 1;
            int next = end == 0 ? text.length() : end;
            String words = text.substring(at, next);
            kept.append(CLIPPER.matcher(words.strip()).matches() ? "\n" : words);
            at = next;
        }
        return kept.append(text, at, text.length()).toString();
    }

    public boolean hasTitle() {
        return first("title").isPresent();
    }

    /** Returns the metadata of a text without markup: the front matter, with the text's headline as fallback. */
    public Declared declared(@Nullable String headline) {
        Metadata article = Metadata.builder()
                .headline(first("title", "headline").orElse(headline))
                .description(first("description", "summary", "excerpt").orElse(null))
                .authors(all("author", "authors", "byline")
                        .flatMap(FrontMatter::people)
                        .distinct()
                        .toList())
                .publisher(first("publisher", "publication", "site_name", "sitename")
                        .orElse(null))
                .keywords(all("tags", "keywords")
                        .filter(tag -> !LowerCase.of(tag).equals("clippings"))
                        .toList())
                .datePublished(date(PUBLISHED))
                .dateModified(date(MODIFIED))
                .build();
        String url = all("source", "url", "original_url", "canonical_url", "canonical", "link")
                .filter(value -> value.startsWith("https://") || value.startsWith("http://"))
                .findFirst()
                .orElse(null);
        return new Declared(article, first("lang", "language").orElse(null), url);
    }

    /** Returns the persons of one value; a single word may be a person here. */
    private static Stream<String> people(String value) {
        List<String> people = FileProperties.people(value);
        return people.isEmpty() ? Stream.of(value) : people.stream();
    }

    private @Nullable PublishedDate date(List<String> names) {
        return names.stream()
                .flatMap(name -> fields.getOrDefault(name, List.of()).stream())
                .flatMap(date -> DateParser.read(date, "front-matter").stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<String> first(String... names) {
        return all(names).findFirst();
    }

    private Stream<String> all(String... names) {
        return Stream.of(names).flatMap(name -> fields.getOrDefault(name, List.of()).stream());
    }
}

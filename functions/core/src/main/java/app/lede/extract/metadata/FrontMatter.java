package app.lede.extract.metadata;

import app.lede.article.Metadata;
import app.lede.document.DocumentType;
import app.lede.document.Reading.Plain;
import app.lede.text.LowerCase;
import app.lede.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Front matter of a Markdown file, between two lines of hyphens at its start, and the text below it. */
public record FrontMatter(Map<String, String> fields, Plain rest) {

    private static final Pattern BLOCK =
            Pattern.compile("\\A---[ \\t]*\\n((?:[^\\n]*\\n){0,200}?)---[ \\t]*(?:\\n|\\z)");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z_]{1,40}):[ \\t]*+[\"']?(.*?)[\"']?");

    /** Longer lines are no fields, in UTF-16 units. */
    private static final int MAX_FIELD = 4000;

    public FrontMatter {
        fields = Map.copyOf(fields);
    }

    public static FrontMatter of(Plain plain) {
        Matcher block = BLOCK.matcher(plain.text());
        if (plain.type() != DocumentType.MARKDOWN || !block.find()) {
            return new FrontMatter(Map.of(), plain);
        }
        Map<String, String> fields = new HashMap<>();
        block.group(1).lines().forEach(line -> {
            Matcher field = FIELD.matcher(line.stripTrailing());
            if (line.length() <= MAX_FIELD && field.matches() && !field.group(2).isBlank()) {
                fields.put(LowerCase.of(field.group(1)), Words.line(field.group(2)));
            }
        });
        return new FrontMatter(
                fields, new Plain(plain.text().substring(block.end()), plain.charset(), plain.type(), plain.about()));
    }

    public boolean hasTitle() {
        return fields.containsKey("title");
    }

    /** Returns the metadata of a text without markup: the front matter, with the text's headline as fallback. */
    public Declared declared(@Nullable String headline) {
        Metadata article = Metadata.builder()
                .headline(fields.getOrDefault("title", headline))
                .description(fields.get("description"))
                .authors(Optional.ofNullable(fields.get("author")).map(List::of).orElse(List.of()))
                .datePublished(Optional.ofNullable(fields.get("date"))
                        .flatMap(date -> DateParser.read(date, "front-matter"))
                        .orElse(null))
                .build();
        return new Declared(article, fields.get("lang"), null);
    }
}

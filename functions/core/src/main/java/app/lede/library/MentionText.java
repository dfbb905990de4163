package app.lede.library;

import app.lede.enrich.Mention;
import app.lede.enrich.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a mention as one short text, a third of the size of its object: {@code country ML 12/85 3-7,20-24 Mali} is type,
 * identifier ({@code -} if none), count, salience, the first spans, and name. Mentions written before have no salience.
 */
final class MentionText {

    private static final String NO_IDENTIFIER = "-";
    private static final Pattern FORM =
            Pattern.compile("(\\S+) (\\S+) (\\d{1,9})(?:/(\\d{1,3}))? ([\\d,-]+) (.+)", Pattern.DOTALL);
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    private MentionText() {}

    static String of(Mention mention) {
        String spans = mention.spans().stream()
                .map(span -> span.start() + "-" + span.end())
                .collect(Collectors.joining(","));
        return String.join(
                " ",
                mention.type(),
                mention.identifier().isEmpty() ? NO_IDENTIFIER : mention.identifier(),
                mention.count() + "/" + mention.salience(),
                spans,
                mention.name());
    }

    static Mention read(String text) {
        Matcher mention = FORM.matcher(text);
        if (!mention.matches()) {
            throw new IllegalArgumentException("not a mention: " + text);
        }
        List<Span> spans = new ArrayList<>();
        Matcher span = SPAN.matcher(mention.group(5));
        while (span.find()) {
            spans.add(new Span(Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2))));
        }
        @Nullable String salience = mention.group(4);
        return new Mention(
                mention.group(1),
                mention.group(6),
                mention.group(2).equals(NO_IDENTIFIER) ? "" : mention.group(2),
                Integer.parseInt(mention.group(3)),
                salience == null ? 0 : Integer.parseInt(salience),
                spans);
    }
}

package app.lede.document.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Removes the standing parts of a sender's mails: unsubscribe notices, "view in browser", signatures, quoted replies.
 * Phrases in many languages are in {@code noise.txt}.
 *
 * <p>Thread safe.
 */
final class MailNoise {

    /** Maximum length of a notice in characters; a longer paragraph is a story that mentions one. */
    private static final int MAX_NOISE = 400;

    private static final int MAX_NAVIGATION = 30;

    private static final String BLOCKS = "p, div, td, th, li, h1, h2, h3, h4, h5, h6, span, a, center";

    private static final Pattern SIGNATURE = Pattern.compile("(?m)^-- ?$");

    private static final Pattern ANSWERED = Pattern.compile(
            "(?m)^(?:On|Am|Le|El|Em|Il|Op|Den) .{5,200}(?:wrote|schrieb.{0,80}|a écrit|escribió|escreveu|ha"
                    + " scritto|schreef.{0,80}|skrev.{0,80}) ?:$");

    private final List<String> phrases;

    private MailNoise(List<String> phrases) {
        this.phrases = List.copyOf(phrases);
    }

    static MailNoise load() {
        try (InputStream in = MailNoise.class.getResourceAsStream("noise.txt")) {
            if (in == null) {
                throw new IllegalStateException("missing resource noise.txt");
            }
            return new MailNoise(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the sender's own paragraphs, without signature and quoted mail. */
    String without(String text) {
        String own = SIGNATURE.split(text, 2)[0];
        String unanswered = ANSWERED.split(own, 2)[0];
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : (unanswered.isBlank() ? own : unanswered).split("\\n[ \\t]*\\n", -1)) {
            if (!isNoise(paragraph)) {
                paragraphs.add(paragraph);
            }
        }
        return String.join("\n\n", paragraphs);
    }

    /** Removes the noise from a page, and hidden elements; turns layout tables into boxes. */
    void removeFrom(Document dom) {
        dom.select("[hidden], [style*=display:none], [style*=display: none], [style*=mso-hide]")
                .remove();
        dom.select("blockquote[type=cite], .gmail_signature").remove();
        for (Element block : dom.body().select(BLOCKS)) {
            if (block.parent() != null
                    && block.textNodes().stream().anyMatch(run -> !run.isBlank())
                    && isNoise(block.text())) {
                block.remove();
            }
        }
        dom.body().select("a").stream()
                .filter(link -> link.siblingElements().stream().allMatch(other -> other.is("a, br, img"))
                        && link.parent() != null
                        && link.parent().ownText().replaceAll("[|·•–-]", "").isBlank()
                        && link.text().length() <= MAX_NAVIGATION)
                .toList()
                .forEach(Element::remove);
        dom.select("table").stream()
                .filter(table -> table.selectFirst("th") == null)
                .toList()
                .forEach(MailNoise::unfold);
        dom.select("h1").tagName("h2");
    }

    private static void unfold(Element table) {
        table.select("table, tbody, tr, td").tagName("div");
    }

    private boolean isNoise(String paragraph) {
        if (paragraph.length() > MAX_NOISE) {
            return false;
        }
        String line = paragraph.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replace('’', '\'');
        return phrases.stream().anyMatch(line::contains) || line.startsWith("©");
    }
}

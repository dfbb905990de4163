package app.lede.document.mail;

import static java.util.Objects.requireNonNull;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/**
 * Removes the standing parts of a sender's mails: unsubscribe notices, "view in browser", signatures, quoted replies.
 * Phrases in many languages are in {@code noise.txt}.
 *
 * <p>Thread safe.
 */
final class MailNoise {

    /** Maximum length of a notice in characters; a longer paragraph is a story that mentions one. */
    private static final int MAX_NOISE = 400;

    /** Confidentiality notices are longer. */
    private static final int MAX_CONFIDENTIALITY = 2000;

    /** Characters in which a notice names itself; a story in the same block as the notice below it is kept. */
    private static final int NOTICE_START = 250;

    private static final int MAX_NAVIGATION = 30;

    /** Characters and elements of a block with more of both are not read: indentation and tables take a few times the text. */
    private static final int MAX_READ = 10 * MAX_NOISE;

    private static final String BLOCKS = "p, div, td, th, li, h1, h2, h3, h4, h5, h6, span, a, center";

    private static final Pattern SIGNATURE = Pattern.compile("(?m)^-- ?$");

    private static final Pattern ANSWERED = Pattern.compile(
            "(?m)^(?:On|Am|Le|El|Em|Il|Op|Den) .{5,200}(?:wrote|schrieb.{0,80}|a écrit|escribió|escreveu|ha"
                    + " scritto|schreef.{0,80}|skrev.{0,80}) ?:$");

    private final List<String> phrases;

    private final List<String> confidentiality;

    private MailNoise(List<String> phrases, List<String> confidentiality) {
        this.phrases = List.copyOf(phrases);
        this.confidentiality = List.copyOf(confidentiality);
    }

    static MailNoise load() {
        return new MailNoise(
                Table.lines(MailNoise.class, "noise.txt"), Table.lines(MailNoise.class, "confidentiality.txt"));
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
                    && isShort(block)
                    && isNoise(block.text())) {
                // Removing one of many siblings moves all behind it.
                block.empty();
            }
        }
        IdentityHashMap<Element, Boolean> navigations = new IdentityHashMap<>();
        dom.body().select("a").stream()
                .filter(link -> link.text().length() <= MAX_NAVIGATION
                        && navigations.computeIfAbsent(requireNonNull(link.parent()), MailNoise::isNavigation))
                .toList()
                .forEach(Element::remove);
        unfoldLayout(dom);
        dom.select("h1").tagName("h2");
    }

    /** Tests whether an element has links, pictures and signs between them only. */
    private static boolean isNavigation(Element element) {
        return element.children().stream().allMatch(child -> child.is("a, br, img"))
                && element.ownText().replaceAll("[|·•–-]", "").isBlank();
    }

    /** Stops reading early: blocks nested in blocks would be read once for each level. */
    private static boolean isShort(Element block) {
        AtomicInteger read = new AtomicInteger();
        FilterResult result = NodeTraversor.filter(
                (node, depth) -> {
                    int length =
                            node instanceof TextNode run ? run.getWholeText().length() : 1;
                    return read.addAndGet(length) > MAX_READ ? FilterResult.STOP : FilterResult.CONTINUE;
                },
                block);
        return result != FilterResult.STOP;
    }

    /** Turns tables without heading cells into boxes. Each element is looked at a few times, however deep tables nest. */
    private static void unfoldLayout(Document dom) {
        Set<Element> withHeadings = new HashSet<>();
        for (Element heading : dom.select("th")) {
            Element around = heading.parent();
            while (around != null && withHeadings.add(around)) {
                around = around.parent();
            }
        }
        for (Element table : dom.select("table")) {
            // A table within one that was turned into boxes is none any more.
            if (table.normalName().equals("table") && !withHeadings.contains(table)) {
                table.select("table, tbody, tr, td").tagName("div");
            }
        }
    }

    private boolean isNoise(String paragraph) {
        if (paragraph.length() > MAX_CONFIDENTIALITY) {
            return false;
        }
        String line = LowerCase.of(paragraph).replaceAll("\\s+", " ").replace('’', '\'');
        String start = line.substring(0, Math.min(line.length(), NOTICE_START));
        boolean notice = confidentiality.stream().anyMatch(start::contains);
        boolean shortNoise = paragraph.length() <= MAX_NOISE
                && (line.startsWith("©") || phrases.stream().anyMatch(line::contains));
        return notice || shortNoise;
    }
}

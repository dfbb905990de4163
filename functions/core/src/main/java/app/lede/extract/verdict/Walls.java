package app.lede.extract.verdict;

import app.lede.article.Access;
import app.lede.article.AccessFinding;
import app.lede.article.Metadata;
import app.lede.extract.page.Passage;
import app.lede.extract.page.Region;
import app.lede.extract.script.LinkedData;
import app.lede.text.Table;
import app.lede.text.Words;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.select.Selector;

/**
 * Tells how much of its article a page shows: all of it, all within a quota, or a part before a wall or a break. Judged by what
 * the publisher declares ({@code isAccessibleForFree}, {@code hasPart.cssSelector}, {@code wordCount}, the content tier) and
 * by what the page shows (an offer below the text, a text that breaks off).
 *
 * <p>Thread safe; linear in the page.
 */
public final class Walls {

    /** Words below which a text before an offer is a teaser. */
    private static final int TEASER = 150;

    /** The same where the publisher names a part for subscribers that the page lacks. */
    private static final int LONG_TEASER = 300;

    /** Words of the part that is declared as not free from which it is there. */
    private static final int SHOWN_PART = 60;

    /** Words from which a text that ends in an ellipsis is taken for whole: an author may end so. */
    private static final int LONG = 250;

    /** Words of a declared length below which it is not compared. */
    private static final int MIN_DECLARED = 150;

    private static final int AFTER = 12;
    private static final int MAX_PARTS = 20;
    private static final int SHORT_LINK = 8;
    private static final int MAX_SELECTOR = 200;

    private static final int AROUND = Region.NAV.mask() | Region.FOOTER.mask();

    private final Addresses addresses = Addresses.load();
    private final Set<String> continuations = Table.lines(Walls.class, "continuations.txt").stream()
            .map(Words::key)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Judges a page that has an article.
     *
     * @param passages of the whole page
     * @param body the article's passages
     * @param offered whether an offer to subscribe was cut off the body's end
     */
    public AccessFinding of(
            Document dom,
            LinkedData linked,
            Metadata declared,
            List<Passage> passages,
            List<Passage> body,
            boolean offered) {
        int words = body.stream().mapToInt(Passage::words).sum();
        List<Passage> below = below(passages, body);
        boolean offer = offered || isOffer(below);
        Optional<AccessFinding> broken = brokenOff(linked, below, body, words);
        if (Boolean.FALSE.equals(declared.isAccessibleForFree())) {
            return notFree(hidden(dom, linked), offer || broken.isPresent(), words);
        }
        if (offer && (words < TEASER || broken.isPresent())) {
            return new AccessFinding(Access.WALLED, "an offer to subscribe below " + words + " words");
        }
        return broken.orElse(AccessFinding.OPEN);
    }

    private static AccessFinding notFree(Optional<Integer> hidden, boolean ends, int words) {
        String said = "declared as not accessible for free";
        if (hidden.isPresent() && hidden.get() >= 0) {
            return hidden.get() < SHOWN_PART || (ends && words < TEASER)
                    ? new AccessFinding(Access.WALLED, said + "; the part for subscribers is not shown")
                    : new AccessFinding(Access.METERED, said + ", and shown");
        }
        return ends || words < (hidden.isPresent() ? LONG_TEASER : TEASER)
                ? new AccessFinding(Access.WALLED, said + "; " + words + " words are shown")
                : new AccessFinding(Access.METERED, said + ", and shown");
    }

    /** Counts the words in the elements that are declared as not free; -1 where the page lacks them, empty where none are named. */
    private static Optional<Integer> hidden(Document dom, LinkedData linked) {
        List<String> selectors = new ArrayList<>();
        JsonNode parts = linked.article().path("hasPart");
        for (JsonNode part : parts.isArray() ? parts : List.of(parts)) {
            boolean free = !part.path("isAccessibleForFree")
                    .asText("")
                    .toLowerCase(Locale.ROOT)
                    .endsWith("false");
            JsonNode named = part.path("cssSelector");
            for (JsonNode selector : named.isArray() ? named : List.of(named)) {
                if (!free && selector.isTextual() && selectors.size() < MAX_PARTS) {
                    selectors.add(selector.textValue());
                }
            }
        }
        return selectors.isEmpty()
                ? Optional.empty()
                : Optional.of(selectors.stream()
                        .mapToInt(selector -> words(dom, selector))
                        .reduce(-1, (sum, words) -> words < 0 ? sum : Math.max(0, sum) + words));
    }

    private static int words(Document dom, String selector) {
        if (selector.length() > MAX_SELECTOR || selector.contains(":")) {
            return -1;
        }
        try {
            return dom.select(selector).stream()
                    .limit(MAX_PARTS)
                    .mapToInt(element -> Words.count(element.text()))
                    .reduce(-1, (sum, words) -> Math.max(0, sum) + words);
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            // Publishers name selectors of other languages too, which hide nothing we could find.
            return -1;
        }
    }

    /** Returns the passages that follow the body. */
    private static List<Passage> below(List<Passage> passages, List<Passage> body) {
        int last = body.isEmpty() ? -1 : passages.lastIndexOf(body.getLast());
        return passages.subList(last + 1, passages.size()).stream()
                .filter(passage -> last >= 0 && (passage.frame().regions() & AROUND) == 0)
                .limit(AFTER)
                .toList();
    }

    private boolean isOffer(List<Passage> below) {
        return below.stream()
                        .mapToInt(passage -> addresses.count(NoArticle.OFFER, passage))
                        .sum()
                >= 2;
    }

    private Optional<AccessFinding> brokenOff(LinkedData linked, List<Passage> below, List<Passage> body, int words) {
        String text = body.isEmpty() ? "" : body.getLast().text().strip();
        boolean ellipsis = text.endsWith("…") || text.endsWith("...") || text.endsWith("[…]") || text.endsWith("[...]");
        boolean link = below.stream()
                .anyMatch(passage -> passage.words() <= SHORT_LINK && continuations.contains(passage.key()));
        if (ellipsis && (link || words < LONG)) {
            return Optional.of(new AccessFinding(Access.TRUNCATED, "the text ends in an ellipsis"));
        }
        if (link && words < TEASER) {
            return Optional.of(
                    new AccessFinding(Access.TRUNCATED, "a link to continue reading below " + words + " words"));
        }
        int whole = linked.article().path("wordCount").asInt(0);
        return whole >= MIN_DECLARED && words * 2 < whole && words < LONG
                ? Optional.of(
                        new AccessFinding(Access.TRUNCATED, "shows " + words + " of the " + whole + " words declared"))
                : Optional.empty();
    }
}

package app.lede.extract.metadata;

import app.lede.extract.page.NameTokens;
import app.lede.extract.page.PageElements;
import app.lede.extract.page.PassageReader;
import app.lede.text.Words;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Selects marked-up elements that belong to the article: excludes comments, related stories and side columns, and
 * prefers those that share the smallest part of the page with the headline.
 */
final class Nearby {

    private static final int MAX_FOUND = 20;

    /** Maximum number of ancestors of the headline searched for its byline. */
    private static final int MAX_CLIMB = 5;

    private static final int MAX_DEPTH = 30;

    private static final Set<String> ELSEWHERE = Set.of(
            "comment",
            "comments",
            "commentlist",
            "reply",
            "related",
            "recommended",
            "recommendations",
            "sidebar",
            "widget",
            "teaser",
            "teasers",
            "popular",
            "trending",
            "disqus",
            "newsletter",
            "recirc",
            "carousel");

    private final PageElements page;
    private final List<Element> around;
    private final Set<Element> chain = new HashSet<>();
    private final IdentityHashMap<Element, Boolean> elsewhere = new IdentityHashMap<>();

    Nearby(PageElements page, String headline) {
        this.page = page;
        String key = Words.key(headline);
        Element heading = page.headings().stream()
                .limit(MAX_FOUND)
                .filter(each -> Words.key(PassageReader.line(each)).equals(key))
                .findFirst()
                .orElseGet(() -> page.named("h1").stream().findFirst().orElse(null));
        List<Element> parents = heading == null ? List.of() : heading.parents();
        this.around = parents.stream()
                .filter(parent -> !parent.nameIs("body") && !parent.nameIs("html"))
                .limit(MAX_CLIMB)
                .toList();
        chain.addAll(parents);
    }

    /** Returns all marked elements outside excluded parts. */
    List<Element> all(Marks marks) {
        return here(marks.in(page));
    }

    /** Returns the marked elements in the smallest part of the page that contains the headline and any of them. */
    List<Element> closest(Marks marks) {
        List<Element> marked = around.isEmpty() ? List.of() : marks.in(page).toList();
        return around.stream()
                .map(part -> here(marked.stream().filter(each -> isWithin(part, each))))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isWithin(Element part, Element element) {
        Element each = element;
        while (each != null && !each.equals(part)) {
            each = each.parent();
        }
        return each != null;
    }

    private List<Element> here(Stream<Element> elements) {
        return elements.limit(MAX_FOUND).filter(this::isHere).toList();
    }

    private boolean isHere(Element element) {
        Element each = element;
        for (int depth = 0; each != null && depth < MAX_DEPTH && !chain.contains(each); depth++) {
            if (elsewhere.computeIfAbsent(each, Nearby::isElsewhere)) {
                return false;
            }
            each = each.parent();
        }
        return true;
    }

    private static boolean isElsewhere(Element element) {
        return element.nameIs("nav")
                || element.nameIs("aside")
                || NameTokens.of(element).stream().anyMatch(ELSEWHERE::contains);
    }
}

package app.lede.extract.metadata;

import app.lede.extract.page.NameTokens;
import app.lede.extract.page.PassageReader;
import app.lede.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
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

    private final Document dom;
    private final List<Element> around;
    private final Set<Element> chain = new HashSet<>();

    Nearby(Document dom, String headline) {
        this.dom = dom;
        String key = Words.key(headline);
        Element heading = dom.select("h1, h2").stream()
                .limit(MAX_FOUND)
                .filter(each -> Words.key(PassageReader.line(each)).equals(key))
                .findFirst()
                .orElseGet(() -> dom.selectFirst("h1"));
        List<Element> parents = heading == null ? List.of() : heading.parents();
        this.around = parents.stream()
                .filter(parent -> !parent.nameIs("body") && !parent.nameIs("html"))
                .limit(MAX_CLIMB)
                .toList();
        chain.addAll(parents);
    }

    /** Returns all matching elements outside excluded parts. */
    List<Element> all(String selector) {
        return here(dom.select(selector).stream());
    }

    /** Returns the matching elements in the smallest part of the page that contains the headline and any of them. */
    List<Element> closest(String selector) {
        return around.stream()
                .map(part -> here(part.select(selector).stream()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Element> here(Stream<Element> elements) {
        return elements.limit(MAX_FOUND).filter(this::isHere).toList();
    }

    private boolean isHere(Element element) {
        Element each = element;
        for (int depth = 0; each != null && depth < MAX_DEPTH && !chain.contains(each); depth++) {
            if (each.nameIs("nav")
                    || each.nameIs("aside")
                    || NameTokens.of(each).stream().anyMatch(ELSEWHERE::contains)) {
                return false;
            }
            each = each.parent();
        }
        return true;
    }
}

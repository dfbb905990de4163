package app.lede.extract.metadata;

import app.lede.extract.page.PageElements;
import app.lede.text.LowerCase;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * Marks of an element that states something about the article.
 *
 * @param candidates the elements of a page that can have the mark
 * @param test whether one of them has it
 */
record Marks(Function<PageElements, List<Element>> candidates, Predicate<Element> test) {

    Stream<Element> in(PageElements page) {
        return candidates.apply(page).stream().filter(test);
    }

    /** Matches elements with an itemprop or property attribute, or named time or abbr, by a selector without ancestors. */
    static Marks stated(String selector) {
        return new Marks(PageElements::stated, matching(selector));
    }

    /** Matches elements with a class attribute by a selector without ancestors. */
    static Marks classed(String selector) {
        return new Marks(PageElements::classed, matching(selector));
    }

    /** Matches links by a selector without ancestors. */
    static Marks link(String selector) {
        return new Marks(page -> page.named("a"), matching(selector));
    }

    /** Matches elements whose class attribute contains any of some texts in lower case. */
    static Marks classContaining(String... texts) {
        return new Marks(PageElements::classed, element -> containsAny(element.attr("class"), texts));
    }

    /** Matches links whose address contains any of some texts in lower case. */
    static Marks addressContaining(String... texts) {
        return new Marks(page -> page.named("a"), element -> containsAny(element.attr("href"), texts));
    }

    /** Restricts the mark to properties of the article. */
    Marks ofArticle() {
        return new Marks(candidates, test.and(Things::isOfArticle));
    }

    /** Restricts the mark to the descendants of elements that match a selector without ancestors. */
    Marks within(String selector) {
        Predicate<Element> outer = matching(selector);
        return new Marks(candidates, test.and(each -> each.parents().stream().anyMatch(outer)));
    }

    private static Predicate<Element> matching(String selector) {
        return Selector.evaluatorOf(selector).asPredicate(new Element("html"));
    }

    private static boolean containsAny(String value, String... texts) {
        String lower = LowerCase.of(value);
        for (String text : texts) {
            if (lower.contains(text)) {
                return true;
            }
        }
        return false;
    }
}

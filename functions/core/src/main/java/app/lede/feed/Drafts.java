package app.lede.feed;

import app.lede.text.LowerCase;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Recognises items that are not published: drafts and scheduled posts in exports of WordPress (WXR) and Blogger, drafts of the Atom
 * Publishing Protocol (RFC 5023, section 13.1.1), and the parts of exports that are no posts.
 */
final class Drafts {

    /** WordPress types that hold attachments, menus, styles and history. */
    private static final Set<String> NOT_POSTS = Set.of(
            "attachment",
            "revision",
            "nav_menu_item",
            "custom_css",
            "customize_changeset",
            "oembed_cache",
            "user_request",
            "wp_block",
            "wp_template",
            "wp_template_part",
            "wp_global_styles",
            "wp_navigation",
            "wp_font_family",
            "wp_font_face",
            "acf-field",
            "acf-field-group");

    private static final String BLOGGER_KIND = "http://schemas.google.com/blogger/2008/kind#";
    private static final int MAX_HEAD = 20;

    private Drafts() {}

    /** Tests whether an item is a draft, is scheduled, needs a password, or is no post. */
    static boolean isDraft(FeedElement item) {
        return isWordPressDraft(item)
                || isYes(item, "control", "draft")
                || isYes(item, "app:control", "app:draft")
                || isBloggerDraft(item);
    }

    private static boolean isWordPressDraft(FeedElement item) {
        return item.firstText("wp:status")
                        .filter(status -> !status.equals("publish"))
                        .isPresent()
                || item.firstText("wp:post_type").filter(NOT_POSTS::contains).isPresent()
                || item.firstText("wp:post_password").isPresent();
    }

    private static boolean isYes(FeedElement item, String control, String draft) {
        return item.first(control)
                .flatMap(parent -> parent.firstText(draft))
                .filter("yes"::equalsIgnoreCase)
                .isPresent();
    }

    private static boolean isBloggerDraft(FeedElement item) {
        Optional<String> status = item.firstText("blogger:status").filter(word -> !word.equals("LIVE"));
        Optional<String> type =
                item.firstText("blogger:type").filter(word -> !word.equals("POST") && !word.equals("PAGE"));
        return status.isPresent() || type.isPresent() || kinds(item).anyMatch(kind -> isNoPost(kind, item));
    }

    private static Stream<String> kinds(FeedElement item) {
        return item.all("category").stream()
                .flatMap(category -> category.attribute("term").stream())
                .filter(term -> term.startsWith(BLOGGER_KIND))
                .map(term -> term.substring(BLOGGER_KIND.length()));
    }

    /** Tests a kind of entry; comments are entries of a feed of comments, but not of an archive. */
    private static boolean isNoPost(String kind, FeedElement item) {
        return switch (LowerCase.of(kind)) {
            case "settings", "template" -> true;
            case "comment" -> isArchive(item.element().parent());
            default -> false;
        };
    }

    private static boolean isArchive(@Nullable Element feed) {
        return feed != null
                && feed.children().stream()
                        .limit(MAX_HEAD)
                        .anyMatch(child -> child.tag().localName().equals("id")
                                && child.text().endsWith(".archive"));
    }
}

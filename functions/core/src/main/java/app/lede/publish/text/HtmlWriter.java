package app.lede.publish.text;

import app.lede.article.Block;
import app.lede.article.Block.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a text as a fragment of HTML: one {@code article} of headings, paragraphs, lists, quotes and tables. Texts are
 * escaped as a whole, so that no markup of theirs survives; there are no links and, but for the language, no attributes.
 * Thread safe.
 */
public final class HtmlWriter {

    private HtmlWriter() {}

    /**
     * Writes the headline as first heading, and the blocks.
     *
     * @param language BCP 47 tag, null where unknown; anything else is left out
     */
    public static String write(@Nullable String headline, @Nullable String language, List<Block> blocks) {
        StringBuilder html = new StringBuilder("<article dir=\"auto\"");
        if (language != null && language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")) {
            html.append(" lang=\"").append(language).append('"');
        }
        html.append(">\n");
        if (headline != null) {
            element(html, "h1", headline);
        }
        @Nullable Kind before = null;
        for (Block block : blocks) {
            if (before != block.kind()) {
                html.append(closing(before)).append(opening(block.kind()));
            }
            block(html, block);
            before = block.kind();
        }
        return html.append(closing(before)).append("</article>\n").toString();
    }

    private static String opening(Kind kind) {
        return switch (kind) {
            case LIST -> "<ul>\n";
            case TABLE -> "<table>\n";
            case PARAGRAPH, HEADING, QUOTE, CAPTION -> "";
        };
    }

    private static String closing(@Nullable Kind kind) {
        return kind == Kind.LIST ? "</ul>\n" : kind == Kind.TABLE ? "</table>\n" : "";
    }

    private static void block(StringBuilder html, Block block) {
        switch (block.kind()) {
            case PARAGRAPH, CAPTION -> element(html, "p", block.text());
            case HEADING -> element(html, "h2", block.text());
            case LIST -> element(html, "li", block.text());
            case QUOTE -> element(html, "blockquote", block.text());
            case TABLE -> escape(html.append("<tr><td>"), block.text()).append("</td></tr>\n");
        }
    }

    private static void element(StringBuilder html, String name, String text) {
        html.append('<').append(name).append('>');
        escape(html, text).append("</").append(name).append(">\n");
    }

    /** Appends a text without control characters, which are no part of HTML. */
    private static StringBuilder escape(StringBuilder html, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\n' -> html.append("<br>");
                default -> html.append(c >= ' ' || c == '\t' ? String.valueOf(c) : "");
            }
        }
        return html;
    }
}

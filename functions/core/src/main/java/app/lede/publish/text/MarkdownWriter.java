package app.lede.publish.text;

import app.lede.article.Block;
import app.lede.article.Block.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a text as Markdown (CommonMark): headings, paragraphs, lists and quotes; rows of a table are lines of a paragraph.
 * Signs of the text that Markdown or HTML would read as markup are escaped. Thread safe.
 */
public final class MarkdownWriter {

    private static final String ESCAPED = "\\`*_[]<>#|~&!{}";

    private MarkdownWriter() {}

    /** Writes the headline as first heading, and the blocks. */
    public static String write(@Nullable String headline, List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        if (headline != null) {
            escape(text.append("# "), headline, "");
            text.append("\n");
        }
        @Nullable Kind before = null;
        for (Block block : blocks) {
            boolean tight = block.kind() == before && (before == Kind.LIST || before == Kind.TABLE);
            if (tight && before == Kind.TABLE) {
                text.setLength(text.length() - 1);
                text.append("\\\n"); // A hard line break.
            } else if (!tight && !text.isEmpty()) {
                text.append('\n');
            }
            block(text, block);
            text.append('\n');
            before = block.kind();
        }
        return text.toString();
    }

    private static void block(StringBuilder text, Block block) {
        switch (block.kind()) {
            case PARAGRAPH, CAPTION, TABLE -> escape(text, block.text(), "");
            case HEADING -> escape(text.append("## "), block.text(), "");
            case LIST -> escape(text.append("- "), block.text(), "  ");
            case QUOTE -> escape(text.append("> "), block.text(), "> ");
        }
    }

    /** Appends words; a line within them begins with a prefix, and no line with a sign that makes it more than words. */
    private static void escape(StringBuilder text, String words, String prefix) {
        boolean begins = true;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\n') {
                text.append("\\\n").append(prefix);
                begins = true;
                continue;
            }
            if (begins && (c == ' ' || c == '\t')) {
                continue;
            }
            boolean marks = begins ? "+-=".indexOf(c) >= 0 : (c == '.' || c == ')') && isNumber(words, i);
            if (ESCAPED.indexOf(c) >= 0 || marks) {
                text.append('\\');
            }
            text.append(c);
            begins = false;
        }
    }

    /** Tests whether a line begins with digits that end at a place: the mark of an ordered list. */
    private static boolean isNumber(String words, int end) {
        int start = end;
        while (start > 0 && words.charAt(start - 1) >= '0' && words.charAt(start - 1) <= '9') {
            start--;
        }
        return start < end && (start == 0 || words.charAt(start - 1) == '\n');
    }
}

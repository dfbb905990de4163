package app.lede.publish.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Block;
import app.lede.article.Block.Kind;
import app.lede.text.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WritersTest {

    private static final Set<String> ELEMENTS = Set.of(
            "html", "head", "body", "article", "h1", "h2", "p", "ul", "li", "blockquote", "table", "tbody", "tr", "td");

    private static final List<Block> BLOCKS = List.of(
            new Block(Kind.PARAGRAPH, "One & two."),
            new Block(Kind.HEADING, "More"),
            new Block(Kind.LIST, "first"),
            new Block(Kind.LIST, "second"),
            new Block(Kind.QUOTE, "Said so."),
            new Block(Kind.TABLE, "a 1"),
            new Block(Kind.TABLE, "b 2"),
            new Block(Kind.CAPTION, "1. Bridge_a_"));

    static List<String> vectors() {
        return Table.lines(WritersTest.class, "script-vectors.txt");
    }

    @Test
    void blocks_become_elements() {
        assertEquals("""
            <article dir="auto" lang="en">
            <h1>Head</h1>
            <p>One &amp; two.</p>
            <h2>More</h2>
            <ul>
            <li>first</li>
            <li>second</li>
            </ul>
            <blockquote>Said so.</blockquote>
            <table>
            <tr><td>a 1</td></tr>
            <tr><td>b 2</td></tr>
            </table>
            <p>1. Bridge_a_</p>
            </article>
            """, HtmlWriter.write("Head", "en", BLOCKS));
    }

    @Test
    void blocks_become_markdown() {
        assertEquals("""
            # Head

            One \\& two.

            ## More

            - first
            - second

            > Said so.

            a 1\\
            b 2

            1\\. Bridge\\_a\\_
            """, MarkdownWriter.write("Head", BLOCKS));
    }

    @Test
    void a_line_break_within_a_block_stays() {
        List<Block> lines = List.of(new Block(Kind.QUOTE, "one\n- two"));
        assertEquals("> one\\\n> \\- two\n", MarkdownWriter.write(null, lines));
        assertTrue(HtmlWriter.write(null, null, lines).contains("one<br>- two"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void no_text_of_any_kind_of_block_becomes_markup_of_html(String vector) {
        List<Block> blocks = Arrays.stream(Kind.values())
                .map(kind -> new Block(kind, vector))
                .toList();
        Document page = Jsoup.parse(HtmlWriter.write(vector, "en\"><script>", blocks));
        for (Element element : page.getAllElements()) {
            assertTrue(
                    element.normalName().equals("#root") || ELEMENTS.contains(element.normalName()), element::toString);
            assertTrue(
                    element.attributesSize() == 0
                            || element.attributes().asList().get(0).getKey().equals("dir"),
                    element::toString);
        }
        assertEquals(vector, page.expectFirst("h1").wholeText());
        assertEquals(vector, page.expectFirst("td").wholeText());
        assertEquals(8, page.select("article > *, li").size());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void no_text_of_any_kind_of_block_becomes_markup_of_markdown(String vector) {
        for (Kind kind : Kind.values()) {
            String text = MarkdownWriter.write(vector, List.of(new Block(kind, vector)));
            for (int i = 0; i < text.length(); i++) {
                boolean markup = "<[`|&*_!".indexOf(text.charAt(i)) >= 0;
                assertFalse(markup && !isEscaped(text, i), text);
            }
        }
    }

    private static boolean isEscaped(String text, int at) {
        int backslashes = 0;
        while (at - backslashes > 0 && text.charAt(at - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}

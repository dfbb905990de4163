package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One entry of a feed that is wrong in some field leaves the nine others as they are. */
class PoisonedEntryTest extends FetchScenario {

    private static final String FEED = "https://news.example.org/feed";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<item><link>https://news.example.org:99999/x</link><title>x</title></item>",
                "<item><link>https://[::1/x</link><title>x</title></item>",
                "<item><link>https://a..b/x</link><title>x</title><description>words</description></item>",
                "<item><link>https://%00/x</link><title>x</title><description>words</description></item>",
                "<item><link>https://news.example.org/%zz%</link><title>x</title></item>",
                "<item><link>https://u:p@news.example.org/x</link><title>x</title></item>",
                "<item><link>javascript:alert(1)</link><guid isPermaLink='true'>data:,x</guid><title>x</title></item>",
                "<item><link>https://xn--/x</link><title>x</title><description>words</description></item>",
                "<item><link>https://256.256.256.256/x</link><title>x</title></item>",
                "<item><link>https://cdn.ampproject.org/c/s/%40/x</link><title>x</title></item>",
                "<item><link>https://news.example.org/y</link><pubDate>Mon, 01 Jan 999999999 00:00:00"
                        + " GMT</pubDate></item>",
                "<item><link>https://news.example.org/y</link><pubDate>-000000001-01-01T00:00:00Z</pubDate></item>",
                "<item><link>https://news.example.org/y</link><title>&#xD83D;&#xDE00;&#xFFFF;</title></item>",
                "<item/>",
                "<item><title></title><link></link><guid></guid><description> </description></item>"
            })
    void nine_entries_beside_a_wrong_one_are_nine_articles(String wrong) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            String url = "https://news.example.org/story/" + i;
            web.page(url, page("", story(i)));
            items.add(item(url, "Bridge " + i, ""));
        }
        items.add(4, wrong);
        poll(FEED, items.toArray(String[]::new));
        long good = 0;
        for (int i = 0; i < 9; i++) {
            good += article("https://news.example.org/story/" + i).isPresent() ? 1 : 0;
        }
        assertEquals(9, good);
    }
}

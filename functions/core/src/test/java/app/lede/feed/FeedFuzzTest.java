package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.lede.fuzz.Effort;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutated feeds always yield a reading that renders, without exceptions. */
class FeedFuzzTest {

    private static final int ROUNDS = Effort.of(1200);
    private static final List<String> SNIPPETS = List.of(
            "<item>",
            "</item>",
            "<entry>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "&",
            "&#x0;",
            "&#99999999;",
            "&amp;",
            "<",
            ">",
            "\"",
            "'",
            "<?xml",
            "?>",
            "xml:base='http://['",
            "xmlns=''",
            "xmlns:dc='x'",
            "href='://'",
            "type='xhtml'",
            "mode='base64'",
            "\u0000",
            "\ud800",
            "{",
            "}",
            "[",
            "]",
            "null",
            "2024-13-45",
            "10/28/2025 8:28 PM",
            "27 มีนาคม 2568",
            "1404/12/13",
            "令和8年3月4日",
            "<wp:status>draft</wp:status>",
            "<app:control><app:draft>yes",
            "&section=",
            "&lt;quay&gt;",
            "99999999999999999999");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rss-2.0-with-modules.xml",
                "rss-1.0-rdf.xml",
                "atom-1.0.xml",
                "atom-0.3-base64.xml",
                "cdf.xml",
                "json-feed-1.1.json",
                "dangerous-content.xml",
                "doctype-entities.xml",
                "page-with-feed-links.html",
                "opml-nested-and-broken.opml"
            })
    void mutated_bytes_never_throw(String fixture) {
        byte[] original = Fixtures.bytes(fixture);
        for (int seed = 0; seed < ROUNDS; seed++) {
            byte[] mutated = mutate(original, new Random(seed));
            FeedReading reading =
                    new FeedReader().read(mutated, seed % 7 == 0 ? "text/xml; charset=x-" + seed : null, Fixtures.URL);
            assertNotNull(new FeedLines().line(fixture, null, reading), () -> fixture);
            assertNotNull(Opml.read(mutated));
        }
    }

    private static byte[] mutate(byte[] original, Random random) {
        StringBuilder text = new StringBuilder(new String(original, StandardCharsets.ISO_8859_1));
        for (int i = random.nextInt(1, 12); i > 0 && text.length() > 2; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
                case 1 -> text.setCharAt(at, (char) random.nextInt(256));
                case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(1, 40)));
                case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(1, 80))));
                default -> text.setLength(Math.max(1, at));
            }
        }
        return text.toString()
                .getBytes(random.nextInt(10) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
    }
}

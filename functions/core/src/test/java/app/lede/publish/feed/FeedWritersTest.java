package app.lede.publish.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.feed.Feed;
import app.lede.feed.FeedReader;
import app.lede.feed.FeedReading;
import app.lede.json.Json;
import app.lede.publish.Listing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class FeedWritersTest {

    private static final String HOME = "https://api.example.org/lede";
    private static final String LIST = HOME + "/v1/articles?lang=de";
    private static final String SELF = HOME + "/v1/articles?format=atom&lang=de";
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** Markup, quotes, the end of a CDATA section, an emoji, and characters that XML has no form for. */
    private static final String HOSTILE = "<b>Dürre & \"Flut\"</b> ]]> \uD83C\uDF0A \u0000\u0008\uFFFE\uD800 end";

    private static final String HARMLESS = "<b>Dürre & \"Flut\"</b> ]]> \uD83C\uDF0A  end";

    static Stream<String> formats() {
        Listing listing = listing(article(), bare());
        return Stream.of(JsonFeedWriter.write(listing), AtomWriter.write(listing), RssWriter.write(listing));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void our_own_reader_finds_every_entry_again(String written) {
        FeedReading reading = new FeedReader().read(written.getBytes(StandardCharsets.UTF_8), null, SELF);
        Feed feed = assertInstanceOf(FeedReading.Read.class, reading).feed();
        assertEquals(2, feed.items().size());
        assertEquals(
                "https://news.example.org/flood?a=1&b=2",
                feed.items().getFirst().url());
        assertEquals(HOME + "/v1/articles/bbbb", feed.items().getLast().url());
        assertTrue(String.valueOf(feed.items().getFirst().title()).contains("Dürre"), written);
        assertTrue(String.valueOf(feed.items().getFirst().author()).contains("Ann Obi"), written);
    }

    @Test
    void a_json_feed_holds_texts_dates_and_the_record() {
        JsonNode feed = Json.read(JsonFeedWriter.write(listing(article(), bare())));
        assertEquals("https://jsonfeed.org/version/1.1", feed.path("version").asText());
        assertEquals(SELF, feed.path("feed_url").asText());
        assertEquals(HOME + "/v1/articles?cursor=x", feed.path("next_url").asText());
        JsonNode item = feed.at("/items/0");
        assertEquals("urn:lede:article:aaaa", item.path("id").asText());
        assertEquals("The river rose. It fell again.", item.path("content_text").asText());
        assertEquals("2026-01-01T22:30:00.000Z", item.path("date_published").asText());
        assertEquals("2026-01-05T00:00:00.000Z", item.path("date_modified").asText());
        assertEquals("de", item.path("language").asText());
        assertEquals("[\"flood\",\"river\"]", item.path("tags").toString());
        assertEquals(article(), item.path("_lede"));
        assertEquals(
                "2026-01-02T12:00:00.000Z", feed.at("/items/1/date_published").asText());
    }

    @Test
    void atom_is_valid_xml_with_what_rfc_4287_requires() throws Exception {
        Element feed = parsed(AtomWriter.write(listing(article(), bare()))).getDocumentElement();
        assertEquals(ATOM, feed.getNamespaceURI());
        assertEquals(LIST, text(feed, ATOM, "id"));
        assertEquals("2026-01-05T00:00:00.000Z", text(feed, ATOM, "updated"));
        Element entry = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);
        assertEquals("urn:lede:article:aaaa", text(entry, ATOM, "id"));
        assertEquals(HARMLESS, text(entry, ATOM, "title"));
        assertEquals("2026-01-05T00:00:00.000Z", text(entry, ATOM, "updated"));
        assertEquals("2026-01-01T22:30:00.000Z", text(entry, ATOM, "published"));
        assertEquals("The river rose. It fell again.", text(entry, ATOM, "summary"));
        assertEquals("de", entry.getAttribute("xml:lang"));
        assertEquals(2, entry.getElementsByTagNameNS(ATOM, "author").getLength());
    }

    @Test
    void rss_has_plain_titles_and_descriptions_that_are_html() throws Exception {
        Element rss = parsed(RssWriter.write(listing(article(), bare()))).getDocumentElement();
        assertEquals("2.0", rss.getAttribute("version"));
        Element item = (Element) rss.getElementsByTagName("item").item(0);
        assertEquals(HARMLESS, text(item, null, "title"));
        assertEquals("Thu, 01 Jan 2026 22:30:00 GMT", text(item, null, "pubDate"));
        Element second = (Element) rss.getElementsByTagName("item").item(1);
        assertEquals("1 &lt; 2 &amp; 3", text(second, null, "description"));
        Element guid = (Element) second.getElementsByTagName("guid").item(0);
        assertEquals("false", guid.getAttribute("isPermaLink"));
    }

    @Test
    void a_list_without_articles_and_addresses_is_a_feed_too() throws Exception {
        Listing empty = new Listing("Lede", "", null, null, null, List.of());
        assertEquals(
                "1970-01-01T00:00:00.000Z",
                text(parsed(AtomWriter.write(empty)).getDocumentElement(), ATOM, "updated"));
        assertEquals(
                "channel",
                parsed(RssWriter.write(empty))
                        .getDocumentElement()
                        .getChildNodes()
                        .item(1)
                        .getNodeName());
        assertFalse(Json.read(JsonFeedWriter.write(empty)).has("feed_url"));
    }

    @Test
    void an_address_that_is_no_web_page_becomes_no_link() {
        ObjectNode article = bare().put("url", "javascript:alert(1)").put("image", "data:,x");
        String feed = JsonFeedWriter.write(new Listing("Lede", "", null, null, null, List.of(article)));
        assertFalse(Json.read(feed).at("/items/0").has("url"));
        assertFalse(Json.read(feed).at("/items/0").has("image"));
    }

    private static Listing listing(ObjectNode... articles) {
        return new Listing("Lede: lang=de", HOME, LIST, SELF, HOME + "/v1/articles?cursor=x", List.of(articles));
    }

    private static ObjectNode article() {
        ObjectNode json = Json.object();
        json.put("id", "aaaa").put("arrival", "2026-01-02T12:00:00.000Z").put("changed", "2026-01-05T00:00:00.000Z");
        json.put("url", "https://news.example.org/flood?a=1&b=2").put("headline", HOSTILE);
        json.putArray("author").add("Ann Obi").add("Léa Roy");
        json.put("datePublished", "2026-01-01T23:30:00+01:00").put("inLanguage", "de");
        json.putArray("keywords").add("flood").add("river");
        json.putArray("tags").add("river");
        ObjectNode summary = json.putObject("summary");
        summary.putArray("sentences").addObject().put("text", "The river rose.");
        summary.withArray("sentences").addObject().put("text", "It fell again.");
        return json;
    }

    /** Creates an article without headline, address and summary, dated after its arrival. */
    private static ObjectNode bare() {
        ObjectNode json = Json.object();
        json.put("id", "bbbb").put("arrival", "2026-01-02T12:00:00.000Z").put("changed", "2026-01-02T12:00:00.000Z");
        return json.put("description", "1 < 2 & 3").put("datePublished", "2026-04-01");
    }

    private static Document parsed(String xml) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Element parent, @Nullable String namespace, String name) {
        return (namespace == null ? parent.getElementsByTagName(name) : parent.getElementsByTagNameNS(namespace, name))
                .item(0)
                .getTextContent();
    }
}

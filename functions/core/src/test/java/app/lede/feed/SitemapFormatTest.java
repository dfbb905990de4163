package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SitemapFormatTest {

    private static List<String> urls(Feed feed) {
        return feed.items().stream()
                .map(item -> Objects.toString(item.url(), "-"))
                .toList();
    }

    @Test
    void a_page_has_the_title_and_the_dates_of_the_news_module() {
        Feed sitemap = Fixtures.feed("sitemap-news.xml");
        assertEquals(
                List.of("https://news.example.org/bridge?a=1&b=2", "https://feeds.example/relative", "-"),
                urls(sitemap));
        FeedItem page = sitemap.items().getFirst();
        assertEquals("Bridge & ferry: <both> open", page.plainTitle().orElseThrow());
        assertEquals(Instant.parse("2026-03-02T08:30:00Z"), page.published());
        assertEquals(Instant.parse("2026-03-02T09:00:00Z"), page.updated());
        FeedItem plain = sitemap.items().get(1);
        assertNull(plain.title());
        assertNull(plain.published());
        assertEquals(Instant.parse("2026-03-01T00:00:00Z"), plain.updated());
    }

    @Test
    void an_ill_formed_sitemap_is_read_to_its_end_and_reads_no_files() {
        Feed sitemap = Fixtures.feed("sitemap-broken.xml");
        assertEquals(
                List.of(
                        "https://news.example.org/?a=1&b=2",
                        "https://news.example.org/ü%20b",
                        "https://news.example.org/&x;",
                        "https://news.example.org/last"),
                urls(sitemap));
        assertEquals("Prefix never declared", sitemap.items().get(1).title());
    }

    @Test
    void a_gzip_file_is_read_also_where_its_end_is_missing() throws IOException {
        byte[] packed = gzip(Fixtures.bytes("sitemap-news.xml"));
        assertEquals(3, Fixtures.feed(packed).items().size());
        Feed cut = Fixtures.feed(Arrays.copyOf(packed, packed.length - 40));
        assertEquals("https://news.example.org/bridge?a=1&b=2", urls(cut).getFirst());
    }

    @Test
    void a_gzip_bomb_is_read_up_to_the_byte_cap() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);
        assertEquals(FeedReader.MAX_BYTES, GzippedBody.unpacked(bomb, FeedReader.MAX_BYTES).length);
    }

    @Test
    void of_fifty_thousand_pages_the_last_to_change_are_kept() {
        StringBuilder xml = new StringBuilder("<urlset>");
        for (int i = 0; i < 50_000; i++) {
            xml.append("<url><loc>https://a.example/").append(i).append("</loc><lastmod>");
            xml.append(Instant.EPOCH.plusSeconds(i)).append("</lastmod></url>");
        }
        Feed sitemap = Fixtures.feedOf(xml.append("</urlset>").toString());
        assertEquals(FeedReader.MAX_ITEMS, sitemap.items().size());
        assertEquals(48_000, sitemap.overCap());
        assertEquals("https://a.example/49999", urls(sitemap).getLast());
    }

    @Test
    void of_an_index_the_sitemaps_for_news_come_first_and_then_the_newest() {
        String xml = """
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>https://a.example/tags.xml</loc></sitemap>
            <sitemap><loc>https://a.example/2026-02.xml</loc><lastmod>2026-03-01</lastmod></sitemap>
            <sitemap><loc>https://a.example/2026-03.xml</loc><lastmod>2026-03-02T08:00:00Z</lastmod></sitemap>
            <sitemap><loc>https://a.example/News.xml.gz</loc></sitemap>
            <sitemap><lastmod>2026-03-02</lastmod></sitemap>
            <sitemap><loc>ftp://a.example/x.xml</loc></sitemap>
            </sitemapindex>
            """;
        FeedReading.Index index = assertInstanceOf(
                FeedReading.Index.class,
                new FeedReader().read(xml.getBytes(StandardCharsets.UTF_8), "text/xml", Fixtures.URL));
        assertEquals(
                List.of(
                        "https://a.example/News.xml.gz",
                        "https://a.example/2026-03.xml",
                        "https://a.example/2026-02.xml",
                        "https://a.example/tags.xml"),
                index.sitemaps().stream().map(FeedReading.Sitemap::url).toList());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}

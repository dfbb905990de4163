package app.lede.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.RawDocument;
import app.lede.extract.ArticleExtractor;
import app.lede.feed.FeedReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Time grows with the size of an input and no faster, whatever it is made of: eight times as many pieces may take some thirty
 * times as long, where a step for each pair of pieces would take 64 times. Measured is the processor time of this thread, and
 * of some runs the shortest, so that a busy machine doesn't count.
 *
 * <p>A case is what stands before the pieces, the piece, and what stands after them; {@code #} in a piece is its number.
 */
class GrowthTest {

    private static final int SMALL = 20_000;
    private static final int GROWTH = 8;
    private static final int TOO_MUCH = 30;
    private static final int RUNS = 3;

    /** One run in proportion is enough: a busy machine makes runs slower, none makes what grows by the square faster. */
    private static final int TRIES = 12;

    /** Shorter times are made of anything. */
    private static final long NOISE = 2_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<article>…<p>The quay was rebuilt on Tuesday, the council said.</p>…",
                "<p>…The quay was rebuilt. …",
                "<p>…a…",
                "<p>… \n…",
                "<p>…<br>…",
                "<p>…&amp;…",
                "<p>…\u0000…",
                "<p>…<…",
                "<p>…<!--…",
                "<p>…<b>x…",
                "<p>…<a href=x>x…",
                "<p>…<font>x…",
                "<p>…<svg>…",
                "<p …a#=x …>",
                "<p class='…a# …'>x",
                "<p>…<div>…x",
                "<p>…<div>x…",
                "<p>…<x-y>x…",
                "<p>…<div class='a# sr-only'>x…",
                "<div><h1>Quay</h1><div class=byline>…<b>Ines #</b>…</div></div><p>x",
                "<p>…<div class=infobox><p>Facts of the quay, in figures and in years.</p></div>…",
                "<p>Text of the story that stands on the page.</p><p>Related</p>…<p><a href=/#>Another story of the"
                        + " quay</a></p>…",
                "<script"
                    + " type=application/ld+json>{\"@type\":\"LiveBlogPosting\",\"liveBlogUpdate\":[…{\"articleBody\":\"x"
                    + " #\"},…{}]}</script><p>x",
                "<p>…<ul><li>x…",
                "<p>…<table><tr><td>x…",
                "<table>…<tr><td>x…",
                "<table><tr>…<td>x…",
                "<table><tr><td>…<p>x</p>…",
                "<p>…<select><option>x…",
                "<p>…<h1>The quay is rebuilt</h1>…",
                "<p>…<h2>A heading</h2>…",
                "<p>…<figure><figcaption>The quay</figcaption></figure>…",
                "<p>…<span itemprop=author><span itemprop=name>Ann Lee …",
                "<p>…<time datetime=x>…",
                "<p>…<p>By Ann Lee and …",
                "<p>…<p>4 March 4 March …",
                "<title>… | The quay …</title><h1>The quay</h1><p>x",
                "<title>…- …</title><p>x",
                "<head>…<meta name=author content='Ann Lee, Bo Li'>…<p>x",
                "<head><meta name=author content='…Ann Lee, …'><p>x",
                "<head><meta name=date content='…2026-03-04 …'><p>x",
                "<head>…<script type=application/ld+json>{\"@type\":\"Article\"}</script>…<p>x",
                "<script"
                    + " type=application/ld+json>{\"@type\":\"Article\",\"author\":[…{\"@id\":\"x\"},…{}]}</script><p>x",
                "<script"
                    + " type=application/ld+json>[…{\"@graph\":[{}]},…{\"@type\":\"Article\",\"author\":{\"@id\":\"a\"}}]</script><p>x",
                "<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"…The quay was rebuilt.\\n"
                        + "…\"}</script><p>x",
                "<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"…The quay &amp; the"
                        + " pier.\\n"
                        + "…\"}</script><p>x",
                "<script type=application/ld+json>…[…</script><p>x"
            })
    void a_page_of_more_pieces_takes_longer_in_proportion(String pieces) {
        inProportion(pieces, bytes -> extract(bytes, "page.html"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "…The quay was rebuilt on Tuesday, the council said.\n\n…",
                "…a\n\n…",
                "…a\n\n…B.",
                "…a\n…",
                "…Ab.\n\n…",
                "…Read more\n\n…",
                "…The quay is rebuilt\n\n…",
                "… …a",
                "…a…",
                "…[…",
                "…[a](…",
                "…![…",
                "…*a…",
                "…**…",
                "…`…",
                "…> …a",
                "…- a\n…",
                "…# …a",
                "…# a\n…",
                "…-…",
                "…- …",
                "---\n…a: b\n…---\na",
                "---\n…a\n…"
            })
    void a_text_of_more_pieces_takes_longer_in_proportion(String pieces) {
        inProportion(pieces, bytes -> extract(bytes, "text.txt"));
        inProportion(pieces, bytes -> extract(bytes, "text.md"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel>…<item><title>One</title><link>/#</link></item>…",
                "<rss><channel>…<item>…",
                "<rss><channel><item>…<category>a</category>…",
                "<rss><channel><item><description>…&lt;p&gt;x…",
                "<rss><channel><item><description>…&lt;b&gt;…",
                "<rss><channel><item><description><![CDATA[…<a href=x>…",
                "<rss><channel><item>…<author>ann@x.example (Ann Lee)</author>…",
                "<rss><channel><item><pubDate>…1 Jan …",
                "<rss …xmlns:a#='x' …><channel>",
                "<rss><channel>…<![CDATA[…",
                "<rss><channel>…<a>…",
                "<!DOCTYPE rss [ …<!ENTITY a# 'x'> …]><rss><channel><title>&a1;",
                "<feed xmlns='http://www.w3.org/2005/Atom'>…<entry><id>#</id><link href='x'/></entry>…",
                "<feed xmlns='http://www.w3.org/2005/Atom'>…<entry xml:base='a/'>…",
                "<opml><body>…<outline xmlUrl='http://a.example/#'/>…",
                "<opml><body>…<outline>…",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[…{\"id\":\"#\"},…{}]}",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":…[…",
                "<html><head>…<link rel=alternate type=application/rss+xml href=x#>…",
                "…<…",
                "…a…"
            })
    void a_feed_of_more_pieces_takes_longer_in_proportion(String pieces) {
        inProportion(pieces, bytes -> new FeedReader().read(bytes, null, "https://courier.example/feed"));
    }

    private void extract(byte[] bytes, String name) {
        String url = "https://courier.example/story";
        assertTrue(EXTRACTOR
                        .extract(new RawDocument(bytes, null, name, url))
                        .toString()
                        .length()
                > 1);
    }

    private static void inProportion(String pieces, Consumer<byte[]> read) {
        String[] parts = pieces.split("…", -1);
        byte[] few = repeated(parts, SMALL);
        byte[] many = repeated(parts, SMALL * GROWTH);
        long bound = TOO_MUCH
                * LongStream.range(0, RUNS)
                        .map(run -> Math.max(NOISE, time(read, few)))
                        .min()
                        .orElseThrow();
        assertTrue(
                LongStream.generate(() -> time(read, many)).limit(TRIES).anyMatch(time -> time < bound),
                () -> "more than " + bound / 1000 + " µs for " + GROWTH + " times the pieces of: " + pieces);
    }

    private static long time(Consumer<byte[]> read, byte[] bytes) {
        long before = THREADS.getCurrentThreadCpuTime();
        read.accept(bytes);
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    private static byte[] repeated(String[] parts, int size) {
        StringBuilder input = new StringBuilder(parts[0]);
        for (int piece = 0; input.length() < size; piece++) {
            input.append(parts[1].replace("#", Integer.toString(piece)));
        }
        return input.append(parts[2]).toString().getBytes(StandardCharsets.UTF_8);
    }
}

package app.lede.fuzz;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.lede.article.ArticleText;
import app.lede.collection.CollectionReader;
import app.lede.collection.Part;
import app.lede.collection.Parts;
import app.lede.document.ObjectContent;
import app.lede.document.RawDocument;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extracted;
import app.lede.feed.FeedReader;
import app.lede.summary.ExtractiveSummariser;
import app.lede.summary.Summariser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Time grows with the size of a document and hardly faster, whatever it is made of. {@link Growth} says how it is measured and what
 * a case is.
 */
@ExtendWith(Effort.class)
class GrowthTest {

    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();
    private static final LanguageDetector LANGUAGES = new LanguageDetector();
    private static final FactFinder FACTS = new FactFinder();
    private static final Summariser SUMMARISER = new ExtractiveSummariser();

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
                "<script type=application/ld+json>…[…</script><p>x",
                "<html lang=en><h1>Quay</h1>…<p>4 March 2026, updated 5 March 2026</p>…<p>x",
                "<h1>Quay</h1><p>…4 March 2026 …</p>",
                "<h1>Quay</h1>…<p>Updated</p>…<p>4 March 2026</p>",
                "<h1>Quay</h1><div>…Updated <time datetime=2026-03-04>x</time>…</div>",
                "<h1>Quay</h1><p>x</p>…<p>Updated 5 min ago</p>…",
                "<h1>Quay</h1><p>a …b …5 min ago",
                "<h1>Quay</h1><p>…a…</p>",
                "<h1>Quay</h1><p>…\u0301…</p>",
                "<h1>Quay</h1><p>4 March…\u0301…</p>",
                "<h1>Quay</h1><p>…\u0301\u0316…</p>",
                "<h1>Quay</h1><p>…İ…</p>",
                "<h1>Quay</h1><p>…Σ…</p>",
                "<h1>Quay</h1><pre>2026 …\n…</pre>",
                "<h1>Quay</h1><div class=byline>By …(…</div><p>x",
                "<head><meta name=author content='…(…'><p>x",
                "<head><meta name=author content='…[a…'><p>x",
                "<head><meta property=og:locale content='…a-…'><p>x",
                "<head><meta property=og:site_name content='…a…'><title>Quay | …b</title><p>x",
                "<title>…a…</title><h1>…b</h1><p>x",
                "<p …İ…>x",
                "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"…a \"b …\"}</script><p>x",
                "<p>…<span>Aa</span>…",
                "<p>…<ruby>a<rt>b</rt></ruby>…",
                "<p>…<sup><a href=#n>1</a></sup>…",
                "<p>The quay was rebuilt on Tuesday.</p>…<blockquote>The quay was rebuilt on</blockquote>…",
                "<p>The quay is rebuilt now.<table>…<tr><td>Quay<td>#</tr>…</table><p>It was old before that.",
                "<title>Not found</title><p>…we use cookies, …",
                "<h1>Quay</h1><p>By …a@…</p><p>x"
            })
    void a_page_of_more_pieces_takes_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, bytes -> extract(bytes, "page.html"));
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
                "…\u0301…",
                "…\u0301\u0316…",
                "…İ…",
                "…Σ…",
                "…))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))\n…",
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
                "---\na: >\n…  b\n…---\na",
                "---\na:\n…- b\n…---\na",
                "---\na: […b, …]\n---\na",
                "---\na: …[[…\n---\na",
                "+++\na = […\"b\", …]\n+++\na",
                "---\ntitle: a\n---\n…#a …\n",
                "---\ntitle: a… …b\n---\na",
                "---\n…a\n…",
                "…$…",
                "…$$a…",
                "…$a$ …",
                "…~~~\n…",
                "…~~~a\n…",
                "…12.11.2025, 17:40 A a.…\n",
                "…12.11.2025, 17:40 A a …\n",
                "…A: A\n…A a a a a a a a. …"
            })
    void a_text_of_more_pieces_takes_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, bytes -> extract(bytes, "text.txt"));
        Growth.inProportion(pieces, bytes -> extract(bytes, "text.md"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: A <a@b.example>\nTo: c\nSubject: x\n\nThe quay.\n…\n…",
                "From: A <a@b.example>\nTo: c\nSubject: x\n\nThe quay.\n… \n…x",
                "From: A <a@b.example>\nTo: c\nSubject: x\n\nThe quay.\n…-- \n…",
                "From: A <a@b.example>\nTo: c\nSubject: x\n\nThe quay.\n…On 4 March Ann wrote: …",
                "From: A <a@b.example>\nTo: c\nSubject: x\n\n-- Forwarded message --\n…From: a\n…",
                "From: A <a@b.example>\nTo: c\nContent-Type: text/html\n\n<p>The quay.</p>…<a href=x>x</a>…",
                "From: A <a@b.example>\nTo: c\nContent-Type: text/html\n\n<p>The quay.</p>…<p>unsubscribe</p>…",
                "From: A <a@b.example>\nTo: c\nContent-Type: text/html\n\n<p>The quay.</p>…<div>x…",
                "From: a\nSubject: Fwd: x\n\nNote\n…From: a\n…",
                "From: a\nSubject: Fwd: x\n\nNote\n…> …From: a\n",
                "From: a\nSubject: Fwd: x\n\n…-- Forwarded message --\nFrom: a\n…",
                "From: a\nSubject: Fwd: x\n\n…From: a\nDate: b\nSubject: c\n\n…",
                "From: a\nSubject: Fwd: x\n\nNote\n…On 4 March 2026 Ann …wrote:\n> a",
                "From: a\nSubject: Fwd: x\nContent-Type: text/html\n\n…<b>a</b> …<p>From: a<br>Date: b<br>Subject: c",
                "From: a\nSubject: x\nContent-Type: text/html\n\n…<blockquote type=cite>…<p>x",
                "From: a\nSubject: x\nContent-Type: text/plain; format=flowed\n\n…a …",
                "From: a\nSubject: x\nContent-Type: text/plain; format=flowed\n\n…>a \n…",
                "From: a\nContent-Type: multipart/mixed; boundary=b\n\n…--b\nContent-Type: text/html\n\n<p>x\n…--b--",
                """
                From: a
                Content-Type: multipart/mixed; boundary=b

                …--b
                Content-Type: message/rfc822

                To: a

                x
                …--b--\
                """
            })
    void a_mail_of_more_pieces_takes_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, bytes -> extract(bytes, "mail.eml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                From: a
                To: c
                Content-Type: multipart/mixed; boundary=b

                …--b
                Content-Type: message/rfc822

                To: a

                The quay # was rebuilt by the harbour of the island. The quay # was rebuilt by the harbour of the island.
                The quay # was rebuilt by the harbour of the island. The quay # was rebuilt by the harbour.
                …--b--\
                """,
                """
                From: a
                To: c
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: message/rfc822

                To: a

                …The quay # was rebuilt. …
                --b
                Content-Type: message/rfc822

                To: a

                The tram.
                --b--\
                """,
                "<rss><channel><wp:wxr_version>1.2</wp:wxr_version>…<item><title>Quay #</title><description>The quay."
                        + "</description></item>…</channel></rss>"
            })
    void a_collection_of_more_pieces_takes_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, GrowthTest::takeApart);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WEBVTT\n\n…00:01.000 --> 00:02.000\nThe quay #\n\n…",
                "WEBVTT\n\n00:01.000 --> 00:02.000\n…The quay #\n…",
                "WEBVTT\n\n00:01.000 --> 00:02.000\n…<c>…",
                "WEBVTT\n\n00:01.000 --> 00:02.000\n…<v A#>b\n…",
                "1\n00:00:01,000 --> 00:00:02,000\n…{\\…"
            })
    void subtitles_of_more_pieces_take_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, bytes -> extract(bytes, "text.srt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<office:document mimetype='opendocument.text' xmlns='x'><office:text>…<text:p>The quay is"
                        + " open.</text:p>…",
                "<office:document mimetype='opendocument.text' xmlns='x'><office:text>…<text:list>…<text:p>x",
                "<office:document mimetype='opendocument.text'"
                        + " xmlns='x'><office:text>…<table:table><table:table-row><table:table-cell>…<text:p>x",
                "<office:document mimetype='opendocument.text'"
                        + " xmlns='x'><office:text><text:p>…<draw:text-box><text:p>x…",
                "<office:document mimetype='opendocument.text'"
                        + " xmlns='x'><office:text><text:p>…<text:note><text:note-body><text:p>x…",
                "<office:document mimetype='opendocument.text' xmlns='x'>…<style:style"
                        + " style:name='a#'>…<office:text><text:p>x"
            })
    void an_opendocument_text_of_more_pieces_takes_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, bytes -> extract(bytes, "text.fodt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\rtf1 …The quay was rebuilt on Tuesday.\\par\n…}",
                "{\\rtf1 …a…\\par}",
                "{\\rtf1 …\\u8220?…\\par}",
                "{\\rtf1 …\\'e4…\\par}",
                "{\\rtf1 …{\\b x}…\\par}",
                "{\\rtf1 …\\trowd\\pard\\intbl A\\cell B\\cell\\row…}",
                "{\\rtf1 …\\intbl A\\cell …\\row}",
                "{\\rtf1{\\stylesheet…{\\s# Style #;}…}\\s1 a\\par}",
                "{\\rtf1 …{\\footnote a}…}",
                "{\\rtf1{\\info{\\author …Ann Lee;…}}a\\par}",
                "{\\rtf1 …\\line …a}"
            })
    void an_rtf_file_of_more_pieces_takes_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, bytes -> extract(bytes, "text.rtf"));
    }

    /** Fields of a mail's header are bounded, so that these are smaller. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: …tr:…\nFrom: A <a@b.example>\nTo: c\n\nThe quay.\n",
                "Subject: a… …b\nFrom: A <a@b.example>\nTo: c\n\nThe quay.\n",
                "From: a… …b\nTo: c\nSubject: x\n\nThe quay.\n",
                "From: …İ…\nTo: c\nSubject: x\n\nThe quay.\n",
                "Date: Wed, 4 Mar 2026 10:00:00 +0100… …x\nFrom: A <a@b.example>\nTo: c\n\nThe quay.\n",
                "Date: …(…\nFrom: A <a@b.example>\nTo: c\n\nThe quay.\n"
            })
    void a_header_of_more_pieces_takes_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, Growth.SMALL / 2, bytes -> extract(bytes, "mail.eml"));
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
                "<rss><channel>…<item><link>https://a.example/?a=b…&copy…</link></item>…",
                "<rss><channel>…<item><title>…&lt;b&gt;…</title></item>…",
                "<rss><channel>…<item><pubDate>27 aaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbb 2024</pubDate></item>…",
                "<rss xmlns='x'><channel>…<p:a>…",
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
        Growth.inProportion(pieces, bytes -> new FeedReader().read(bytes, null, "https://courier.example/feed"));
    }

    private static void takeApart(byte[] bytes) {
        try (Parts parts =
                CollectionReader.open(ObjectContent.of(bytes), "file").orElse(Optional::empty)) {
            for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                assertNotNull(part.get().name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does what the functions do with a document. */
    private static void extract(byte[] bytes, String name) {
        String url = "https://courier.example/story";
        if (EXTRACTOR.extract(new RawDocument(bytes, null, name, url)) instanceof Extracted found) {
            String text = ArticleText.join(found.blocks());
            String language = LANGUAGES.detect(text, found.language()).orElse(null);
            assertNotNull(FACTS.find(text, language, null, List.of(), null));
            assertNotNull(SUMMARISER.summarise(text, language, found.metadata().headline()));
        }
    }
}

package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.extract.ArticleExtractor;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.InMemorySources;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundMailTest {

    private static final Instant NOW = Instant.parse("2026-03-04T18:02:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    /** The fields that Amazon SES writes above a mail's own. */
    private static final String RECEIVED = """
        Return-Path: <press@harbour.example>
        Received: from mx.harbour.example (mx.harbour.example [203.0.113.9])
         by inbound-smtp.eu-west-1.amazonaws.com with SMTP id o3vrnil0e2ic28tr
         for news@courier.example;
         Wed, 04 Mar 2026 18:01:58 +0000 (UTC)
        X-SES-Spam-Verdict: PASS
        X-SES-Virus-Verdict: PASS
        Received-SPF: pass (spfCheck: domain of harbour.example designates 203.0.113.9 as permitted sender)
        Authentication-Results: amazonses.com;
         spf=pass (spfCheck: domain of harbour.example designates 203.0.113.9) client-ip=203.0.113.9;
         dkim=pass header.i=@harbour.example;
         dmarc=pass header.from=harbour.example;
        X-SES-RECEIPT: AEFBQUFBQUFBQUFG
        """;

    private static final String MAIL = """
        From: Harbour Press <Press@harbour.example>
        To: news@courier.example
        Subject: North quay opens
        Date: Wed, 4 Mar 2026 18:01:00 +0000
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        The harbour opened its north quay on Tuesday, the council said. Ships may moor there from six in the morning.
        """;

    private static final SourceId PRESS = SourceId.ofUrl("mailto:press@harbour.example");

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();

    private ParseDocument.Result arrived(String key, String mail, String... senders) {
        ParseDocument step = new ParseDocument(
                documents,
                new ArticleExtractor(),
                new InMemorySiteLines(),
                new InMemoryArticleTexts(),
                article -> false,
                log,
                new InMemoryQueue<>(),
                Watchdog.UNBOUNDED,
                CLOCK,
                new InboundMail(sources, List.of(senders), CLOCK));
        byte[] body = mail.getBytes(StandardCharsets.UTF_8);
        ObjectCreated announced = documents.upload(key, body, null);
        return step.parse(announced);
    }

    private ParseDocument.Result arrived(String mail) {
        return arrived("inbox/mail/o3vrnil0e2ic28tr", mail);
    }

    private static void assertRefused(ParseDocument.Result result, String detail) {
        ParseDocument.Result.Ended ended = assertInstanceOf(ParseDocument.Result.Ended.class, result);
        assertEquals(Outcome.REFUSED, ended.outcome());
        assertTrue(String.valueOf(ended.detail()).contains(detail), ended.detail());
    }

    @Test
    void a_proven_sender_is_a_source_with_its_own_health() {
        ParseDocument.Result.Parsed parsed =
                assertInstanceOf(ParseDocument.Result.Parsed.class, arrived(RECEIVED + MAIL));
        assertEquals(PRESS.value(), parsed.article().provenance().sourceId());
        Source press = sources.get(PRESS).orElseThrow();
        assertEquals("mailto:press@harbour.example", press.url());
        assertEquals("Harbour Press", press.name());
        assertEquals(NOW, press.health().lastNewAt());
        assertEquals(1, press.health().entries());
    }

    @Test
    void a_sender_of_mails_is_never_polled() {
        arrived(RECEIVED + MAIL);
        Source press = sources.get(PRESS).orElseThrow();
        assertEquals(List.of(), sources.in(press.slot()));
        assertTrue(press.nextPoll(NOW).isEmpty());
    }

    @Test
    void the_mails_of_a_paused_source_are_refused() {
        arrived(RECEIVED + MAIL);
        sources.change(PRESS, found -> found.withState(Source.State.PAUSED));
        assertRefused(arrived("inbox/mail/second", RECEIVED + MAIL), "paused");
    }

    @ParameterizedTest
    @CsvSource({
        "X-SES-Spam-Verdict: PASS, X-SES-Spam-Verdict: FAIL, spam",
        "X-SES-Virus-Verdict: PASS, X-SES-Virus-Verdict: FAIL, virus",
        "dmarc=pass, dmarc=fail, disowns"
    })
    void what_fails_the_verdicts_is_refused(String pass, String fail, String detail) {
        assertRefused(arrived(RECEIVED.replace(pass, fail) + MAIL), detail);
        assertTrue(sources.get(PRESS).isEmpty());
    }

    @Test
    void verdicts_that_a_sender_wrote_itself_do_not_count() {
        String forged = "X-SES-Spam-Verdict: PASS\n";
        assertRefused(arrived(RECEIVED.replace("Spam-Verdict: PASS", "Spam-Verdict: FAIL") + forged + MAIL), "spam");
    }

    @Test
    void a_sender_that_nothing_proves_is_no_source() {
        String unproven = RECEIVED.replace("spf=pass", "spf=none")
                .replace("dkim=pass", "dkim=none")
                .replace("dmarc=pass", "dmarc=none");
        ParseDocument.Result.Parsed parsed =
                assertInstanceOf(ParseDocument.Result.Parsed.class, arrived(unproven + MAIL));
        assertNull(parsed.article().provenance().sourceId());
        assertTrue(sources.get(PRESS).isEmpty());
    }

    @Test
    void only_listed_senders_may_send() {
        assertRefused(arrived("inbox/mail/a", RECEIVED + MAIL, "courier.example"), "MailSenders");
        assertInstanceOf(
                ParseDocument.Result.Parsed.class,
                arrived("inbox/mail/b", RECEIVED + MAIL, "courier.example", "Harbour.example"));
        assertInstanceOf(
                ParseDocument.Result.Parsed.class, arrived("inbox/mail/c", RECEIVED + MAIL, "press@harbour.example"));
        assertRefused(
                arrived("inbox/mail/d", RECEIVED + MAIL.replace("@harbour", "@notharbour"), "harbour.example"),
                "MailSenders");
    }

    private @Nullable String language(String mail, String... senders) {
        return assertInstanceOf(
                        ParseDocument.Result.Parsed.class,
                        arrived("inbox/mail/" + mail.hashCode(), RECEIVED + mail, senders))
                .article()
                .language();
    }

    @Test
    void a_mail_that_does_not_name_its_language_has_that_of_its_sender() {
        assertEquals("de", language(MAIL, "courier.example=fr", "Harbour.example=de"));
        assertEquals("sv", language(MAIL, "harbour.example=de", "press@harbour.example=sv"));
        assertEquals("en", language(MAIL.replace("To:", "Content-Language: en\nTo:"), "harbour.example=de"));
        assertNull(language(MAIL, "harbour.example"));
    }

    @Test
    void the_object_by_which_ses_tests_its_rights_is_a_test_event() {
        ParseDocument.Result.Ended ended = assertInstanceOf(
                ParseDocument.Result.Ended.class, arrived("inbox/mail/AMAZON_SES_SETUP_NOTIFICATION", "Hello"));
        assertEquals(Outcome.TEST_EVENT, ended.outcome());
    }

    @Test
    void a_mail_elsewhere_in_the_bucket_is_an_upload() {
        ParseDocument.Result.Parsed parsed = assertInstanceOf(
                ParseDocument.Result.Parsed.class,
                arrived("mine/story.eml", RECEIVED.replace("Spam-Verdict: PASS", "Spam-Verdict: FAIL") + MAIL));
        assertNull(parsed.article().provenance().sourceId());
    }
}

package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.lede.article.Canary;
import app.lede.article.ParsedArticle;
import app.lede.document.DocumentList;
import app.lede.document.DocumentRecord;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.extract.ArticleExtractor;
import app.lede.pipeline.ProbePipeline.Result;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentList;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbePipelineTest {

    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final List<ObjectCreated> written = new ArrayList<>();
    private Instant now = Samples.NOON;
    private Instant writtenAt = Samples.NOON;
    private final ProbePipeline probe = new ProbePipeline(
            (key, limit) -> dated(new InMemoryDocumentList(documents).after(key, limit)),
            log,
            articles,
            (key, page) -> {
                written.add(documents.upload(key, page, "text/html; charset=utf-8"));
                writtenAt = now;
            });
    private final ParseDocument parse = new ParseDocument(
            documents, new ArticleExtractor(), new InMemorySiteLines(), new InMemoryArticleTexts(), log);
    /** Dates the objects of a page as of when the canary was written. */
    private DocumentList.Page dated(DocumentList.Page page) {
        return new DocumentList.Page(
                page.objects().stream()
                        .map(at -> new ObjectCreated(
                                at.key(), at.size(), at.etag(), at.versionId(), at.sequencer(), writtenAt))
                        .toList(),
                page.last());
    }

    private Result tick() {
        now = now.plus(Duration.ofHours(1));
        return probe.probe(now);
    }

    private ParsedArticle parsed() {
        return assertInstanceOf(ParseDocument.Result.Parsed.class, parse.parse(written.getLast()))
                .article();
    }

    private void record(Outcome outcome) {
        ObjectCreated at = written.getLast();
        log.record(DocumentRecord.of(
                new ObjectCreated(at.key(), at.size(), at.etag(), at.versionId(), at.sequencer(), now),
                outcome,
                null,
                1));
    }

    @Test
    void a_canary_becomes_the_article_of_its_address_and_the_next_look_finds_it() {
        assertEquals(new Result.First(), tick());
        ParsedArticle parsed = parsed();
        assertEquals(Canary.ID, parsed.id());
        articles.offer(Samples.article(parsed, now));
        record(Outcome.STORED);
        assertEquals(new Result.Passed(), tick());
        assertEquals(2, written.size());
    }

    @Test
    void each_hour_is_a_revision_of_its_own() {
        tick();
        ParsedArticle first = parsed();
        tick();
        assertNotEquals(first.revision(), parsed().revision());
    }

    @Test
    void a_document_without_an_outcome_is_lost_and_the_next_is_written_all_the_same() {
        tick();
        articles.offer(Samples.article(parsed(), now));
        record(Outcome.STORED);
        tick();
        assertEquals(new Result.Lost("the document written an hour ago has no outcome"), tick());
        assertEquals(3, written.size());
    }

    @Test
    void on_a_stack_that_never_worked_the_second_look_finds_the_canary_lost() {
        documents.upload("canary/another.html", new byte[0], "text/html");
        assertEquals(new Result.First(), tick());
        assertEquals(new Result.Lost("the document written an hour ago has no outcome"), tick());
    }

    @Test
    void a_first_look_that_is_invoked_twice_is_the_first_both_times() {
        assertEquals(new Result.First(), tick());
        assertEquals(new Result.First(), probe.probe(now));
        now = now.plus(ProbePipeline.REPEATED);
        assertEquals(new Result.First(), probe.probe(now));
        assertEquals(new Result.Lost("the document written an hour ago has no outcome"), tick());
    }

    @Test
    void another_outcome_and_an_old_article_are_told_by_name() {
        tick();
        record(Outcome.TOO_SLOW);
        assertEquals(new Result.Lost("the document written an hour ago ended as too-slow"), tick());
        articles.offer(Samples.article(parsed(), now.minus(Duration.ofDays(1))));
        record(Outcome.STORED);
        assertEquals(new Result.Lost("its article is not the one that was stored"), tick());
    }
}

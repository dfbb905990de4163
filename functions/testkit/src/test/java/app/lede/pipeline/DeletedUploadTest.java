package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.Revision;
import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.extract.ArticleExtractor;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An upload that is deleted leaves nothing, wherever between its ticket and its outcome the deletion comes. */
class DeletedUploadTest extends DeletionSteps {

    /** Issues a ticket as the API does: the record stands before the object. */
    private String ticket(String name) {
        DocumentId id = Samples.documentId(Samples.NOON, name);
        String key = ObjectCreated.UPLOADS + id + "/" + name;
        log.record(new DocumentRecord(id, key, null, Samples.NOON, Outcome.WAITING, null, null, 0));
        return key;
    }

    @Test
    void an_upload_deleted_before_it_arrives_ends_as_deleted_and_leaves_nothing() {
        ObjectCreated[] uploads = {
            documents.upload(ticket("bridge.txt"), story("traffic runs"), "text/plain"),
            documents.upload(ticket("broken.pdf"), "%PDF-1.7".getBytes(StandardCharsets.UTF_8), null)
        };
        for (ObjectCreated upload : uploads) {
            assertEquals(Deletion.Progress.DONE, deletion.document(upload.documentId(), left -> {}));
            ObjectCreated late = documents.upload(upload.key(), story("traffic runs"), "text/plain");
            assertEquals(new ParseDocument.Result.Ended(Outcome.DELETED, null), parse.parse(late));
            assertEquals(Outcome.DELETED, read(late).outcome());
        }
        assertEquals(Set.of(), documents.keys());
        assertEquals(Set.of(), texts.keys());
        assertEquals(Outcome.STORED, read(upload("again.txt")).outcome(), "the same words may be uploaded again");
    }

    private ObjectCreated upload(String name) {
        return documents.upload(ticket(name), story("traffic runs"), "text/plain");
    }

    @Test
    void an_upload_deleted_while_it_is_parsed_leaves_nothing() {
        ObjectCreated unreadable =
                documents.upload(ticket("broken.pdf"), "%PDF-1.7".getBytes(StandardCharsets.UTF_8), null);
        Watchdog slow = new Watchdog() {
            @Override
            public <T> Optional<T> within(Supplier<T> work) {
                T done = work.get();
                assertEquals(Deletion.Progress.DONE, deletion.document(unreadable.documentId(), left -> {}));
                documents.upload(unreadable.key(), "%PDF-1.7".getBytes(StandardCharsets.UTF_8), null);
                return Optional.of(done);
            }
        };
        ParseDocument.Result end = new ParseDocument(
                        documents,
                        new ArticleExtractor(),
                        new InMemorySiteLines(),
                        texts,
                        article -> false,
                        log,
                        new InMemoryQueue<>(),
                        slow,
                        clock)
                .parse(unreadable);
        assertEquals(new ParseDocument.Result.Ended(Outcome.DELETED, null), end);
        assertEquals(Set.of(), documents.keys());
    }

    @Test
    void an_upload_deleted_between_its_parsing_and_its_summary_never_becomes_an_article() {
        ObjectCreated upload = upload("bridge.txt");
        ParsedArticle parsed = parsed(upload);
        assertEquals(Deletion.Progress.DONE, deletion.document(upload.documentId(), left -> {}));
        assertEquals(
                Outcome.DELETED, summarise.summarise(parsed.key()).orElseThrow().outcome());
        assertEquals(Set.of(), documents.keys());
        assertEquals(Set.of(), texts.keys());
        assertEquals(Optional.empty(), summarise.summarise(parsed.key()));
        assertEquals(Outcome.STORED, read(upload("again.txt")).outcome(), "the article itself was not deleted");
    }

    private ParsedArticle parsed(ObjectCreated announced) {
        return assertInstanceOf(ParseDocument.Result.Parsed.class, parse.parse(announced))
                .article();
    }

    /** Summarises with a store that deletes the document just before or just after it takes the article. */
    private Optional<DocumentRecord> summarisedWhileDeleted(ParsedArticle parsed, boolean before) {
        ArticleStore racing = new ArticleStore() {
            @Override
            public Offered offer(Article article, @Nullable Revision insteadOf) {
                if (before) {
                    assertEquals(
                            Deletion.Progress.DONE,
                            deletion.document(article.provenance().documentId(), left -> {}));
                }
                Offered offered = articles.offer(article, insteadOf);
                if (!before) {
                    assertEquals(
                            Deletion.Progress.DONE,
                            deletion.document(article.provenance().documentId(), left -> {}));
                }
                return offered;
            }

            @Override
            public boolean raise(ArticleId id, Revision revision, Precedence precedence) {
                return articles.raise(id, revision, precedence);
            }

            @Override
            public boolean resummarise(Article article) {
                return articles.resummarise(article);
            }

            @Override
            public boolean delete(ArticleId id, Instant at) {
                return articles.delete(id, at);
            }

            @Override
            public Optional<Article> get(ArticleId id) {
                return articles.get(id);
            }

            @Override
            public Optional<Article> latest(ArticleId id) {
                return articles.latest(id);
            }

            @Override
            public boolean isDeleted(ArticleId id) {
                return articles.isDeleted(id);
            }

            @Override
            public List<Article> getAll(List<ArticleId> ids) {
                return articles.getAll(ids);
            }
        };
        return summariser(racing, deletion).summarise(parsed.key());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_upload_deleted_while_it_is_stored_is_deleted_with_its_article(boolean before) {
        ObjectCreated upload = upload("bridge.txt");
        ParsedArticle parsed = parsed(upload);
        assertEquals(
                Outcome.DELETED,
                summarisedWhileDeleted(parsed, before).orElseThrow().outcome());
        assertEquals(Optional.empty(), articles.get(parsed.id()));
        assertEquals(Set.of(), documents.keys());
        assertEquals(Set.of(), texts.keys());
        DocumentRecord record = log.get(upload.documentId()).orElseThrow();
        assertEquals(Outcome.DELETED, record.outcome());
        assertEquals(parsed.id().value(), record.articleId());
    }

    @Test
    void an_upload_deleted_while_it_is_stored_takes_no_article_of_another_document_along() {
        ParsedArticle first = parsed(upload("first.txt"));
        assertEquals(
                Outcome.STORED, summarise.summarise(first.key()).orElseThrow().outcome());
        ParsedArticle second = parsed(upload("second.txt"));
        assertEquals(first.id(), second.id());
        assertEquals(
                Outcome.DELETED,
                summarisedWhileDeleted(second, true).orElseThrow().outcome());
        assertEquals(
                first.provenance().documentId(),
                articles.get(first.id()).orElseThrow().provenance().documentId());
        assertEquals(Set.of(first.key()), texts.keys());
        assertEquals(Set.of(first.documentKey()), documents.keys());
    }

    @Test
    void a_deletion_that_comes_while_an_outcome_is_recorded_finds_the_article() {
        ObjectCreated upload = upload("bridge.txt");
        ParsedArticle parsed = parsed(upload);
        DocumentRecord waiting = log.get(upload.documentId()).orElseThrow();
        assertEquals(
                Outcome.STORED, summarise.summarise(parsed.key()).orElseThrow().outcome());
        DocumentLog behind = new Behind(log, waiting);
        assertEquals(
                Deletion.Progress.DONE,
                new Deletion(articles, texts, documents, behind, clock).document(upload.documentId(), left -> {}));
        assertEquals(Optional.empty(), articles.get(parsed.id()));
        assertEquals(Set.of(), texts.keys());
        assertEquals(Set.of(), documents.keys());
    }

    /** Reads a record as it stood a moment ago. */
    private record Behind(DocumentLog log, DocumentRecord then) implements DocumentLog {

        @Override
        public DocumentRecord record(DocumentRecord record) {
            return log.record(record);
        }

        @Override
        public Optional<DocumentRecord> get(DocumentId id) {
            return Optional.of(then);
        }

        @Override
        public List<DocumentRecord> byKey(String key) {
            return log.byKey(key);
        }

        @Override
        public List<DocumentRecord> parts(DocumentId parent, int after, int limit) {
            return log.parts(parent, after, limit);
        }

        @Override
        public Map<Outcome, Integer> outcomesOfParts(DocumentId parent) {
            return log.outcomesOfParts(parent);
        }

        @Override
        public List<DocumentRecord> newest(@Nullable DocumentId before, int limit) {
            return log.newest(before, limit);
        }
    }

    @Test
    void a_second_deletion_removes_what_a_summary_that_died_left_behind() {
        ObjectCreated upload = upload("bridge.txt");
        ParsedArticle parsed = parsed(upload);
        assertEquals(Deletion.Progress.DONE, deletion.document(upload.documentId(), left -> {}));
        Deletion dying = new Deletion(articles, texts, BROKEN, log, clock);
        documents.upload(upload.key(), story("traffic runs"), "text/plain");
        assertThrows(
                IllegalStateException.class, () -> summariser(articles, dying).summarise(parsed.key()));
        assertEquals(Deletion.Progress.DONE, deletion.document(upload.documentId(), left -> {}));
        assertEquals(Set.of(), texts.keys());
        assertEquals(Set.of(), documents.keys());
    }
}

package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeletionTest extends DeletionSteps {

    @Test
    void an_article_is_deleted_with_every_copy_and_nothing_brings_it_back() {
        ObjectCreated first = fetched("traffic runs", 0);
        ObjectCreated second = fetched("ships pass below it", 1);
        assertEquals(Outcome.STORED, read(first).outcome());
        assertEquals(Outcome.STORED, read(second).outcome());
        assertTrue(deletion.article(BRIDGE));
        assertNothingIsLeft();
        assertEquals(Outcome.DELETED, read(first).outcome());
        assertEquals(Outcome.DELETED, read(second).outcome());
        assertEquals(Outcome.DELETED, read(fetched("a poll found it again", 2)).outcome());
        assertNothingIsLeft();
        assertTrue(deletion.article(BRIDGE));
    }

    private void assertNothingIsLeft() {
        assertEquals(Optional.empty(), articles.get(BRIDGE));
        assertEquals(Set.of(), texts.keys());
        assertEquals(Set.of(), documents.keys());
    }

    @Test
    void a_document_takes_its_article_along_where_the_article_was_read_from_it() {
        ObjectCreated only = fetched("traffic runs", 0);
        read(only);
        assertEquals(Deletion.Progress.DONE, deletion.document(only.documentId(), left -> {}));
        assertNothingIsLeft();
        assertEquals(Deletion.Progress.DONE, deletion.document(only.documentId(), left -> {}));
        assertEquals(Outcome.DELETED, log.get(only.documentId()).orElseThrow().outcome());
    }

    @Test
    void a_document_that_was_superseded_is_deleted_alone() {
        ObjectCreated first = fetched("traffic runs", 0);
        ObjectCreated second = fetched("ships pass below it", 1);
        read(first);
        read(second);
        assertEquals(Deletion.Progress.DONE, deletion.document(first.documentId(), left -> {}));
        assertEquals(
                second.documentId(),
                articles.get(BRIDGE).orElseThrow().provenance().documentId());
        assertEquals(Set.of(second.key()), documents.keys());
        assertEquals(1, texts.keys().size());
    }

    @Test
    void a_document_without_an_article_is_deleted_too() {
        ObjectCreated upload = documents.upload("inbox/broken.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), null);
        assertEquals(Outcome.UNREADABLE, read(upload).outcome());
        assertEquals(Deletion.Progress.DONE, deletion.document(upload.documentId(), left -> {}));
        assertEquals(Set.of(), documents.keys());
        assertEquals(Outcome.DELETED, read(upload).outcome());
    }

    @Test
    void what_was_never_there_is_not_deleted() {
        assertFalse(deletion.article(BRIDGE));
        assertEquals(
                Deletion.Progress.UNKNOWN,
                deletion.document(fetched("traffic runs", 0).documentId(), left -> {}));
    }

    @Test
    void a_deletion_that_breaks_off_is_finished_by_asking_again() {
        List.of(fetched("traffic runs", 0), fetched("ships pass below it", 1)).forEach(this::read);
        Deletion dying = new Deletion(articles, texts, BROKEN, log, clock);
        assertThrows(IllegalStateException.class, () -> dying.article(BRIDGE));
        assertEquals(Optional.empty(), articles.get(BRIDGE));
        assertEquals(2, documents.keys().size());
        assertTrue(deletion.article(BRIDGE));
        assertNothingIsLeft();
    }
}

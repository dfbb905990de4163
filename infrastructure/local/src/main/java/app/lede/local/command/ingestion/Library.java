package app.lede.local.command.ingestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A running library as its clients see it. */
public interface Library {

    /** Uploads a document to the inbox. */
    void upload(String key, byte[] bytes);

    /** Adds a source, which is polled at once, and returns its id. */
    String addSource(URI url);

    /** Returns all documents with an outcome, oldest first. */
    List<DocumentRow> documents();

    SourceRow source(String id);

    /** Returns an article's record with its text, in the schema shared by all commands. */
    Optional<ObjectNode> article(String id);

    /** Tests whether nothing is queued, delayed or in progress. */
    boolean idle();

    /** Returns the number of messages in dead-letter queues. */
    int deadLetters();
}

package app.lede.local.command.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A running library as its clients see it: what can be handed in, and what has become of it. */
public interface Library {

    /** Puts a document into the inbox. */
    void upload(String key, byte[] bytes);

    /** Adds a source, whose first poll follows at once, and returns its id. */
    String addSource(URI url);

    /** Every document that has an outcome, the oldest first. */
    List<DocumentRow> documents();

    SourceRow source(String id);

    /** An article's record with its text, in the schema of all of Lede's commands. */
    Optional<ObjectNode> article(String id);

    /** Whether nothing is queued, delayed or being worked on. */
    boolean idle();

    /** How many messages were given up on after their last attempt. */
    int deadLetters();
}

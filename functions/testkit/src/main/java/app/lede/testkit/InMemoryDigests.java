package app.lede.testkit;

import app.lede.alert.DigestMessage;
import app.lede.alert.Digests;
import java.util.ArrayList;
import java.util.List;

/** Keeps digests in a list, in order of publication. Thread safe. */
public final class InMemoryDigests implements Digests {

    private final List<DigestMessage> published = new ArrayList<>();

    @Override
    public synchronized void publish(DigestMessage message) {
        published.add(message);
    }

    /** Returns all published digests. */
    public synchronized List<DigestMessage> published() {
        return List.copyOf(published);
    }
}

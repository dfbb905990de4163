package app.lede.lucene.segments;

import app.lede.json.ForeignJson;
import app.lede.lucene.analysis.Analyzers;
import app.lede.lucene.analysis.Chain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.lucene.codecs.Codec;

/**
 * Loads classes and dictionaries while a fresh process makes its client and waits for its first segments. {@code preloaded.txt}
 * lists the classes of Lucene that the first page of a search loads, in their order ({@code -Xlog:class+load}). Begin it from
 * one thread at a time.
 */
final class Preloading {

    private final FutureTask<Boolean> loading;
    private boolean begun;

    Preloading(Analyzers analyzers) {
        this.loading = new FutureTask<>(() -> {
            load(analyzers);
            return true;
        });
    }

    /** Loads everything; in this order, as the manifest is read first and words are analysed last. */
    static void load(Analyzers analyzers) throws IOException, ClassNotFoundException {
        ForeignJson.valid(1).read("{}");
        Codec.getDefault().postingsFormat();
        try (InputStream list = Objects.requireNonNull(Preloading.class.getResourceAsStream("preloaded.txt"))) {
            for (String name : new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!name.isEmpty()) {
                    // Links it, which is most of the work, and initialises nothing: threads that initialise related
                    // classes in different orders may wait for each other for ever.
                    var unused = Class.forName(name, false, Preloading.class.getClassLoader())
                            .getDeclaredConstructors();
                }
            }
        }
        analyzers.sought(Chain.ENGLISH, "word"); // The longest dictionary.
    }

    /** Begins in another thread; does nothing the second time. */
    void begin() {
        if (!begun) {
            begun = true;
            Thread.ofPlatform().daemon().name("preloading").start(loading);
        }
    }

    /** Waits for the end. What failed fails again, and is told, where it is needed. */
    void await() {
        try {
            loading.get();
        } catch (ExecutionException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

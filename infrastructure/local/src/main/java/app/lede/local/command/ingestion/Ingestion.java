package app.lede.local.command.ingestion;

import app.lede.document.PartKey;
import app.lede.document.PartOrigin;
import app.lede.local.command.ingestion.Settlement.Sighting;
import app.lede.local.command.ingestion.Settlement.Verdict;
import app.lede.local.command.terminal.Progress;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Submits inputs to a library, waits until each has an outcome, and collects the results. */
public final class Ingestion {

    private final Library library;
    private final InstantSource clock;
    private final Pause pause;
    private final Progress progress;
    private final Duration patience;

    /** Waits between two polls of the library. */
    @FunctionalInterface
    public interface Pause {
        void between() throws InterruptedException;
    }

    public Ingestion(Library library, InstantSource clock, Pause pause, Progress progress, Duration patience) {
        this.library = library;
        this.clock = clock;
        this.pause = pause;
        this.progress = progress;
        this.patience = patience;
    }

    /** The submitted inputs: uploads by key and sources by id, each with its display name. */
    private record Sent(Map<String, String> uploads, Map<String, String> sources) {}

    /** Runs all inputs. */
    public Arrival run(List<Input> inputs) throws InterruptedException {
        Sent sent = send(inputs);
        await(sent);
        return arrival(sent);
    }

    private Sent send(List<Input> inputs) {
        Sent sent = new Sent(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Input input : inputs) {
            switch (input) {
                case Input.Site site -> sent.sources().put(library.addSource(site.url()), site.name());
                case Input.Upload upload -> {
                    library.upload(upload.key(), bytes(upload));
                    sent.uploads().put(upload.key(), upload.name());
                }
            }
            progress.say((sent.uploads().size() + sent.sources().size()) + " of " + inputs.size() + " handed in");
        }
        return sent;
    }

    private static byte[] bytes(Input.Upload upload) {
        try {
            return upload.content().bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(upload.name() + " can't be read: " + e.getMessage(), e);
        }
    }

    private void await(Sent sent) throws InterruptedException {
        Settlement settlement = new Settlement(clock, patience);
        while (true) {
            // Idleness is read first, so that work finishing between the two reads counts as activity and is not
            // missed.
            boolean idle = library.idle();
            List<DocumentRow> documents = library.documents();
            int open = openUploads(sent, documents).size() + openSources(sent).size();
            if (settlement.observe(new Sighting(open, documents.size(), idle)) != Verdict.WAIT) {
                return;
            }
            progress.say(documents.size() + " documents have an outcome, " + open + " inputs are waiting for theirs");
            pause.between();
        }
    }

    private static List<String> openUploads(Sent sent, List<DocumentRow> documents) {
        Set<String> ended = documents.stream().map(DocumentRow::key).collect(Collectors.toSet());
        return sent.uploads().entrySet().stream()
                .filter(upload -> !ended.contains(upload.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private List<String> openSources(Sent sent) {
        return sent.sources().entrySet().stream()
                .filter(source -> library.source(source.getKey()).lastOutcome().isEmpty())
                .map(Map.Entry::getValue)
                .toList();
    }

    private Arrival arrival(Sent sent) {
        List<DocumentRow> rows = library.documents();
        List<String> lost = new ArrayList<>(openUploads(sent, rows));
        lost.addAll(openSources(sent));
        // A dead letter is an input without an outcome, usually one already named.
        for (int n = lost.size(); n < library.deadLetters(); n++) {
            lost.add("a message in a dead-letter queue");
        }
        List<SourceRow> sources =
                sent.sources().keySet().stream().map(library::source).toList();
        return new Arrival(documents(sent, rows), sources, lost);
    }

    private List<Arrival.Document> documents(Sent sent, List<DocumentRow> rows) {
        Map<String, DocumentRow> byKey = rows.stream()
                .collect(Collectors.toMap(
                        DocumentRow::key, Function.identity(), Ingestion::telling, LinkedHashMap::new));
        List<DocumentRow> ordered = new ArrayList<>();
        sent.uploads().keySet().forEach(key -> Optional.ofNullable(byKey.remove(key))
                .ifPresent(ordered::add));
        ordered.addAll(byKey.values());
        Set<String> shown = new HashSet<>();
        Map<String, String> names = names(sent, rows);
        return ordered.stream()
                .map(row -> new Arrival.Document(Optional.ofNullable(names.get(row.id())), row, article(row, shown)))
                .toList();
    }

    /** Of two arrivals of one object returns the one that was stored, else the later. */
    private static DocumentRow telling(DocumentRow earlier, DocumentRow later) {
        return earlier.outcome().equals("stored") ? earlier : later;
    }

    /** Names uploads by their files, and parts of collections by these and their places. */
    private static Map<String, String> names(Sent sent, List<DocumentRow> rows) {
        Map<String, String> names = new HashMap<>();
        rows.forEach(
                row -> Optional.ofNullable(sent.uploads().get(row.key())).ifPresent(name -> names.put(row.id(), name)));
        for (int depth = 0; depth < PartOrigin.MAX_DEPTH; depth++) {
            for (DocumentRow row : rows) {
                PartKey.of(row.key())
                        .filter(part -> names.containsKey(part.parent().value()))
                        .ifPresent(part ->
                                names.put(row.id(), names.get(part.parent().value()) + "#" + part.number()));
            }
        }
        return names;
    }

    private Optional<ObjectNode> article(DocumentRow row, Set<String> shown) {
        return row.articleId()
                .filter(id -> row.outcome().equals("stored") && shown.add(id))
                .flatMap(library::article);
    }
}

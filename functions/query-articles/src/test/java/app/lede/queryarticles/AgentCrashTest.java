package app.lede.queryarticles;

import app.lede.api.Additions;
import app.lede.api.UploadTickets;
import app.lede.document.DocumentLog;
import app.lede.json.Json;
import app.lede.pipeline.JobQueue;
import app.lede.pipeline.PollJob;
import app.lede.signature.KeyDirectory;
import app.lede.source.SourceStore;
import app.lede.testkit.Crashes;
import app.lede.testkit.EventFiles;
import app.lede.testkit.EveryCrash;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call of a tool that writes dies before and after every call of a store, and the agent calls the tool again. */
class AgentCrashTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | add_source | {\"url\":\"https://news.example.org/feed.xml\"}",
                "2 | add_document | {\"name\":\"report.pdf\",\"size\":10}"
            })
    void what_an_agent_adds_may_die_anywhere(int deaths, String tool, String arguments) {
        EveryCrash.isMadeGood(deaths, () -> new Writing(tool, arguments));
    }

    private static final class Writing implements EveryCrash.World {
        private final Library library = new Library();
        private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
        private final byte[] event;

        Writing(String tool, String arguments) {
            ObjectNode call = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", "tools/call");
            call.putObject("params").put("name", tool).set("arguments", Json.read(arguments));
            ObjectNode request = (ObjectNode) Json.read(EventFiles.read("query-articles", "list-tools"));
            this.event = Json.bytes(request.put("body", call.toString()));
        }

        @Override
        public void handle(InstantSource clock, Crashes crashes) {
            InstantSource fixed = InstantSource.fixed(Samples.NOON);
            UploadTickets tickets = (key, type, size, said) ->
                    new UploadTickets.Ticket("https://bucket.example/", new TreeMap<>(), Samples.NOON.plusSeconds(900));
            @SuppressWarnings("unchecked") // A proxy of the interface, for jobs of the queue it stands before.
            JobQueue<PollJob> dying = crashes.around(JobQueue.class, polls);
            Additions additions = new Additions(
                    crashes.around(SourceStore.class, library.sources()),
                    dying,
                    crashes.around(DocumentLog.class, library.log()),
                    tickets,
                    () -> "token",
                    fixed);
            try {
                Invocation.of(library.handler(fixed, KeyDirectory.none(), Optional.of(additions::answer)), event);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Object end() {
            return List.of(
                    library.sources().all().toString(),
                    Set.copyOf(polls.jobs()),
                    library.log().newest(null, 10).toString());
        }
    }
}

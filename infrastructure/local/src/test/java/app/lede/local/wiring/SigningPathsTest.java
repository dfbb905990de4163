package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.json.Json;
import app.lede.local.wiring.Deliverer.Asked;
import app.lede.testkit.LongRunning;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests that are signed while the key is changed twice within an hour. */
@LongRunning
class SigningPathsTest extends PathsFixture {

    @Override
    Map<String, String> parameters() {
        return Map.of("SignRequests", "ENABLED");
    }

    @Test
    void keys_changed_in_quick_succession_are_all_published_while_pages_are_fetched()
            throws IOException, InterruptedException {
        deliverer.pass(Duration.ofHours(3)); // Keys of an earlier run are out of use.
        stack.rotate("SigningKey", "second02".repeat(8));
        deliverer.pass(Duration.ofMinutes(10));
        stack.rotate("SigningKey", "third003".repeat(8));
        site.page("/bridge.html", Journey.page("Bridge open"));
        site.feed("/feed.xml", "", site.item("Bridge open", "/bridge.html", ""));
        String unused = source("/feed.xml");
        deliverer.settle();
        assertPages("stored");
        String directory =
                deliverer.ask(Asked.of("query-articles", "GET /.well-known/http-message-signatures-directory")
                        .header("host", "api.example.org"));
        assertEquals(3, Json.read(directory).path("keys").size());
    }
}

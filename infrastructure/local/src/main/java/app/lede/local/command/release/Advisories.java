package app.lede.local.command.release;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks package versions up in a database of advisories that speaks OSV's API.
 *
 * @see <a href="https://google.github.io/osv.dev/post-v1-querybatch/">POST /v1/querybatch</a>
 */
final class Advisories {

    /** Most that one request may ask. */
    private static final int MOST_AT_ONCE = 1_000;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final URI address;

    /** @param address of the database, such as {@code https://api.osv.dev} */
    Advisories(URI address) {
        this.address = address;
    }

    /** The answer of the database. */
    sealed interface Answer {

        /** Known advisories; empty for none. */
        record Known(List<Advisory> advisories) implements Answer {}

        /** The database could not be asked; says why. */
        record Unasked(String reason) implements Answer {}
    }

    /** An advisory on a package version. */
    record Advisory(String id, String packageUrl) {}

    /** Asks for the advisories on package URLs with versions. */
    Answer on(List<String> packages) throws InterruptedException {
        List<Advisory> known = new ArrayList<>();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            for (int from = 0; from < packages.size(); from += MOST_AT_ONCE) {
                List<String> asked = packages.subList(from, Math.min(packages.size(), from + MOST_AT_ONCE));
                Optional<String> refusal = ask(client, asked, known);
                if (refusal.isPresent()) {
                    return new Answer.Unasked(refusal.get());
                }
            }
        } catch (IOException e) {
            return new Answer.Unasked(e.toString());
        }
        return new Answer.Known(List.copyOf(known));
    }

    private Optional<String> ask(HttpClient client, List<String> packages, List<Advisory> known)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/querybatch"))
                .timeout(LIMIT)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(question(packages)))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            return Optional.of(address + " answered " + answer.statusCode());
        }
        JsonNode results = Json.read(answer.body()).path("results");
        if (results.size() != packages.size()) {
            return Optional.of(address + " answered " + results.size() + " of " + packages.size() + " questions");
        }
        for (int i = 0; i < packages.size(); i++) {
            for (JsonNode advisory : results.path(i).path("vulns")) {
                known.add(new Advisory(advisory.path("id").asText(), packages.get(i)));
            }
        }
        return Optional.empty();
    }

    private static String question(List<String> packages) {
        ObjectNode question = Json.object();
        ArrayNode queries = question.putArray("queries");
        packages.forEach(url -> queries.addObject().putObject("package").put("purl", url));
        return question.toString();
    }
}

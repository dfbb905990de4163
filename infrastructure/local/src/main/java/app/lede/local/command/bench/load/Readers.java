package app.lede.local.command.bench.load;

import app.lede.json.Json;
import app.lede.local.calls.Durations;
import app.lede.local.command.ingestion.LibraryFailed;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes requests to the API and takes their times. Thread safe. */
final class Readers {
    private static final Duration TIMEOUT = Duration.ofSeconds(35);
    private static final int PAGE = 100;
    private static final int FAILED = 500;

    private final URI api;
    private final int attempts;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Query, Durations> times = new EnumMap<>(Query.class);
    private final AtomicInteger failed = new AtomicInteger();

    /**
     * Creates the client.
     *
     * @param attempts of a request that is answered with 500 or 503: more than one where faults are injected
     */
    Readers(URI api, int attempts) {
        this.api = api;
        this.attempts = attempts;
        for (Query query : Query.values()) {
            times.put(query, new Durations());
        }
    }

    /** Asks each kind of query once; those of an article only if the list has one. */
    void round(Random random) throws InterruptedException {
        List<String> listed = new ArrayList<>();
        for (Query query : Query.values()) {
            boolean ofArticle = query == Query.ARTICLE || query == Query.TEXT;
            if (!ofArticle || !listed.isEmpty()) {
                String article = ofArticle ? listed.get(random.nextInt(listed.size())) : "";
                ask(query, query.path(random, article)).ifPresent(answer -> {
                    if (query == Query.ARRIVAL) {
                        Json.read(answer)
                                .path("items")
                                .forEach(item -> listed.add(item.path("id").asText()));
                    }
                });
            }
        }
    }

    private Optional<String> ask(Query query, String path) throws InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = send("GET", path);
        times.getOrDefault(query, new Durations()).add(System.nanoTime() - began);
        // An article that was listed may be deleted by now.
        boolean gone = answer.statusCode() == 404 && (query == Query.ARTICLE || query == Query.TEXT);
        if (answer.statusCode() != 200 && !gone) {
            failed.incrementAndGet();
            System.err.println("bench: GET " + path + " was answered with " + answer.statusCode());
        }
        return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    }

    /** Deletes an article. */
    void delete(String article) throws InterruptedException {
        HttpResponse<String> answer = send("DELETE", "/v1/articles/" + article);
        if (answer.statusCode() != 204) {
            throw new LibraryFailed("DELETE of article " + article + " was answered with " + answer.statusCode());
        }
    }

    /** Counts the articles of the library by walking through all pages. */
    int articles() throws InterruptedException {
        int articles = 0;
        String path = "/v1/articles?sort=arrival&limit=" + PAGE;
        while (!path.isEmpty()) {
            HttpResponse<String> answer = send("GET", path);
            if (answer.statusCode() != 200) {
                throw new LibraryFailed("GET " + path + " was answered with " + answer.statusCode());
            }
            JsonNode page = Json.read(answer.body());
            articles += page.path("items").size();
            path = page.path("next").asText("");
        }
        return articles;
    }

    private HttpResponse<String> send(String method, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                .timeout(TIMEOUT)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            for (int attempt = 1; attempt < attempts && answer.statusCode() >= FAILED; attempt++) {
                answer = http.send(request, BodyHandlers.ofString());
            }
            return answer;
        } catch (IOException e) {
            throw new LibraryFailed(method + " " + path + " got no answer: " + e, e);
        }
    }

    /** Returns the times so far. */
    Map<String, Durations> times() {
        Map<String, Durations> copy = new TreeMap<>();
        times.forEach((query, durations) -> copy.put(query.label(), durations.since(new Durations())));
        return copy;
    }

    /** Returns the number of requests that were not answered with 200. */
    int failed() {
        return failed.get();
    }
}

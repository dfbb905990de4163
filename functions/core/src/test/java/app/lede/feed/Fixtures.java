package app.lede.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads the fixture feeds as if fetched from {@link #URL}. */
final class Fixtures {

    static final String URL = "https://feeds.example/path/feed";

    private Fixtures() {}

    static byte[] bytes(String name) {
        try (InputStream file = Fixtures.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Feed feed(String name) {
        return feed(bytes(name));
    }

    static Feed feedOf(String xml) {
        return feed(xml.getBytes(StandardCharsets.UTF_8));
    }

    static Feed feed(byte[] body) {
        return switch (new FeedReader().read(body, null, URL)) {
            case FeedReading.Read read -> read.feed();
            case FeedReading.Index index -> throw new AssertionError("an index: " + index);
            case FeedReading.NotAFeed not -> throw new AssertionError("not a feed: " + not.detail());
        };
    }

    static FeedReading.NotAFeed notAFeed(byte[] body) {
        return switch (new FeedReader().read(body, null, URL)) {
            case FeedReading.Read read -> throw new AssertionError("a feed: " + read.feed());
            case FeedReading.Index index -> throw new AssertionError("an index: " + index);
            case FeedReading.NotAFeed not -> not;
        };
    }
}

package app.lede.fetch;

import java.util.Optional;

public record CanonicalUrl(String value) {
    public static Optional<CanonicalUrl> of(String url) {
        return Optional.of(new CanonicalUrl(url));
    }
}

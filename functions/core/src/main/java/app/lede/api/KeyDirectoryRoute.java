package app.lede.api;

import app.lede.signature.KeyDirectory;
import java.util.Locale;
import java.util.Optional;

/** Serves the public keys that a stack signs its requests with. Thread safe. */
final class KeyDirectoryRoute {

    private final KeyDirectory keys;

    KeyDirectoryRoute(KeyDirectory keys) {
        this.keys = keys;
    }

    /** Handles {@code GET /.well-known/http-message-signatures-directory}; public, and kept by caches. */
    Answer directory(Request request) {
        Optional<String> authority = request.authority().map(host -> host.toLowerCase(Locale.ROOT));
        if (authority.isEmpty()) {
            return Problem.notFound("the directory is signed for its host, and the request names none");
        }
        return keys.signed(authority.get())
                .map(signed -> Answer.text(200, KeyDirectory.MEDIA_TYPE, signed.body())
                        .with("content-digest", signed.digest())
                        .with("signature-input", signed.input())
                        .with("signature", signed.signature())
                        .with("etag", Answer.etag(signed.body()))
                        .with("cache-control", "public, max-age=" + KeyDirectory.KEPT.toSeconds()))
                .orElseGet(() -> Problem.notFound("this stack does not sign its requests"));
    }
}

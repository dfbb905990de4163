package app.lede.web;

import app.lede.fetch.FetchOutcome.Blocked;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.WebUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The redirects of one fetch: start, current URL, and the redirects it refuses. Not thread safe. */
final class RedirectChain {

    private static final int MAX_SHOWN = 200;

    private final URI start;
    private final int limit;
    private final List<Redirect> redirects = new ArrayList<>();
    private WebUrl current;

    RedirectChain(WebUrl start, int limit) {
        this(start, List.of(), start, limit);
    }

    /** Continues an earlier fetch after redirects that end at {@code current}. */
    RedirectChain(WebUrl start, List<Redirect> behind, WebUrl current, int limit) {
        this.start = start.uri();
        this.limit = limit;
        this.redirects.addAll(behind);
        this.current = current;
    }

    WebUrl current() {
        return current;
    }

    List<Redirect> redirects() {
        return List.copyOf(redirects);
    }

    /** Follows a redirect, or returns the reason not to. The new URL is not yet checked by the guard. */
    Optional<Blocked> advance(Hop.Moved moved) {
        return advance(moved, false);
    }

    /** Advances likewise, but may request an address again after a response that set new cookies. */
    Optional<Blocked> advance(Hop.Moved moved, boolean freshCookies) {
        Optional<WebUrl> target = current.resolve(moved.location());
        if (target.isEmpty()) {
            return Optional.of(new Blocked(shown(moved.location()), "redirect to what is no http or https URL"));
        }
        Optional<String> objection = objection(target.get(), freshCookies);
        if (objection.isEmpty()) {
            redirects.add(
                    new Redirect(current.uri(), moved.status(), target.get().uri()));
            current = target.get();
        }
        return objection.map(reason -> new Blocked(target.get().toString(), reason));
    }

    private Optional<String> objection(WebUrl target, boolean freshCookies) {
        URI next = target.uri();
        boolean known = next.equals(start)
                || redirects.stream().anyMatch(hop -> hop.target().equals(next));
        if (known && !freshCookies) {
            return Optional.of("redirect loop");
        }
        if (redirects.size() == limit) {
            return Optional.of("more than " + limit + " redirects");
        }
        boolean downgrade = current.scheme().equals("https") && target.scheme().equals("http");
        return downgrade ? Optional.of("redirect from https to http") : Optional.empty();
    }

    private static String shown(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) : text;
    }
}

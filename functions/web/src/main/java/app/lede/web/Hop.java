package app.lede.web;

import app.lede.fetch.FetchOutcome;
import java.util.List;

/** Result of one hop. */
sealed interface Hop {

    /** The fetch ends with this outcome. */
    record Final(FetchOutcome outcome) implements Hop {}

    /** A redirect; the location as sent, relative or absolute, not yet checked. */
    record Moved(int status, String location, List<String> cookies) implements Hop {

        public Moved {
            cookies = List.copyOf(cookies);
        }

        /** Creates a redirect without cookies. */
        Moved(int status, String location) {
            this(status, location, List.of());
        }
    }
}

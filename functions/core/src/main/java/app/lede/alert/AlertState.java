package app.lede.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Progress of the alerts of one search.
 *
 * @param position key of the index by arrival up to which everything is sent, inclusive
 * @param pending key up to which an alert is being sent: a crash in between sends the same alert again; null for none
 * @param lastMatch arrival of the last article found, or when the search was saved
 * @param silent whether the silence since then has been told
 */
public record AlertState(String position, @Nullable String pending, Instant lastMatch, boolean silent) {

    /** Returns the time of the position. */
    Instant reached() {
        int end = position.indexOf('#');
        return Instant.parse(end < 0 ? position : position.substring(0, end));
    }

    AlertState at(String key) {
        return new AlertState(key, null, lastMatch, silent);
    }

    AlertState sending(String key, Instant match) {
        return new AlertState(position, key, match, false);
    }

    AlertState told() {
        return new AlertState(position, pending, lastMatch, true);
    }
}

package app.lede.web;

import app.lede.fetch.FetchOutcome;

/** Result of one hop. */
sealed interface Answer {

    /** The fetch ends with this outcome. */
    record Final(FetchOutcome outcome) implements Answer {}

    /** A redirect; the location as sent, relative or absolute, not yet checked. */
    record Moved(int status, String location) implements Answer {}
}

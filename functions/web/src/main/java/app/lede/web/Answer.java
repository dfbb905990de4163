package app.lede.web;

import app.lede.fetch.FetchOutcome;

/** What one hop led to. */
sealed interface Answer {

    /** The end of the fetch. */
    record Final(FetchOutcome outcome) implements Answer {}

    /** Somewhere else; the location as sent, relative or absolute, not yet judged. */
    record Moved(int status, String location) implements Answer {}
}

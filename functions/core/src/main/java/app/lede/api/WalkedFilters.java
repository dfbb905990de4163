package app.lede.api;

import app.lede.search.Filter;

/**
 * Filters that exports and alerts can walk over.
 *
 * @param searchable whether the stack has a search index
 */
record WalkedFilters(boolean searchable) {

    /** Adds a fault where a filter cannot be walked over. */
    void check(Fields fields, Filter filter) {
        if (filter.similarTo() != null) {
            fields.fault("filter", "similar_to: what is similar changes with every article; leave it out here");
        } else if (filter.story() != null) {
            fields.fault("filter", "story: its articles change with every report; leave it out here");
        } else if (filter.q() != null && !searchable) {
            fields.fault("filter", "q: this stack has no search index (template parameter Search)");
        }
    }
}

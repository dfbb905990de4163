package app.lede.local.command.bench.load;

import java.util.Locale;
import java.util.Random;

/** Kind of request that readers make. */
enum Query {
    NEWEST,
    ARRIVAL,
    CHANGED,
    SEARCH,
    COUNTS,
    STORIES,
    ARTICLE,
    TEXT;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the path of a request.
     *
     * @param article an id, as last listed
     */
    String path(Random random, String article) {
        return switch (this) {
            case NEWEST -> "/v1/articles?sort=newest&limit=20";
            case ARRIVAL -> "/v1/articles?sort=arrival&limit=20";
            case CHANGED -> "/v1/articles?sort=changed&limit=20";
            case SEARCH -> "/v1/articles?limit=20&q=" + MadeUpPage.word(random);
            case COUNTS -> "/v1/counts?by=country";
            case STORIES -> "/v1/stories?limit=20";
            case ARTICLE -> "/v1/articles/" + article;
            case TEXT -> "/v1/articles/" + article + "/text";
        };
    }
}

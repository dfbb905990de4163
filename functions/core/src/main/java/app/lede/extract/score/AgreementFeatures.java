package app.lede.extract.score;

import app.lede.article.Metadata;
import app.lede.extract.page.Passage;
import app.lede.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Features from agreement with the page's own statements: its structured data, description and authors. */
final class AgreementFeatures {

    /** Shingle count below which a claimed text is only the article's opening, if the page has twice as much prose. */
    private static final int TEASER_SHINGLES = 120;

    private static final int MAX_BYLINE_WORDS = 12;
    private static final int SHORT = 4;

    private final PageContext page;
    private final String claim;
    private final @Nullable String description;
    private final List<String> authors;

    AgreementFeatures(PageContext page) {
        this.page = page;
        this.claim = claim(page);
        Metadata metadata = page.declared().article();
        this.description = metadata.description() == null ? null : Words.key(metadata.description());
        this.authors = metadata.authors().stream().map(Words::key).toList();
    }

    private static String claim(PageContext page) {
        int size = page.claimedBody().size();
        if (size == 0) {
            return "claimed=none";
        }
        boolean teaser = size < TEASER_SHINGLES && size < page.totals().totalProse() / 2;
        return teaser ? "claimed=teaser" : "";
    }

    void add(int i, FeatureSink features) {
        Passage passage = page.passages().get(i);
        features.add(claim.isEmpty() ? claimed(passage) : claim);
        String key = passage.key();
        if (description != null && passage.words() > SHORT) {
            description(key, description, page.side(i), features);
        }
        if (passage.words() <= MAX_BYLINE_WORDS && authors.stream().anyMatch(key::contains)) {
            features.add("author");
        }
        if (page.isRepeated(i)) {
            features.add("repeated");
        }
    }

    private String claimed(Passage passage) {
        double share = page.claimedBody().shareOf(passage.key());
        String agreement = share > 0.7 ? "in" : share > 0.3 ? "partly" : "out";
        String size = passage.words() < SHORT ? ",short" : passage.words() < MAX_BYLINE_WORDS ? ",line" : "";
        return "claimed=" + agreement + size;
    }

    private static void description(String key, String description, String side, FeatureSink features) {
        if (key.equals(description)) {
            features.add("description=same,", side);
        } else if (key.startsWith(description) || description.startsWith(key)) {
            features.add("description=start,", side);
        }
    }
}

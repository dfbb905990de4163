package app.lede.extract.score;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects named features for and against each passage being part of the article. {@code linear-model.tsv} has their
 * weights; a passage's score is the sum.
 */
final class Features {

    private final PageContext page;
    private final PositionFeatures place;
    private final AgreementFeatures agreement;

    Features(PageContext page) {
        this.page = page;
        this.place = new PositionFeatures(page);
        this.agreement = new AgreementFeatures(page);
    }

    /** Returns the features of a passage, without duplicates. */
    List<String> of(int i) {
        List<String> features = new ArrayList<>(96);
        PassageFeatures.add(page.passages().get(i), page.totals(), features);
        place.add(i, features);
        agreement.add(i, features);
        return features.stream().distinct().toList();
    }
}

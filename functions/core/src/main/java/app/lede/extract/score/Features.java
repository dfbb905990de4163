package app.lede.extract.score;

import java.util.ArrayList;
import java.util.List;

/**
 * What speaks for or against each passage of a page being part of the article, as named features. Each name has a weight in
 * {@code linear-model.tsv}; a passage's score is the sum of the weights of its features.
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

    /** The features of a passage, each once. */
    List<String> of(int i) {
        List<String> features = new ArrayList<>(96);
        PassageFeatures.add(page.passages().get(i), page.totals(), features);
        place.add(i, features);
        agreement.add(i, features);
        return features.stream().distinct().toList();
    }
}

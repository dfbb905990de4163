package app.lede.extract.score;

/**
 * Names the features for and against each passage being part of the article. {@code linear-model.tsv} has their
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

    /** Adds the features of a passage; some may be added more than once. */
    void add(int i, FeatureSink features) {
        PassageFeatures.add(page.passages().get(i), page.totals(), features);
        place.add(i, features);
        agreement.add(i, features);
    }
}

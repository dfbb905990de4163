package app.lede.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * What speaks for or against each passage of a page being part of the article, as named clues. Each name has a weight in
 * {@code clues.tsv}; a passage's score is the sum of the weights of its clues.
 */
final class Clues {

    private final PageContext page;
    private final PlaceClues place;
    private final AgreementClues agreement;

    Clues(PageContext page) {
        this.page = page;
        this.place = new PlaceClues(page);
        this.agreement = new AgreementClues(page);
    }

    /** The clues of a passage, each once. */
    List<String> of(int i) {
        List<String> clues = new ArrayList<>(96);
        OwnClues.add(page.passages().get(i), page.totals(), clues);
        place.add(i, clues);
        agreement.add(i, clues);
        return clues.stream().distinct().toList();
    }
}

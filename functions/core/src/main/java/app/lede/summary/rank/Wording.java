package app.lede.summary.rank;

/** Features of a sentence by its own words and marks. */
final class Wording {

    private static final int LABEL = 40;

    private final StopWords words;

    Wording(StopWords words) {
        this.words = words;
    }

    /** Adds fourteen features. */
    void of(Passage passage, int order, Row row) {
        String text = passage.text();
        int size = Math.max(1, passage.words());
        int capitals = 0;
        int numbers = 0;
        boolean personal = false;
        for (Term term : passage.terms()) {
            capitals += term.capital() ? 1 : 0;
            numbers += Character.isDigit(term.stem().charAt(0)) ? 1 : 0;
            personal |= words.isPersonal(term.stem());
        }
        boolean refers = order > 0
                && !passage.terms().isEmpty()
                && words.opens(passage.terms().getFirst().stem());
        char last = lastLetterOrMark(text);
        int colon = text.indexOf(':');
        row.add("\"“”„«'‘「『".indexOf(text.charAt(0)) >= 0)
                .add(Math.min(quotes(text), 4) / 2.0)
                .add("?？؟".indexOf(last) >= 0)
                .add(refers)
                .add(3.0 * capitals / size)
                .add(Math.min(capitals, 6) / 4.0)
                .add(5.0 * numbers / size)
                .add(Math.min(numbers, 3) / 2.0)
                .add(".!?…。！？।؟۔።".indexOf(last) < 0)
                .add(colon >= 0 && colon < LABEL)
                .add(text.contains("--") || text.contains(" – ") || text.contains(" — ") || text.contains(" - "))
                .add(text.indexOf('(') >= 0)
                .add(personal)
                .add(passage.caption());
    }

    private static int quotes(String text) {
        int quotes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quotes += c == '"' || c == '“' || c == '”' || c == '«' || c == '»' ? 1 : 0;
        }
        return quotes;
    }

    private static char lastLetterOrMark(String text) {
        int at = text.length() - 1;
        while (at > 0 && "\"'”’» )]」』".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return text.charAt(at);
    }
}

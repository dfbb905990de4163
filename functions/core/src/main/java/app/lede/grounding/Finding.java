package app.lede.grounding;

/**
 * One reason not to show a summary.
 *
 * @param sentence index of the sentence, from 0
 * @param detail the words that have no support; at most {@value #LONGEST} characters
 */
public record Finding(Falsehood kind, int sentence, String detail) {

    private static final int LONGEST = 60;

    public Finding {
        if (detail.length() > LONGEST) {
            int end = Character.isHighSurrogate(detail.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
            detail = detail.substring(0, end) + "…";
        }
    }
}

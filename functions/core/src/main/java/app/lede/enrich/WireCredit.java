package app.lede.enrich;

import app.lede.enrich.Agencies.Credit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the news agency that an article credits: in its dateline, as an author, or in its last lines: {@code (AP)},
 * {@code Quelle: dpa}, {@code © 2026 AFP}. An agency that the text quotes is none. Thread safe.
 */
final class WireCredit {

    /** Characters of the last lines, and words of one. */
    private static final int TAIL = 300;

    private static final int LINES = 3;
    private static final int MOST_WORDS = 9;

    private static final Pattern BRACKETED = Pattern.compile("[(\\[/（][^()\\[\\]（）]{1,30}[)\\]/）]\\.?\\s*$");

    private final Agencies agencies;

    WireCredit(Agencies agencies) {
        this.agencies = agencies;
    }

    /** Returns the agency by its usual name. */
    Optional<String> in(String text, Optional<Dateline> dateline, List<String> authors) {
        return dateline.map(Dateline::agency)
                .or(() -> authors.stream()
                        .flatMap(author -> author(author).stream())
                        .findFirst())
                .or(() -> last(text));
    }

    private Optional<String> author(String author) {
        Optional<String> named = agencies.named(author);
        return named.isPresent() || author.length() > 80
                ? named
                : agencies.first(author)
                        .filter(credit -> !credit.isShort() || author.contains("/"))
                        .map(Credit::agency);
    }

    private Optional<String> last(String text) {
        String tail = text.substring(Math.max(0, text.length() - TAIL)).stripTrailing();
        for (int line = 0; line < LINES && !tail.isEmpty(); line++) {
            int start = tail.lastIndexOf('\n') + 1;
            Optional<String> found = line(tail.substring(start).strip());
            if (found.isPresent()) {
                return found;
            }
            tail = tail.substring(0, start).stripTrailing();
        }
        return Optional.empty();
    }

    /** Returns the agency of a line that is a credit, or ends in one in brackets. */
    private Optional<String> line(String line) {
        java.util.regex.Matcher bracketed = BRACKETED.matcher(line);
        if (bracketed.find()) {
            Optional<String> found = agencies.first(bracketed.group()).map(Credit::agency);
            if (found.isPresent()) {
                return found;
            }
        }
        long words = 1 + line.chars().filter(Character::isWhitespace).count();
        return words > MOST_WORDS
                ? Optional.empty()
                : agencies.first(line).filter(credit -> isCredit(line, credit)).map(Credit::agency);
    }

    /** Tests for a line of agencies and marks of sources alone: it has no verb, so it is short, and no sentence ends in it. */
    private static boolean isCredit(String line, Credit credit) {
        boolean alone = credit.start() == 0 && credit.end() == line.length();
        char before = credit.start() > 1 ? line.charAt(credit.start() - 1) : ' ';
        String left = line.substring(0, credit.start()).stripTrailing();
        boolean marked = left.endsWith(":")
                || left.endsWith("：")
                || left.endsWith("©")
                || left.endsWith("/")
                || left.endsWith("—")
                || left.endsWith("–")
                || before == '/'
                || left.matches(".{0,12}©[ \\d]{0,6}")
                || line.startsWith("/", credit.end());
        return alone || (marked && !line.endsWith("?"));
    }
}

package app.lede.document.mail;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that mail programs put around forwarded mails, in many languages; from {@code forwards.tsv}. */
final class ForwardWords {

    /** The meaning of a header field. */
    enum Field {
        FROM,
        DATE,
        SUBJECT,
        OTHER
    }

    private static final List<List<String>> ROWS = Table.lines(ForwardWords.class, "forwards.tsv").stream()
            .map(Table::columns)
            .toList();

    /** A line above a forwarded mail (group 1) or an answered one. */
    static final Pattern OPENING = Pattern.compile("(?im)^[>\\h]*+(?:[-_=*]{2,40}+\\h*+)?(?:(" + words("forward") + ")|"
            + words("original") + ")[^\\n:：\\-_=]{0,40}(?:[-_=*]{2,40}+|[:：])\\h*+$");

    private static final Pattern FORWARDED =
            Pattern.compile("(?iu)^\\s*+(?:" + words("prefix") + ")\\s*+(?:\\[\\d{1,9}])?+[:：].*");

    private static final Pattern ANSWERED =
            Pattern.compile("(?i)^\\s*+(?:re|aw|sv|antw|odp|rif|res|ynt|回复|答复|回覆)\\s*+(?:\\[\\d{1,9}])?+[:：].*");

    private static final Map<String, Field> FIELDS = fields();

    private ForwardWords() {}

    private static String words(String kind) {
        return ROWS.stream()
                .filter(row -> row.get(0).equals(kind))
                .map(row -> Pattern.quote(row.get(1)))
                .collect(Collectors.joining("|"));
    }

    private static Map<String, Field> fields() {
        return ROWS.stream()
                .filter(row -> List.of("from", "date", "subject", "other").contains(row.get(0)))
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.get(1),
                        row -> switch (row.get(0)) {
                            case "from" -> Field.FROM;
                            case "date" -> Field.DATE;
                            case "subject" -> Field.SUBJECT;
                            default -> Field.OTHER;
                        },
                        (first, second) -> first));
    }

    static Optional<Field> field(String name) {
        return Optional.ofNullable(FIELDS.get(LowerCase.of(name.strip())));
    }

    /** Tests whether a subject marks a forward. */
    static boolean isForward(String subject) {
        return FORWARDED.matcher(subject).matches();
    }

    /** Tests whether a subject marks an answer. */
    static boolean isAnswer(String subject) {
        return ANSWERED.matcher(subject).matches();
    }
}

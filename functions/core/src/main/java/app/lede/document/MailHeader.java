package app.lede.document;

import app.lede.text.LowerCase;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the header of a mail (RFC 5322, section 2.2), whatever its first field and in any case. */
final class MailHeader {

    private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,76})[ \\t]?:.*");

    /** Separates mails in an mbox file; some programs keep it when they save one mail. */
    private static final Pattern ENVELOPE = Pattern.compile("From \\S.*\\d{4}.*");

    /** Fields that only mails and saved pages have. */
    private static final Set<String> DECISIVE = Set.of(
            "from",
            "received",
            "return-path",
            "message-id",
            "mime-version",
            "delivered-to",
            "dkim-signature",
            "content-transfer-encoding",
            "snapshot-content-location");

    private static final Set<String> COMMON =
            Set.of("to", "cc", "bcc", "subject", "date", "sender", "reply-to", "content-type", "content-location");

    private MailHeader() {}

    /** Tests whether a text, with {@code \n} at line ends, begins with a header of two known fields, one of them decisive. */
    static boolean begins(String text) {
        Set<String> names = new HashSet<>();
        boolean first = true;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            boolean folded = !first && (line.startsWith(" ") || line.startsWith("\t"));
            Matcher field = FIELD.matcher(line);
            if (field.matches()) {
                names.add(LowerCase.of(field.group(1)));
            } else if (!folded && !(first && ENVELOPE.matcher(line).matches())) {
                // The header ends at an empty line; a list of fields that goes on as text is none.
                return line.isEmpty() && isMail(names);
            }
            first = false;
        }
        return isMail(names);
    }

    private static boolean isMail(Set<String> names) {
        long known = names.stream()
                .filter(name -> DECISIVE.contains(name) || COMMON.contains(name))
                .count();
        return known >= 2 && names.stream().anyMatch(DECISIVE::contains);
    }
}

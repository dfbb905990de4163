package app.lede.document.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a mail out of a file of Apple Mail (EMLX): a line with the mail's length in bytes, the mail, and a property list about it.
 */
public final class AppleMail {

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,9}) {0,12}\\r?\\n");
    private static final int HEAD = 24;
    private static final String END = "<?xml";

    private AppleMail() {}

    /** Returns the mail in the file; empty if the file is of another kind. */
    public static Optional<byte[]> mail(byte[] file) {
        String head = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1);
        Matcher line = LENGTH.matcher(head);
        if (!line.lookingAt()) {
            return Optional.empty();
        }
        long end = line.end() + Long.parseLong(line.group(1));
        return end <= file.length && isEnd(file, (int) end)
                ? Optional.of(Arrays.copyOfRange(file, line.end(), (int) end))
                : Optional.empty();
    }

    /** Tests for the end of the file or a property list. */
    private static boolean isEnd(byte[] file, int end) {
        String rest = new String(file, end, Math.min(HEAD, file.length - end), StandardCharsets.ISO_8859_1);
        return rest.isBlank() || rest.stripLeading().startsWith(END);
    }
}

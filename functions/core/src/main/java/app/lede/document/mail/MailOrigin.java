package app.lede.document.mail;

import app.lede.document.ReadingRefused;
import app.lede.text.LowerCase;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header of a mail as Amazon SES received it: its sender, and the verdicts that SES writes above the sender's own fields.
 *
 * @param address of the sender in lower case; null if the header has none
 * @param name of the sender; null if the header has none
 * @param virus verdict on viruses, for example PASS or FAIL; empty if SES did not receive the mail
 * @param spam verdict on spam
 * @param authentication results of SPF, DKIM and DMARC (RFC 8601) in lower case
 */
public record MailOrigin(
        @Nullable String address, @Nullable String name, String virus, String spam, String authentication) {

    private static final Pattern SENDER =
            Pattern.compile("^\\s*(?:\"?([^\"<>]{0,200}?)\"?\\s*<)?([^<>@\\s]{1,64}@[^<>@\\s,;]{1,253})>?");

    private static final int MAX_FIELD = 1000;

    /** Reads the header; empty if the bytes are no mail. */
    public static Optional<MailOrigin> of(byte[] mail) {
        try {
            Map<String, String> header = Message.header(mail);
            String from = header.getOrDefault("from", "");
            Matcher sender = SENDER.matcher(from.substring(0, Math.min(from.length(), MAX_FIELD)));
            boolean known = sender.find();
            return header.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MailOrigin(
                            known ? LowerCase.of(sender.group(2)) : null,
                            known ? named(sender.group(1)) : null,
                            header.getOrDefault("x-ses-virus-verdict", ""),
                            header.getOrDefault("x-ses-spam-verdict", ""),
                            LowerCase.of(header.getOrDefault("authentication-results", ""))));
        } catch (ReadingRefused e) {
            return Optional.empty(); // Broken: the reader of documents says how.
        }
    }

    private static @Nullable String named(@Nullable String name) {
        return name == null || name.isBlank() ? null : name.strip();
    }

    /** Tests whether SES received the mail and examined it. */
    public boolean isExamined() {
        return !virus.isEmpty() && !spam.isEmpty();
    }

    /** Tests whether SPF or DKIM proves the sender's domain, and its own policy does not disown the mail. */
    public boolean isProven() {
        return !isDisowned() && (authentication.contains("dkim=pass") || authentication.contains("spf=pass"));
    }

    /** Tests whether the policy of the sender's domain (DMARC) disowns the mail. */
    public boolean isDisowned() {
        return authentication.contains("dmarc=fail");
    }
}

package app.lede.document.mail;

import app.lede.text.LowerCase;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header block that mail programs write above a forwarded mail: its sender and subject.
 *
 * @param from as written; empty if missing
 * @param subject as written; empty if missing
 */
record ForwardedHeader(String from, String subject) {

    private static final List<String> RULED = List.of(
            "forwarded message",
            "original message",
            "weitergeleitete nachricht",
            "ursprüngliche nachricht",
            "message transféré",
            "mensaje reenviado",
            "mensagem encaminhada",
            "messaggio inoltrato",
            "doorgestuurd bericht");

    private static final List<String> PLAIN = List.of(
            "begin forwarded message:", "anfang der weitergeleiteten nachricht:", "début du message réexpédié :");

    private static final List<String> FROM = List.of("from", "von", "de", "da", "van");

    private static final List<String> SUBJECT =
            List.of("subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp");

    private static final List<String> OTHERS = List.of(
            "date",
            "datum",
            "gesendet",
            "sent",
            "fecha",
            "data",
            "to",
            "an",
            "à",
            "para",
            "a",
            "aan",
            "cc",
            "reply-to");

    private static final Pattern OPENING = Pattern.compile("(?im)^\\h*+(?:-{2,12}+\\h*+(?:" + String.join("|", RULED)
            + ")\\h*+-{2,12}+|" + String.join("|", PLAIN) + ")\\h*+$");

    private static final Pattern FIELD = Pattern.compile("(?im)^[>*\\h]*+("
            + String.join("|", FROM) + "|" + String.join("|", SUBJECT) + "|" + String.join("|", OTHERS)
            + ")\\*?\\h?:\\*?\\h*(.{0,500})$");

    /** Characters after the opening line searched for fields. */
    private static final int WINDOW = 2000;

    /** Finds the header and the text below it; empty if nothing was forwarded. */
    static Optional<Rest> in(String text) {
        Matcher opening = OPENING.matcher(text);
        if (!opening.find()) {
            return Optional.empty();
        }
        String from = "";
        String subject = "";
        int end = opening.end();
        Matcher field = FIELD.matcher(text).region(end, Math.min(text.length(), end + WINDOW));
        while (field.find() && text.substring(end, field.start()).isBlank()) {
            String name = LowerCase.of(field.group(1));
            if (FROM.contains(name) && from.isEmpty()) {
                from = field.group(2).strip();
            } else if (SUBJECT.contains(name)) {
                subject = field.group(2).strip();
            }
            end = field.end();
        }
        return Optional.of(new Rest(new ForwardedHeader(from, subject), text.substring(end)));
    }

    /** A forwarded mail's header, and the text below it. */
    record Rest(ForwardedHeader header, String text) {}
}

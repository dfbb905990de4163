package app.lede.document.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header that a mail program writes above a mail it forwards: whom that was from, and its subject.
 *
 * @param from as it stands there, empty where it does not
 * @param subject as it stands there, empty where it does not
 */
record ForwardedHeader(String from, String subject) {

    private static final Pattern OPENING = Pattern.compile(
            "(?im)^[ \\t]*(?:-{2,12}[ \\t]*(?:forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht"
                    + "|message transféré|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht)[ \\t]*-{2,12}"
                    + "|begin forwarded message:|anfang der weitergeleiteten nachricht:|début du message réexpédié :)[ \\t]*$");

    private static final Pattern FIELD = Pattern.compile(
            "(?im)^[ \\t>*]*(from|von|de|da|van|subject|betreff|objet|asunto|assunto|oggetto|onderwerp|date|datum|gesendet|sent|fecha|data"
                    + "|to|an|à|para|a|aan|cc|reply-to)\\*?[ \\t]?:\\*?[ \\t]*(.{0,500})$");

    /** Fields stand within so many characters after the opening. */
    private static final int WINDOW = 2000;

    /** The header and where the text goes on after it; empty where nothing was forwarded. */
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
            switch (field.group(1).toLowerCase(Locale.ROOT)) {
                case "from", "von", "de", "da", "van" -> from = from.isEmpty() ? field.group(2).strip() : from;
                case "subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp" ->
                    subject = field.group(2).strip();
                default -> {}
            }
            end = field.end();
        }
        return Optional.of(new Rest(new ForwardedHeader(from, subject), text.substring(end)));
    }

    /** A forwarded mail's header, and the text below it. */
    record Rest(ForwardedHeader header, String text) {}
}

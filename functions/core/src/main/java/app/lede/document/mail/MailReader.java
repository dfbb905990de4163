package app.lede.document.mail;

import app.lede.document.Charsets;
import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Rank;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.DocumentType;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Page;
import app.lede.document.Reading.Plain;
import app.lede.document.Reading.Problem;
import app.lede.document.Reading.Unreadable;
import app.lede.document.ReadingRefused;
import app.lede.text.LowerCase;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * Reads mails (EML) and saved pages (MHTML; RFC 2557). Prefers a mail's HTML alternative to its plain text; takes
 * subject, sender and date as metadata; removes the sender's standing footer.
 *
 * <p>Thread safe.
 */
public final class MailReader {

    private static final Pattern PREFIXES = Pattern.compile(
            "(?i)^(?:\\s*+(?:re|aw|sv|fwd?|wg|tr|rv|enc|i|vs|vb|vl|pd|odp|antw|doorst|转发|回复|答复|転送)\\s*+(?:\\[\\d{1,9}])?+[:：]\\s*+){1,20}");

    private final MailNoise noise = MailNoise.load();
    private final Attachments attachments;

    /** Creates a reader; {@code opener} reads attached documents. */
    public MailReader(DocumentOpener opener) {
        this.attachments = new Attachments(opener);
    }

    /** Opens an attached document. */
    @FunctionalInterface
    public interface DocumentOpener {

        /** Reads a document; {@code depth} counts the mails around it. */
        Reading read(RawDocument document, int depth);
    }

    /** Reads a document in mail format; {@code depth} counts the mails around it. */
    public Reading read(byte[] bytes, int depth) throws ReadingRefused {
        Message message = Message.of(withLineFeeds(bytes));
        return isSavedPage(message) ? savedPage(message) : mail(message, depth);
    }

    /** Returns a mail of a classic Mac, whose lines end with a carriage return alone, in a form that parsers read. */
    private static byte[] withLineFeeds(byte[] bytes) {
        for (byte each : bytes) {
            if (each == '\n') {
                return bytes;
            }
        }
        byte[] mail = bytes.clone();
        for (int i = 0; i < mail.length; i++) {
            mail[i] = mail[i] == '\r' ? (byte) '\n' : mail[i];
        }
        return mail;
    }

    /** Tests for a page saved by a browser: marked as such, or a page with an address and no recipient. */
    private static boolean isSavedPage(Message message) {
        boolean sent =
                message.field("to").isPresent() || message.field("message-id").isPresent();
        boolean placed =
                message.page().filter(part -> isAddress(part.location())).isPresent();
        return message.field("snapshot-content-location").isPresent()
                || message.field("from")
                        .filter(from -> from.startsWith("<Saved by"))
                        .isPresent()
                || (placed && !sent);
    }

    private Reading mail(Message packed, int depth) throws ReadingRefused {
        Message message = unpacked(packed);
        checkReadable(message);
        List<Part> shown = message.shown();
        Optional<Reading> own = own(message, shown);
        Unreadable nothing = new Unreadable(
                Problem.EMPTY,
                shown.isEmpty() ? "a mail without a text: it has attachments, or nothing" : "a mail that says nothing");
        return attachments.orStory(message, own.orElse(null), about(message, Optional.empty()), depth, nothing);
    }

    private Optional<Reading> own(Message message, List<Part> shown) {
        return MailText.html(shown).flatMap(dom -> html(dom, message)).or(() -> MailText.plain(shown)
                .flatMap(text -> plain(text, message)));
    }

    /** Returns the stories attached to a mail that is a note itself; fewer than two are read with the mail. */
    public List<RawDocument> stories(byte[] bytes) throws ReadingRefused {
        Message message = unpacked(Message.of(withLineFeeds(bytes)));
        return isSavedPage(message)
                ? List.of()
                : attachments.stories(message, own(message, message.shown()).orElse(null));
    }

    /** Takes a mail out of its signatures, as many as real ones have. */
    private static Message unpacked(Message packed) throws ReadingRefused {
        Message message = packed;
        for (int i = 0; i < Attachments.MAX_DEPTH; i++) {
            Optional<Part> first = message.root().leaves().findFirst().filter(MailReader::isPacked);
            Optional<byte[]> content =
                    first.isPresent() ? SignedContent.of(first.get().bytes()) : Optional.empty();
            if (content.isEmpty()) {
                return message;
            }
            message = message.with(Message.of(content.get()));
        }
        return message;
    }

    private static boolean isPacked(Part part) {
        return part.type().endsWith("pkcs7-mime");
    }

    private static void checkReadable(Message message) throws ReadingRefused {
        if (message.field("content-type")
                .filter(type -> LowerCase.of(type).contains("multipart/encrypted"))
                .isPresent()) {
            throw new ReadingRefused(
                    Problem.ENCRYPTED, "an encrypted mail (PGP): decrypt it in your mail program and save it again");
        }
        if (message.root().leaves().findFirst().filter(MailReader::isPacked).isPresent()) {
            throw new ReadingRefused(
                    Problem.ENCRYPTED, "an encrypted mail (S/MIME): save it as text from your mail program");
        }
    }

    private Optional<Reading> html(Document dom, Message message) {
        HtmlLines lines = HtmlLines.of(dom.body());
        Optional<Forward> forward =
                Forward.in(lines.text(), message.field("subject").orElse(""));
        forward.ifPresent(found -> lines.removeBefore(found.start()));
        noise.removeFrom(dom);
        return dom.hasText() ? Optional.of(new Markup(dom, about(message, forward))) : Optional.empty();
    }

    private Optional<Reading> plain(Charsets.Decoded decoded, Message message) {
        Optional<Forward> forward =
                Forward.in(decoded.text(), message.field("subject").orElse(""));
        String text =
                noise.without(forward.map(found -> found.rest(decoded.text())).orElse(decoded.text()));
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new Plain(text, decoded.charset(), DocumentType.TEXT, about(message, forward)));
    }

    private static Reading savedPage(Message message) throws ReadingRefused {
        Part root = message.page()
                .orElseThrow(() -> new ReadingRefused(Problem.EMPTY, "a saved page without a page in it"));
        String location = Stream.of(
                        Optional.of(root.location()),
                        message.field("snapshot-content-location"),
                        message.field("content-location"))
                .flatMap(Optional::stream)
                .filter(MailReader::isAddress)
                .findFirst()
                .orElse("");
        Charsets.Decoded decoded = root.decode();
        Document dom = MailText.page(decoded.text(), location);
        boolean declared = dom.selectFirst("link[rel=canonical][href]") != null;
        return new Page(
                dom,
                decoded.charset(),
                DocumentMetadata.ranked(Rank.AFTER_TEXT).and(Term.URL, declared ? "" : location));
    }

    private static boolean isAddress(String location) {
        return location.startsWith("http://") || location.startsWith("https://");
    }

    private static DocumentMetadata about(Message message, Optional<Forward> forwarded) {
        boolean list = message.field("list-id").isPresent()
                || message.field("list-unsubscribe").isPresent();
        Correspondent from = Correspondent.of(
                forwarded
                        .map(Forward::from)
                        .filter(name -> !name.isEmpty())
                        .or(() -> message.field("from"))
                        .orElse(""),
                list);
        String subject = forwarded
                .map(Forward::subject)
                .filter(line -> !line.isEmpty())
                .or(() -> message.field("subject"))
                .orElse("");
        // The date of forwarding is not the story's.
        Optional<String> sent = forwarded.isPresent()
                ? MailDate.written(forwarded.get().date())
                : message.field("date").flatMap(MailDate::header);
        return DocumentMetadata.ranked(Rank.BEFORE_TEXT)
                .and(Term.HEADLINE, withoutPrefixes(subject))
                .and(Term.AUTHOR, from.person())
                .and(Term.PUBLISHER, from.organisation())
                .and(Term.SENDER, from.domain())
                .and(Term.LANGUAGE, message.field("content-language").orElse(null))
                .and(Term.PUBLISHED, sent.orElse(null));
    }

    /** Removes "Re:", "Fwd:" and their equivalents in other languages. */
    private static String withoutPrefixes(String subject) {
        return PREFIXES.matcher(subject).replaceFirst("");
    }
}

package app.lede.document.mail;

import app.lede.document.Charsets;
import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Rank;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.DocumentType;
import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Page;
import app.lede.document.Reading.Plain;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads mails (EML) and saved pages (MHTML; RFC 2557). Prefers a mail's HTML alternative to its plain text; takes
 * subject, sender and date as metadata; removes the sender's standing footer.
 *
 * <p>Thread safe.
 */
public final class MailReader {

    private static final int MAX_DEPTH = 512;

    /** Longest line that is read as a date, in UTF-16 units; RFC 5322's are shorter than 50, its comment aside. */
    private static final int MAX_DATE = 100;

    private static final String FORWARDED = ".gmail_attr, div[id^=divRplyFwdMsg]";

    private static final Pattern PREFIXES =
            Pattern.compile("(?i)^(?:\\s*+(?:re|aw|sv|fwd?|wg|tr|rv|enc|i|vs)\\s*+(?:\\[\\d{1,9}])?+:\\s*+){1,20}");

    private final MailNoise noise = MailNoise.load();

    /** Reads a document in mail format. */
    public Reading read(byte[] bytes) throws ReadingRefused {
        Message message = Message.of(bytes);
        return isSavedPage(message) ? savedPage(message) : mail(message);
    }

    /** Tests for a page saved by a browser: marked as such, or a page with an address and no recipient. */
    private static boolean isSavedPage(Message message) {
        boolean sent =
                message.field("to").isPresent() || message.field("message-id").isPresent();
        boolean placed =
                message.html().filter(part -> isAddress(part.location())).isPresent();
        return message.field("snapshot-content-location").isPresent()
                || message.field("from")
                        .filter(from -> from.startsWith("<Saved by"))
                        .isPresent()
                || (placed && !sent);
    }

    private Reading mail(Message message) throws ReadingRefused {
        Optional<Part> html = message.html();
        if (html.isPresent()) {
            Document dom = parse(html.get().decode().text(), "");
            Optional<ForwardedHeader> forwarded = takeForwarded(dom);
            noise.removeFrom(dom);
            if (dom.hasText()) {
                return new Markup(dom, about(message, forwarded));
            }
        }
        return plain(message);
    }

    private Reading plain(Message message) throws ReadingRefused {
        Part part = message.plain()
                .orElseThrow(() ->
                        new ReadingRefused(Problem.EMPTY, "a mail without a text: it has attachments, or nothing"));
        Charsets.Decoded decoded = part.decode();
        Optional<ForwardedHeader.Rest> forwarded = ForwardedHeader.in(decoded.text());
        String text = noise.without(forwarded.map(ForwardedHeader.Rest::text).orElse(decoded.text()));
        if (text.isBlank()) {
            throw new ReadingRefused(Problem.EMPTY, "a mail that says nothing");
        }
        DocumentMetadata about = about(message, forwarded.map(ForwardedHeader.Rest::header));
        return new Plain(text, decoded.charset(), DocumentType.TEXT, about);
    }

    /** Removes the forwarded mail's header and everything the forwarder wrote above it. */
    private static Optional<ForwardedHeader> takeForwarded(Document dom) {
        Element header = dom.selectFirst(FORWARDED);
        Optional<ForwardedHeader> read = Optional.ofNullable(header)
                .flatMap(element -> ForwardedHeader.in(element.wholeText()))
                .map(ForwardedHeader.Rest::header);
        if (header != null && read.isPresent()) {
            for (Element element = header;
                    element != null && !element.normalName().equals("body");
                    element = element.parent()) {
                element.previousElementSiblings().remove();
            }
            header.remove();
        }
        return read;
    }

    private static Reading savedPage(Message message) throws ReadingRefused {
        Part root = message.html()
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
        Document dom = parse(decoded.text(), location);
        boolean declared = dom.selectFirst("link[rel=canonical][href]") != null;
        return new Page(
                dom,
                decoded.charset(),
                DocumentMetadata.ranked(Rank.AFTER_TEXT).and(Term.URL, declared ? "" : location));
    }

    private static Document parse(String html, String base) {
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, base);
    }

    private static boolean isAddress(String location) {
        return location.startsWith("http://") || location.startsWith("https://");
    }

    private static DocumentMetadata about(Message message, Optional<ForwardedHeader> forwarded) {
        boolean list = message.field("list-id").isPresent()
                || message.field("list-unsubscribe").isPresent();
        Correspondent from = Correspondent.of(
                forwarded
                        .map(ForwardedHeader::from)
                        .filter(name -> !name.isEmpty())
                        .or(() -> message.field("from"))
                        .orElse(""),
                list);
        String subject = forwarded
                .map(ForwardedHeader::subject)
                .filter(line -> !line.isEmpty())
                .or(() -> message.field("subject"))
                .orElse("");
        // The forwarded mail's date is written in its reader's language; the date of forwarding is another one.
        String sent = forwarded.isPresent() ? "" : message.field("date").orElse("");
        return DocumentMetadata.ranked(Rank.BEFORE_TEXT)
                .and(Term.HEADLINE, withoutPrefixes(subject))
                .and(Term.AUTHOR, from.person())
                .and(Term.PUBLISHER, from.organisation())
                .and(Term.SENDER, from.domain())
                .and(Term.LANGUAGE, message.field("content-language").orElse(null))
                .and(Term.PUBLISHED, date(sent).orElse(null));
    }

    /** Removes "Re:", "Fwd:" and their equivalents in other languages. */
    private static String withoutPrefixes(String subject) {
        return PREFIXES.matcher(subject).replaceFirst("");
    }

    /** Parses an RFC 5322 date, which may end in a comment and name its zone. */
    private static Optional<String> date(String field) {
        int comment = field.indexOf('(');
        String date = (comment < 0 ? field : field.substring(0, comment)).strip();
        if (date.length() > MAX_DATE) {
            return Optional.empty();
        }
        String zoned = date.replaceFirst("(?<!\\w)(?:UT|UTC|Z)$", "GMT");
        try {
            OffsetDateTime at = OffsetDateTime.parse(zoned, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

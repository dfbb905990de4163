package app.lede.document.ole;

import app.lede.document.Charsets;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import app.lede.document.rtf.CompressedRtf;
import app.lede.document.rtf.HtmlInRtf;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts a mail of Outlook (.msg; Microsoft's MS-OXMSG) to the format of mails (RFC 5322), for their reader: sender, subject,
 * date, its HTML or else its text, and attached files. Attached mails of the same format are left out.
 */
public final class OutlookMail {

    private static final String STREAM = "__substg1.0_";
    private static final String PROPERTIES = "__properties_version1.0";
    private static final String SUBJECT = "0037";
    private static final String BODY = "1000";
    private static final String HTML = "1013";
    private static final String COMPRESSED_RTF = "1009";
    private static final String SENDER_NAME = "0C1A";
    private static final String SENDER_SMTP = "5D01";
    private static final String SENDER_ADDRESS = "0C1F";
    private static final String HEADERS = "007D";

    private static final int SUBMITTED = 0x00390040;
    private static final int DELIVERED = 0x0e060040;

    /** Start of the properties of a message that is not attached to another, in bytes. */
    private static final int PROPERTY_START = 32;

    private static final long EPOCH_1601 = 11_644_473_600L;
    private static final String BOUNDARY = "=_part_of_an_outlook_mail";
    private static final Pattern ATTACHMENT =
            Pattern.compile("(__attach_version1\\.0_#[0-9A-Fa-f]{1,8})/__substg1\\.0_37010102");
    private static final Pattern DATE = Pattern.compile("(?im)^Date:[ \\t]*([^\\r\\n]{1,100})");

    private final CompoundFile file;

    private final int size;

    private OutlookMail(CompoundFile file, int size) {
        this.file = file;
        this.size = size;
    }

    /** Returns the mail in RFC 5322's format. */
    public static byte[] converted(byte[] bytes) throws ReadingRefused {
        return new OutlookMail(CompoundFile.of(bytes), bytes.length).mail();
    }

    private byte[] mail() throws ReadingRefused {
        Optional<byte[]> html = html();
        Optional<String> text = text("", BODY);
        Map<String, byte[]> attached = attachments();
        if (html.isEmpty() && text.isEmpty() && attached.isEmpty()) {
            throw new ReadingRefused(
                    Problem.UNKNOWN_TYPE,
                    "a mail of Outlook (.msg) without a text that is read: save it as .eml, or forward it as an"
                            + " attachment");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header().getBytes(StandardCharsets.US_ASCII));
        part(out, html.isPresent() ? "text/html" : "text/plain; charset=utf-8", "", html.orElseGet(() -> text.orElse("")
                .getBytes(StandardCharsets.UTF_8)));
        for (Map.Entry<String, byte[]> each : attached.entrySet()) {
            part(
                    out,
                    "application/octet-stream; name=\"" + each.getKey() + '"',
                    "Content-Disposition: attachment\r\n",
                    each.getValue());
        }
        out.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private String header() throws ReadingRefused {
        String address = text("", SENDER_SMTP).orElse("");
        if (address.isEmpty()) {
            address = text("", SENDER_ADDRESS)
                    .filter(value -> value.indexOf('@') > 0)
                    .orElse("");
        }
        String name = text("", SENDER_NAME).orElse("").replaceAll("[\"<>\\r\\n]", "");
        String from = encoded(name) + " <" + address.replaceAll("[^!-~]|[<>]", "") + ">";
        return "From: " + from + "\r\nTo: undisclosed\r\nSubject: "
                + encoded(text("", SUBJECT).orElse("")) + "\r\n"
                + date().map(date -> "Date: " + date + "\r\n").orElse("")
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"\r\n";
    }

    private static String encoded(String text) {
        String line = text.replaceAll("[\\r\\n\\x00]+", " ").strip();
        return line.isEmpty()
                ? ""
                : "=?utf-8?B?" + Base64.getEncoder().encodeToString(line.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static void part(ByteArrayOutputStream out, String type, String fields, byte[] content) {
        String head = "\r\n--" + BOUNDARY + "\r\nContent-Type: " + type + "\r\n" + fields
                + "Content-Transfer-Encoding: base64\r\n\r\n";
        out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(Base64.getMimeEncoder().encode(content));
    }

    /** Returns the date in the transport's header, else that of submission or delivery. */
    private Optional<String> date() throws ReadingRefused {
        Matcher header = DATE.matcher(text("", HEADERS).orElse(""));
        if (header.find()) {
            return Optional.of(header.group(1).replaceAll("[^ -~]", ""));
        }
        Optional<byte[]> stream = file.stream(PROPERTIES);
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer properties = ByteBuffer.wrap(stream.get()).order(ByteOrder.LITTLE_ENDIAN);
        Optional<String> delivered = Optional.empty();
        for (int at = PROPERTY_START; at + 16 <= properties.limit(); at += 16) {
            int tag = properties.getInt(at);
            if (tag == SUBMITTED) {
                return Optional.of(time(properties.getLong(at + 8)));
            }
            delivered = tag == DELIVERED ? Optional.of(time(properties.getLong(at + 8))) : delivered;
        }
        return delivered;
    }

    /** Formats a count of 100 ns since 1601. */
    private static String time(long ticks) {
        return Instant.ofEpochSecond(Math.max(0, ticks / 10_000_000 - EPOCH_1601))
                .atOffset(ZoneOffset.UTC)
                .format(DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    /** Returns the HTML of the mail; where Outlook kept only the RTF that it made of it, takes it out of that. */
    private Optional<byte[]> html() throws ReadingRefused {
        Optional<byte[]> binary = file.stream(STREAM + HTML + "0102").filter(html -> html.length > 0);
        if (binary.isPresent()) {
            return binary;
        }
        Optional<String> html = text("", HTML);
        if (html.isEmpty()) {
            html = file.stream(STREAM + COMPRESSED_RTF + "0102")
                    .flatMap(CompressedRtf::inflated)
                    .flatMap(HtmlInRtf::of);
        }
        // The mark goes before the charset that the HTML declares.
        return html.map(text -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a property of text, in Unicode or a code page. */
    private Optional<String> text(String folder, String property) throws ReadingRefused {
        Optional<byte[]> wide = file.stream(folder + STREAM + property + "001F");
        if (wide.isPresent()) {
            return Optional.of(new String(wide.get(), StandardCharsets.UTF_16LE))
                    .filter(text -> !text.isBlank());
        }
        return file.stream(folder + STREAM + property + "001E")
                .map(narrow -> Charsets.decode(narrow, null).text())
                .filter(text -> !text.isBlank());
    }

    /** Returns the attached files by name, together no larger than the mail: entries may claim the same bytes. */
    private Map<String, byte[]> attachments() throws ReadingRefused {
        Map<String, byte[]> attached = new TreeMap<>();
        long total = 0;
        for (String path : file.paths()) {
            Matcher attachment = ATTACHMENT.matcher(path);
            if (attachment.matches() && total < size) {
                byte[] content = file.stream(path).orElse(new byte[0]);
                total += content.length;
                String name = text(attachment.group(1) + "/", "3707").orElse("attachment");
                attached.put(name.replaceAll("[^ -~]|[\"\\\\/]", "_"), content);
            }
        }
        return attached;
    }
}

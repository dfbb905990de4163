package app.lede.document.mail;

import app.lede.document.Charsets;
import app.lede.document.CleanText;
import app.lede.text.LowerCase;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A leaf part of a mail: text, HTML, an image, or an attached document or mail.
 *
 * @param type its content type in lower case, without parameters
 * @param charset as declared; empty if not
 * @param header by lower-case name, encoded words decoded
 * @param bytes after transfer decoding
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Part(String type, String charset, Map<String, String> header, byte[] bytes) {

    private static final Pattern NAME = Pattern.compile("(?i)(?:file)?name\\*?\\d?\\*?\\s*=\\s*\"?([^\";]{1,300})");

    boolean isHtml() {
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    boolean isPlain() {
        return type.equals("text/plain") || type.equals("text/markdown") || type.equals("text/enriched");
    }

    boolean isMail() {
        return type.equals("message/rfc822") || type.equals("message/global");
    }

    /** Tests for a part that is shown below the mail, not in it. */
    boolean attached() {
        return LowerCase.of(field("content-disposition")).startsWith("attachment");
    }

    String field(String name) {
        return header.getOrDefault(name, "");
    }

    /** Returns Content-Location; empty if absent. */
    String location() {
        return field("content-location");
    }

    /** Returns a parameter of Content-Type in lower case; empty if absent. */
    String parameter(String name) {
        Matcher parameter = Pattern.compile("(?i)[;\\s]" + name + "\\s*=\\s*\"?([^\";\\s]{1,100})")
                .matcher(field("content-type"));
        return parameter.find() ? LowerCase.of(parameter.group(1)) : "";
    }

    /** Returns the file name; empty if absent. */
    String name() {
        Matcher name = NAME.matcher(field("content-disposition") + "; " + field("content-type"));
        return name.find() ? name.group(1).strip() : "";
    }

    /** Decodes the part's text by its declared or detected charset; joins flowed lines. */
    Charsets.Decoded decode() {
        Charsets.Decoded decoded = Charsets.decode(bytes, charset.isEmpty() ? null : "text/plain; charset=" + charset);
        String text = CleanText.of(decoded.text());
        boolean flowed = isPlain() && parameter("format").equals("flowed");
        return new Charsets.Decoded(
                flowed ? FlowedText.joined(text, parameter("delsp").equals("yes")) : text, decoded.charset());
    }
}

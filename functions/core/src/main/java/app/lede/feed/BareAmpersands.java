package app.lede.feed;

import org.jsoup.nodes.Entities;

/**
 * Escapes ampersands that begin no reference. XML knows no reference without a semicolon, but the parser resolves HTML's:
 * {@code ?page=2&section=news} would become {@code ?page=2§ion=news}.
 */
final class BareAmpersands {

    private static final String SECTION = "<![CDATA[";
    private static final String SECTION_END = "]]>";

    /** Length in UTF-16 units searched backwards for the beginning of an address. */
    private static final int MAX_ADDRESS = 200;

    private BareAmpersands() {}

    /** Returns the text with bare ampersands escaped outside CDATA sections, or the text itself if it has none. */
    static String escape(String xml) {
        StringBuilder escaped = new StringBuilder();
        int done = 0;
        int section = xml.indexOf(SECTION);
        for (int at = xml.indexOf('&'); at >= 0; at = xml.indexOf('&', at + 1)) {
            while (section >= 0 && section < at) {
                int end = xml.indexOf(SECTION_END, section);
                if (end < 0) {
                    return finish(xml, escaped, done);
                }
                section = xml.indexOf(SECTION, end);
                at = at < end ? xml.indexOf('&', end) : at;
                if (at < 0) {
                    return finish(xml, escaped, done);
                }
            }
            if (isBare(xml, at)) {
                escaped.append(xml, done, at).append("&amp;");
                done = at + 1;
            }
        }
        return finish(xml, escaped, done);
    }

    private static String finish(String xml, StringBuilder escaped, int done) {
        return done == 0 ? xml : escaped.append(xml, done, xml.length()).toString();
    }

    private static boolean isBare(String xml, int at) {
        int end = at + 1;
        while (end < xml.length() && end - at < 40 && isNameChar(xml.charAt(end))) {
            end++;
        }
        if (end == at + 1) {
            return false; // Not a name: the parser leaves it alone, or it is a numeric reference.
        }
        String name = xml.substring(at + 1, end);
        char next = end < xml.length() ? xml.charAt(end) : ' ';
        if (next == ';') {
            return !Entities.isNamedEntity(name) && !Entities.isBaseNamedEntity(name);
        }
        return next == '=' || !Entities.isBaseNamedEntity(name) || isInAddress(xml, at);
    }

    private static boolean isNameChar(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isInAddress(String xml, int at) {
        int start = at;
        while (start > 0 && at - start < MAX_ADDRESS && " \t\r\n\"'<>".indexOf(xml.charAt(start - 1)) < 0) {
            start--;
        }
        return Links.isWeb(xml.substring(start, at));
    }
}

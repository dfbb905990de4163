package app.lede.publish.feed;

import org.jspecify.annotations.Nullable;

/** Builds an XML 1.0 document; characters that XML cannot hold are left out. Not thread safe. */
final class XmlOut {

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    /**
     * Writes a start tag.
     *
     * @param attributes names and values in turn; an attribute without value is left out
     */
    XmlOut open(String name, @Nullable String... attributes) {
        tag(name, attributes);
        xml.append(">\n");
        return this;
    }

    XmlOut close(String name) {
        xml.append("</").append(name).append(">\n");
        return this;
    }

    XmlOut empty(String name, @Nullable String... attributes) {
        tag(name, attributes);
        xml.append("/>\n");
        return this;
    }

    /** Writes an element with a text; without a text nothing. */
    XmlOut text(String name, @Nullable String text, @Nullable String... attributes) {
        if (text != null) {
            tag(name, attributes);
            xml.append('>').append(escaped(text)).append("</").append(name).append(">\n");
        }
        return this;
    }

    @Override
    public String toString() {
        return xml.toString();
    }

    private void tag(String name, @Nullable String... attributes) {
        xml.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                xml.append(' ').append(attributes[i]).append("=\"");
                xml.append(escaped(value)).append('"');
            }
        }
    }

    /** Escapes a text for XML, also within a quoted attribute; HTML reads it alike. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().filter(XmlOut::allowed).forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                // XML would turn them into line feeds, and those of attributes into spaces.
                case '\r' -> escaped.append("&#13;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** Tests for the production Char of XML 1.0. */
    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c > 0xFFFF;
    }
}

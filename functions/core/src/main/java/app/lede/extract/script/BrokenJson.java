package app.lede.extract.script;

import app.lede.json.ForeignJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jsoup.parser.Parser;

/**
 * Reads JSON that publishers' templates put together from pieces: behind comments and CDATA marks, several values in a
 * row, written with HTML entities, or with quotation marks in a text that nobody escaped ({@code "its "eastern" quay"}).
 *
 * <p>Linear in the length of the text.
 */
final class BrokenJson {

    /** Maximum number of values in one script. */
    private static final int MAX_VALUES = 100;

    private final ForeignJson reader;

    BrokenJson(ForeignJson reader) {
        this.reader = reader;
    }

    /** Returns the values of a script, as many as can be read; empty if there is none. */
    List<JsonNode> values(String script) {
        String json = fromBracket(script);
        List<JsonNode> values = json.isEmpty() ? List.of() : reader.values(json, MAX_VALUES);
        return values.isEmpty() && !json.isEmpty() ? reader.values(withQuotesEscaped(json), MAX_VALUES) : values;
    }

    private static String fromBracket(String script) {
        boolean entities = script.indexOf('"') < 0 && script.contains("&quot;");
        String text = entities ? Parser.unescapeEntities(script, false) : script;
        String json = text.replace("<![CDATA[", "").replace("]]>", "");
        int object = json.indexOf('{');
        int array = json.indexOf('[');
        int start = object < 0 ? array : array < 0 ? object : Math.min(object, array);
        return start < 0 ? "" : json.substring(start);
    }

    /** Escapes the quotation marks inside texts: those that neither follow nor precede JSON's own punctuation. */
    static String withQuotesEscaped(String json) {
        StringBuilder repaired = new StringBuilder(json.length() + 16);
        boolean inText = false;
        boolean value = false;
        char before = '{';
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inText && c == '\\' && i + 1 < json.length()) {
                repaired.append(c).append(json.charAt(++i));
                continue;
            }
            if (c == '"') {
                boolean ends = inText && endsText(json, i + 1, value);
                value = inText ? value : before == ':';
                repaired.append(inText && !ends ? "\\" : "");
                inText = !ends;
            }
            repaired.append(c);
            before = Character.isWhitespace(c) ? before : c;
        }
        return repaired.toString();
    }

    /** Tests whether the text ends here: with a colon only as a name, with a comma only before another value or name. */
    private static boolean endsText(String json, int after, boolean value) {
        int next = skipSpace(json, after);
        if (next == json.length()) {
            return true;
        }
        return switch (json.charAt(next)) {
            case '}', ']' -> true;
            case ':' -> !value;
            case ',' -> {
                int following = skipSpace(json, next + 1);
                yield following == json.length() || "\"{[}]-0123456789tfn".indexOf(json.charAt(following)) >= 0;
            }
            default -> false;
        };
    }

    private static int skipSpace(String json, int from) {
        int at = from;
        while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        return at;
    }
}

package app.lede.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expands the internal entities of a DOCTYPE. Only entities whose value is plain text are expanded: no markup, no
 * nested entities, no external ones, and at most {@value #MAX_GROWTH} added characters (guards against "billion
 * laughs").
 */
final class InternalEntities {

    private static final int WINDOW = 16 * 1024;
    private static final int MAX_GROWTH = 1_000_000;

    private static final Pattern INTERNAL_SUBSET = Pattern.compile("<!DOCTYPE\\s[^\\[>]{0,1000}\\[");
    private static final Pattern ENTITY =
            Pattern.compile("<!ENTITY\\s+([\\w.-]{1,64})\\s+(?:\"([^\"%<&]{0,256})\"|'([^'%<&]{0,256})')\\s*>");
    private static final Pattern REFERENCE = Pattern.compile("&([\\w.-]{1,64});");

    private InternalEntities() {}

    /** Returns the text with references to its own entities replaced, or the text itself if it declares none. */
    static String expandEntities(String text) {
        Map<String, String> declared = declared(text.substring(0, Math.min(text.length(), WINDOW)));
        return declared.isEmpty() ? text : replace(text, declared);
    }

    private static Map<String, String> declared(String start) {
        Map<String, String> entities = new HashMap<>();
        if (INTERNAL_SUBSET.matcher(start).find()) {
            Matcher entity = ENTITY.matcher(start);
            while (entity.find()) {
                entities.putIfAbsent(entity.group(1), entity.group(2) != null ? entity.group(2) : entity.group(3));
            }
        }
        return entities;
    }

    private static String replace(String text, Map<String, String> entities) {
        StringBuilder replaced = new StringBuilder(text.length());
        Matcher reference = REFERENCE.matcher(text);
        int done = 0;
        int growth = 0;
        while (reference.find() && growth < MAX_GROWTH) {
            String value = entities.get(reference.group(1));
            if (value != null) {
                replaced.append(text, done, reference.start()).append(value);
                done = reference.end();
                growth += value.length();
            }
        }
        return replaced.append(text, done, text.length()).toString();
    }
}

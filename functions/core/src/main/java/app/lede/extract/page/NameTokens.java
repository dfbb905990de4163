package app.lede.extract.page;

import app.lede.text.LowerCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * The words in an element's class, id and role ({@code class="articleBody related-box"}: article, body, related, box).
 */
public final class NameTokens {

    /** Maximum name length; long names are generated and carry no meaning. */
    private static final int MAX_NAME = 300;

    private static final int MAX_TOKENS = 24;

    private NameTokens() {}

    /** Remembers the words by class attribute, since the elements of a list share theirs; not thread safe. */
    static final class OfPage {

        private final Map<String, List<String>> known = new HashMap<>();

        /** Returns the words of an element's names as {@link NameTokens#of} does; lists may be shared. */
        List<String> of(Element element) {
            if (element.attributesSize() == 0) {
                return List.of();
            }
            boolean classOnly = true;
            String classes = "";
            for (Attribute attribute : element.attributes()) {
                boolean isClass = attribute.getKey().equals("class");
                classOnly &= isClass || !isName(attribute.getKey());
                classes = isClass ? attribute.getValue() : classes;
            }
            if (!classOnly) {
                return NameTokens.of(element);
            }
            return classes.isEmpty() ? List.of() : known.computeIfAbsent(classes, any -> NameTokens.of(element));
        }
    }

    public static List<String> of(Element element) {
        if (element.attributesSize() == 0) {
            return List.of();
        }
        List<String> tokens = new ArrayList<>(4);
        for (Attribute attribute : element.attributes()) {
            if (isName(attribute.getKey())) {
                split(attribute.getValue(), tokens);
            }
        }
        return tokens;
    }

    private static boolean isName(String attribute) {
        return switch (attribute) {
            case "class", "id", "role", "itemprop", "data-testid", "data-component" -> true;
            default -> false;
        };
    }

    /** Splits a name at every non-letter and before capitals. */
    private static void split(String name, List<String> tokens) {
        int length = Math.min(name.length(), MAX_NAME);
        int start = 0;
        for (int i = 0; i <= length; i++) {
            boolean letter = i < length && Character.isLetter(name.charAt(i));
            boolean hump = letter
                    && i > start
                    && Character.isUpperCase(name.charAt(i))
                    && Character.isLowerCase(name.charAt(i - 1));
            if (!letter || hump) {
                add(name, start, i, tokens);
                start = letter ? i : i + 1;
            }
        }
    }

    private static void add(String name, int start, int end, List<String> tokens) {
        if (end - start >= 2 && end - start <= 20 && tokens.size() < MAX_TOKENS) {
            String token = LowerCase.of(name.substring(start, end));
            if (!tokens.contains(token)) {
                tokens.add(token);
            }
        }
    }
}

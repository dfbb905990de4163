package app.lede.extract;

import app.lede.text.LowerCase;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * The words in an element's class, id and role ({@code class="articleBody related-box"}: article, body, related, box).
 */
final class Hints {

    /** Maximum name length; long names are generated and carry no meaning. */
    private static final int MAX_NAME = 300;

    private static final int MAX_HINTS = 24;

    private Hints() {}

    static List<String> of(Element element) {
        if (element.attributesSize() == 0) {
            return List.of();
        }
        List<String> hints = new ArrayList<>(4);
        for (Attribute attribute : element.attributes()) {
            switch (attribute.getKey()) {
                case "class", "id", "role", "itemprop", "data-testid", "data-component" ->
                    split(attribute.getValue(), hints);
                default -> {}
            }
        }
        return hints;
    }

    /** Splits a name at every non-letter and before capitals. */
    private static void split(String name, List<String> hints) {
        int length = Math.min(name.length(), MAX_NAME);
        int start = 0;
        for (int i = 0; i <= length; i++) {
            boolean letter = i < length && Character.isLetter(name.charAt(i));
            boolean hump = letter
                    && i > start
                    && Character.isUpperCase(name.charAt(i))
                    && Character.isLowerCase(name.charAt(i - 1));
            if (!letter || hump) {
                add(name, start, i, hints);
                start = letter ? i : i + 1;
            }
        }
    }

    private static void add(String name, int start, int end, List<String> hints) {
        if (end - start >= 2 && end - start <= 20 && hints.size() < MAX_HINTS) {
            String hint = LowerCase.of(name.substring(start, end));
            if (!hints.contains(hint)) {
                hints.add(hint);
            }
        }
    }
}

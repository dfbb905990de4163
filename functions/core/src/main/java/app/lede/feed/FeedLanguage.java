package app.lede.feed;

import app.lede.text.LowerCase;
import org.jsoup.nodes.Element;

/** Finds the language a feed declares: {@code xml:lang} of its root, else RSS's {@code language}, else Dublin Core's. */
final class FeedLanguage {

    private static final int MAX_TAG = 20;

    /** Elements searched: those of the head stand before the first item, or nearly. */
    private static final int MAX_HEAD = 40;

    private FeedLanguage() {}

    /** Returns the BCP 47 tag in lower case, or an empty text. */
    static String of(Element root) {
        String declared = root.attributes().getIgnoreCase("xml:lang");
        String tag = declared.isBlank() ? inHead(root) : declared;
        return tag.length() > MAX_TAG ? "" : LowerCase.of(tag.strip().replace('_', '-'));
    }

    private static String inHead(Element root) {
        Element channel = root.children().stream()
                .limit(MAX_HEAD)
                .filter(child -> child.tag().localName().equalsIgnoreCase("channel"))
                .findFirst()
                .orElse(root);
        return channel.children().stream()
                .limit(MAX_HEAD)
                .filter(child -> child.tag().localName().equalsIgnoreCase("language"))
                .map(Element::text)
                .findFirst()
                .orElse("");
    }
}

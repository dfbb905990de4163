package app.lede.document.zipped;

import app.lede.text.LowerCase;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Maps Word's paragraph styles to elements. Style ids are localised; names of built-in styles are always English. */
final class WordStyles {

    private static final Pattern HEADING = Pattern.compile("heading ([1-9])");

    private final Map<String, Form> byId = new HashMap<>();

    private WordStyles() {}

    /** The element of a paragraph; none for paragraphs that are omitted. */
    enum Form {
        TITLE("h1"),
        HEADING_1("h2"),
        HEADING_2("h3"),
        HEADING_3("h4"),
        LIST("li"),
        QUOTE("blockquote"),
        CAPTION("figcaption"),
        PARAGRAPH("p"),
        CONTENTS("");

        private final String tag;

        Form(String tag) {
            this.tag = tag;
        }

        String tag() {
            return tag;
        }
    }

    static WordStyles of(Optional<Document> xml) {
        WordStyles styles = new WordStyles();
        xml.ifPresent(dom -> dom.getElementsByTag("w:style").forEach(styles::add));
        return styles;
    }

    private void add(Element style) {
        Element name = style.getElementsByTag("w:name").first();
        Element level = style.getElementsByTag("w:outlineLvl").first();
        String known = name == null ? "" : LowerCase.of(name.attr("w:val"));
        Form form = level != null && !known.equals("title") ? heading(level.attr("w:val")) : named(known);
        if (form != Form.PARAGRAPH) {
            byId.put(style.attr("w:styleId"), form);
        }
    }

    /** Returns the form of a paragraph by its properties; a file without styles still names them. */
    Form of(Element properties) {
        Element style = properties.getElementsByTag("w:pStyle").first();
        String id = style == null ? "" : style.attr("w:val");
        Form form = byId.getOrDefault(id, named(LowerCase.of(id).replaceFirst("(?<=heading)(?=\\d)", " ")));
        Element own = properties.getElementsByTag("w:outlineLvl").first();
        if (form == Form.PARAGRAPH && own != null) {
            form = heading(own.attr("w:val"));
        }
        boolean item = form == Form.PARAGRAPH
                && !properties.getElementsByTag("w:numPr").isEmpty();
        return item ? Form.LIST : form;
    }

    private static Form heading(String level) {
        return switch (level) {
            case "0" -> Form.HEADING_1;
            case "1" -> Form.HEADING_2;
            case "2", "3", "4", "5", "6", "7", "8" -> Form.HEADING_3;
            default -> Form.PARAGRAPH;
        };
    }

    private static Form named(String name) {
        Matcher heading = HEADING.matcher(name);
        if (heading.matches()) {
            return heading(String.valueOf(heading.group(1).charAt(0) - '1'));
        }
        return switch (name) {
            case "title" -> Form.TITLE;
            case "caption" -> Form.CAPTION;
            case "quote", "intense quote", "block text" -> Form.QUOTE;
            default -> {
                boolean contents = name.startsWith("toc") || name.startsWith("table of figures");
                yield contents ? Form.CONTENTS : name.startsWith("list") ? Form.LIST : Form.PARAGRAPH;
            }
        };
    }
}

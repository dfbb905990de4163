package app.lede.collection;

import app.lede.document.ArticleFields;
import app.lede.document.ArticleFields.Field;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import app.lede.text.LowerCase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Streams the objects of the list that a JSON file is, or holds under one of the names that feeds, search answers and exports use.
 * Objects are cut out by their brackets, unparsed: a fault inside of one is that part's alone. Not thread safe.
 */
final class JsonListParts implements Parts {

    /** Names of lists of articles in JSON Feed, in exports and in answers of search services. */
    private static final Set<String> LISTS = Set.of(
            "items",
            "articles",
            "results",
            "docs",
            "documents",
            "entries",
            "posts",
            "hits",
            "news",
            "newsitems",
            "stories",
            "records",
            "data",
            "list",
            "value",
            "rows");

    private static final int BUFFER = 64 * 1024;

    /** Names of the text or the headline of an article that has a list of other things, such as pictures. */
    private static final Set<String> TEXTS = Set.of(
            "text",
            "content",
            "body",
            "articlebody",
            "html",
            "body_html",
            "body_text",
            "content_html",
            "bodies",
            "headline");

    /** Longest name of a list in bytes. */
    private static final int MAX_NAME = 20;

    /** Deepest list in other objects. */
    private static final int MAX_DEPTH = 4;

    /** A name, and the beginning of a value that may hold a text. */
    private static final Pattern FIELD = Pattern.compile("\"([^\"\\\\:{}\\[\\],]{2,40})\"\\s*:\\s*[\"{\\[]");

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final Growing element = new Growing();
    private int at;
    private int limit;
    private boolean inList;
    private boolean over;
    private int depth;
    private boolean isArticle;
    private int number;

    JsonListParts(InputStream in) {
        this.in = in;
    }

    /** Tests whether a file may be one by its first characters. */
    static boolean mayBe(String head) {
        return head.matches("(?s)(?:\u00ef\u00bb\u00bf)?\\s*(?:\\[\\s*\\{|\\{\\s*\").*");
    }

    private static final Pattern HEADLINE = Pattern.compile(
            "(?i)\"(?:headlines?|[a-z_]{0,10}title|hl1|subject|tit(?:el|re|ulo|olo))\"\\s*:\\s*[\"{\\[]");

    private static final Pattern WORDS =
            Pattern.compile("(?<![^\\s\"])(?:[^\\s\"]++\\s++){7}+[^\\s\"]|[\\x80-\\xff]{40}");

    /**
     * Tests whether a part has a text, and a headline or more words than a remark has; a list of fewer than two such is no collection
     * of articles.
     */
    static boolean hasText(Part part) {
        if (!(part instanceof Part.Document document)) {
            return false;
        }
        String object = new String(document.bytes(), StandardCharsets.ISO_8859_1);
        boolean hasText = FIELD.matcher(object).results().anyMatch(field -> isText(field.group(1)));
        return hasText
                && (HEADLINE.matcher(object).find()
                        || FIELD.matcher(object).results().anyMatch(field -> isHeadline(field.group(1)))
                        || WORDS.matcher(object).find());
    }

    /** Tests for the name of a headline; a remark has the name of a person. */
    private static boolean isHeadline(String name) {
        return ArticleFields.isNameOf(Field.HEADLINE, utf8(name)) && !name.equalsIgnoreCase("name");
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static boolean isText(String name) {
        String utf8 = utf8(name);
        return ArticleFields.isNameOf(Field.TEXT, utf8) || ArticleFields.isNameOf(Field.HTML, utf8);
    }

    @Override
    public Optional<Part> next() throws IOException {
        if (!inList && !over) {
            inList = findList();
            over = !inList;
        }
        while (!over) {
            int c = read();
            switch (c) {
                case '{' -> {
                    return Optional.of(element());
                }
                case ']' -> over = true;
                case -1 -> throw new ReadingRefused(Problem.UNREADABLE, "the list has no end: the file was cut");
                // White space and commas; anything else between objects is no part.
                default -> {}
            }
        }
        return Optional.empty();
    }

    /** Tests whether the object around the list is an article itself, by all of its names; reads to its end. */
    boolean isInArticle() throws IOException {
        if (inList && !over && depth > 0) {
            skipList();
        }
        over = true;
        while (inList && depth > 0 && findList()) {
            skipList();
        }
        return isArticle;
    }

    /** Moves behind the bracket of the list; false if there is none. */
    private boolean findList() throws IOException {
        String name = "";
        for (int c = read(); c >= 0; c = read()) {
            switch (c) {
                case '"' -> {
                    String words = string();
                    boolean isName = peek() == ':';
                    isArticle |= depth == 1 && (isName ? TEXTS.contains(words) : isArticle(name, words));
                    name = isName ? words : name;
                }
                case '{' -> depth++;
                case '}' -> depth--;
                case '[' -> {
                    if (depth == 1 && name.equals("@type")) {
                        continue;
                    }
                    boolean named = depth == 0 || LISTS.contains(name);
                    if (named && peek() == '{') {
                        return true;
                    }
                    skipList();
                }
                // Colons, commas, numbers and white space.
                default -> {}
            }
            if (depth > MAX_DEPTH) {
                skipObject();
                depth--;
            }
        }
        return false;
    }

    /** Tests for one of schema.org's types of articles. */
    private static boolean isArticle(String name, String type) {
        return name.equals("@type") && (type.endsWith("article") || type.endsWith("posting"));
    }

    /** Returns the next character that is no white space, without taking it. */
    private int peek() throws IOException {
        int c = read();
        while (c >= 0 && c <= ' ') {
            c = read();
        }
        at -= c >= 0 ? 1 : 0;
        return c;
    }

    /** Reads to the end of a string; returns it if it can be a name. */
    private String string() throws IOException {
        StringBuilder name = new StringBuilder();
        for (int c = read(); c >= 0 && c != '"'; c = read()) {
            if (c == '\\') {
                c = read();
            }
            if (name.length() <= MAX_NAME) {
                name.append((char) c);
            }
        }
        return LowerCase.of(name.toString());
    }

    private void skipList() throws IOException {
        skip('[', ']');
    }

    private void skipObject() throws IOException {
        skip('{', '}');
    }

    private void skip(int open, int close) throws IOException {
        int depth = 1;
        for (int c = read(); c >= 0 && depth > 0; c = depth > 0 ? read() : c) {
            if (c == '"') {
                string();
            }
            depth += c == open ? 1 : c == close ? -1 : 0;
        }
    }

    /** Cuts out the object whose first bracket was read. */
    private Part element() throws IOException {
        element.clear();
        element.add(new byte[] {'{'}, 0, 1);
        int depth = 1;
        boolean quoted = false;
        boolean escaped = false;
        while (depth > 0) {
            if (at == limit && !fill()) {
                throw new ReadingRefused(Problem.UNREADABLE, "the list has no end: the file was cut");
            }
            int start = at;
            while (at < limit && depth > 0) {
                byte c = buffer[at++];
                if (escaped) {
                    escaped = false;
                } else if (quoted) {
                    escaped = c == '\\';
                    quoted = c != '"';
                } else if (c == '"') {
                    quoted = true;
                } else if (c == '{') {
                    depth++;
                } else if (c == '}') {
                    depth--;
                }
            }
            element.add(buffer, start, at - start);
        }
        String name = "item " + ++number;
        return element.isOver()
                ? new Part.Broken(
                        name, Problem.TOO_LARGE, element.offered() + " bytes, at most " + MAX_PART + " are read")
                : new Part.Document(name, element.bytes(), "application/json");
    }

    private int read() throws IOException {
        return at < limit || fill() ? buffer[at++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, in.read(buffer, 0, BUFFER));
        return limit > 0;
    }
}

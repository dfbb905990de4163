package app.lede.document;

import app.lede.document.DocumentMetadata.Term;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the properties programs write into files, with caution: titles are often file or template names, authors are
 * login names.
 */
public final class FileProperties {

    private static final Pattern NO_TITLE = Pattern.compile(
            "(?iu)(?:microsoft word - .*|(?:untitled(?: (?:document|presentation))?|unknown title|no title|new"
                    + " document|unbenannt(?:es dokument)?|(?:document )?sans titre|无标题(?:文档)?|無題(?:のドキュメント)?|название"
                    + " отсутствует|document)["
                    + " _-]?(?:\\d{1,4}|\\(\\d{1,4}\\))?|title|titel|titre|.*\\.(?:docx?|odt|rtf|pdf"
                    + "|indd|qxd|qxp|tex|dvi|ps|pages|html?|xml|txt|pptx?|xlsx?))");

    private static final Pattern NO_PERSON =
            Pattern.compile("\\d|@|[\\\\/<>{}\\[\\]_]|(?i)\\b(?:user|admin|office)\\b");

    private static final int MAX_NAME = 80;
    private static final int MAX_KEYWORDS = 50;

    /** Of a longer property no more is read, in UTF-16 units. */
    private static final int MAX_PROPERTY = 2000;

    /** Dates in the templates of python-docx and docx4j, the epoch, and the zip format's first day. */
    private static final List<String> TEMPLATE_DATES =
            List.of("2013-12-23T23:15", "2009-05-26T", "1970-01-01", "1980-01-01", "1601-01-01", "0001-01-01");

    private static final Pattern GENERATED = Pattern.compile(
            "(?i)^\\s*(?:(?:document )?(?:generated|created|produced|exported|converted) (?:by|with|using|from)"
                    + " |erstellt mit |\\(?(?:unspecified|anonymous|untitled)\\)?$)");

    private FileProperties() {}

    /** Adds the title if it is a plausible one. */
    public static DocumentMetadata titled(DocumentMetadata about, String title) {
        String line = cut(title).strip().replaceAll("\\s+", " ");
        boolean oneWord = line.indexOf(' ') < 0 && line.chars().allMatch(c -> c < 0x250);
        return oneWord || NO_TITLE.matcher(line).matches() ? about : about.and(Term.HEADLINE, line);
    }

    /** Returns a title unless a program wrote it for want of one. */
    public static @Nullable String title(String title) {
        return NO_TITLE.matcher(cut(title).strip()).matches() ? null : title;
    }

    /** Returns the persons in an author field: first and last name, or a name in a script without spaces. */
    public static List<String> people(String field) {
        return Stream.of(PaperName.without(cut(field)).split("[;&\\n]|,(?=\\s*\\p{Lu}\\S*\\s+\\p{L})", 20))
                .map(String::strip)
                .filter(name ->
                        name.length() <= MAX_NAME && !NO_PERSON.matcher(name).find())
                .filter(name -> name.indexOf(' ') > 0 || name.chars().anyMatch(c -> c > 0x2e80))
                .toList();
    }

    /** Returns the keywords in a field separated by commas or semicolons. */
    public static List<String> keywords(String field) {
        return Stream.of(cut(field).split("[,;]", MAX_KEYWORDS))
                .map(String::strip)
                .toList();
    }

    /** Returns a date unless it is that of a library's template. */
    public static @Nullable String date(String field) {
        return TEMPLATE_DATES.stream().anyMatch(field::startsWith) ? null : field;
    }

    /** Returns a description unless a program wrote it about itself. */
    public static @Nullable String description(String field) {
        return GENERATED.matcher(cut(field)).find() ? null : field;
    }

    private static String cut(String property) {
        return property.substring(0, Math.min(property.length(), MAX_PROPERTY));
    }
}

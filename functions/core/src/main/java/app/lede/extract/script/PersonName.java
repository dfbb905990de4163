package app.lede.extract.script;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns a name that a catalogue states surname first round: "Lindqvist, Ines" is Ines Lindqvist. Only for fields that hold
 * one person each, or several between semicolons; elsewhere a comma stands between two names.
 *
 * <p>Thread safe; linear in the name.
 */
public final class PersonName {

    /** In UTF-16 units. */
    private static final int MAX_LENGTH = 80;

    private static final Pattern SURNAME_FIRST = Pattern.compile("((?:\\p{Ll}{1,4} ){0,2}\\p{Lu}[\\p{L}'’-]{1,40}),"
            + " ?(\\p{Lu}[\\p{L}'’-]{1,30}(?: \\p{Lu}[\\p{L}.'’-]{0,30}){0,2}|\\p{Lu}\\.(?:[ -]?\\p{Lu}\\.){0,3})");

    private PersonName() {}

    /** Returns the names of fields in the order in which they are said. */
    public static List<String> inOrder(List<String> fields) {
        return fields.stream()
                .flatMap(field -> Stream.of(field.split(";", -1)))
                .map(name -> inOrder(name.strip()))
                .toList();
    }

    /** Returns a person's name in the order in which it is said; one without a surname in front as it is. */
    static String inOrder(String name) {
        if (name.length() > MAX_LENGTH) {
            return name;
        }
        Matcher reversed = SURNAME_FIRST.matcher(name);
        return reversed.matches() ? reversed.group(2) + " " + reversed.group(1) : name;
    }
}

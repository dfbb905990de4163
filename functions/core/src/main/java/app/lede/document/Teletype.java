package app.lede.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the frame of a teleprinter off the message of a news agency: {@code ZCZC}, the slug below it, and {@code NNNN}. */
final class Teletype {

    /** The start of a message, and up to three lines of capitals below it. */
    private static final Pattern START = Pattern.compile("\\s{0,20}ZCZC(?![A-Za-z]{5})[^\\n"
            + "]{0,60}\\n"
            + "(?:[ \\t]{0,20}[A-Z]{2,4}-[A-Z0-9/ -]{1,40}\\n"
            + "|[ \\t]{0,20}\\n"
            + "){0,6}");

    private static final Pattern END = Pattern.compile("\\s{0,20}\\n[ \\t]{0,20}NNNN\\s*$");

    private Teletype() {}

    /** Returns the message; a text without such a frame as it is. */
    static String message(String text) {
        Matcher start = START.matcher(text);
        if (!start.lookingAt()) {
            return text;
        }
        String rest = text.substring(start.end());
        String tail = rest.substring(Math.max(0, rest.length() - 200));
        Matcher end = END.matcher(tail);
        return end.find() ? rest.substring(0, rest.length() - tail.length() + end.start()) : rest;
    }
}

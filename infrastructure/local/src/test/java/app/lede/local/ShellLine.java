package app.lede.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** One line of a shell: words, single and double quotes, and variables such as {@code $api}. */
final class ShellLine {

    private final String line;
    private final Map<String, String> variables;
    private final List<String> words = new ArrayList<>();
    private StringBuilder word = new StringBuilder();
    private boolean begun;
    private int at;

    private ShellLine(String line, Map<String, String> variables) {
        this.line = line;
        this.variables = variables;
    }

    /** Returns the words of a line; an unquoted variable may be several. */
    static List<String> words(String line, Map<String, String> variables) {
        ShellLine shell = new ShellLine(line, variables);
        shell.read();
        return shell.words;
    }

    private void read() {
        char quote = 0;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                begun = true;
            } else if (quote == 0 && c == '#' && !begun) {
                return;
            } else if (quote == 0 && c == ' ') {
                end();
            } else if (quote != '\'' && c == '$') {
                insert(variable(), quote == 0);
            } else {
                word.append(c);
                begun = true;
            }
        }
        end();
    }

    private String variable() {
        int from = at;
        while (at < line.length() && Character.isLetter(line.charAt(at))) {
            at++;
        }
        String name = line.substring(from, at);
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("$" + name + " has no value in: " + line);
        }
        return value;
    }

    private void insert(String value, boolean splits) {
        if (!splits) {
            word.append(value);
            begun = true;
            return;
        }
        StringTokenizer parts = new StringTokenizer(value, " ");
        while (parts.hasMoreTokens()) {
            word.append(parts.nextToken());
            begun = true;
            if (parts.hasMoreTokens()) {
                end();
            }
        }
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
        }
        word = new StringBuilder();
        begun = false;
    }
}

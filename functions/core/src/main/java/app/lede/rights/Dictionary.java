package app.lede.rights;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Parses dictionaries of structured fields (RFC 9651, 3.2) as strictly as the standard asks: a field with one fault is no
 * dictionary. Values other than tokens are skipped. Not thread safe.
 */
final class Dictionary {

    private static final String OTHER = "";

    private final String text;
    private int at;

    private Dictionary(String text) {
        this.text = text;
    }

    /** Returns the members with their tokens, others with an empty text; empty for a faulty field. */
    static Optional<Map<String, String>> tokens(String field) {
        try {
            return Optional.of(new Dictionary(field).members());
        } catch (Fault e) {
            return Optional.empty();
        }
    }

    /** A fault of the field. */
    private static final class Fault extends Exception {
        private static final long serialVersionUID = 1;
    }

    private Map<String, String> members() throws Fault {
        Map<String, String> members = new HashMap<>();
        skip(" ");
        while (at < text.length()) {
            String key = key();
            String value = OTHER;
            if (next('=')) {
                value = peek() == '(' ? list() : item();
            }
            parameters();
            members.put(key, value);
            skip(" \t");
            if (at < text.length()) {
                expect(',');
                skip(" \t");
                require(at < text.length());
            }
        }
        return members;
    }

    private String key() throws Fault {
        int start = at;
        require(isLower(peek()) || peek() == '*');
        while (isLower(peek()) || isDigit(peek()) || "_-.*".indexOf(peek()) >= 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private void parameters() throws Fault {
        while (next(';')) {
            skip(" ");
            key();
            if (next('=')) {
                item();
            }
        }
    }

    private String list() throws Fault {
        expect('(');
        skip(" ");
        while (!next(')')) {
            item();
            parameters();
            require(peek() == ' ' || peek() == ')');
            skip(" ");
        }
        return OTHER;
    }

    private String item() throws Fault {
        char first = peek();
        if (Character.toString(first).matches("[A-Za-z*]")) {
            return token();
        }
        switch (first) {
            case '"' -> quoted();
            case '?' -> {
                at++;
                require(next('0') || next('1'));
            }
            case ':' -> {
                int end = text.indexOf(':', at + 1);
                require(end > 0 && text.substring(at + 1, end).matches("[A-Za-z0-9+/=]*"));
                at = end + 1;
            }
            case '@' -> {
                at++;
                number();
            }
            case '%' -> {
                at++;
                quoted();
            }
            default -> number();
        }
        return OTHER;
    }

    private String token() {
        int start = at;
        while (at < text.length() && Character.toString(peek()).matches("[A-Za-z0-9!#$%&'*+.^_`|~:/-]")) {
            at++;
        }
        return text.substring(start, at);
    }

    private void quoted() throws Fault {
        expect('"');
        while (!next('"')) {
            require(peek() >= ' ' && peek() < 0x7f);
            at += peek() == '\\' ? 2 : 1;
        }
    }

    private void number() throws Fault {
        next('-');
        require(isDigit(peek()));
        while (isDigit(peek())) {
            at++;
        }
        if (next('.')) {
            require(isDigit(peek()));
            while (isDigit(peek())) {
                at++;
            }
        }
    }

    private void skip(String characters) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** Returns the next character; NUL at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean next(char expected) {
        boolean found = at < text.length() && text.charAt(at) == expected;
        at += found ? 1 : 0;
        return found;
    }

    private void expect(char expected) throws Fault {
        require(next(expected));
    }

    private static void require(boolean condition) throws Fault {
        if (!condition) {
            throw new Fault();
        }
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

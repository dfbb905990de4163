package app.lede.search.query;

import app.lede.search.query.Token.Kind;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the query grammar of the parameter {@code q}. Reading takes linear time and never throws.
 *
 * <pre>
 * query  = any
 * any    = all { "OR" all }                      OR binds looser than AND: a b OR c is (a b) OR c
 * all    = not { ["AND"] not }                   words side by side must all occur
 * not    = ["NOT" | "-"] not | field
 * field  = [("headline" | "author" | "publisher" | "tag") ":"] term
 * term   = word | word"*" | '"' words '"' | "(" any ")"
 * </pre>
 *
 * <p>Operators are upper case; {@code and} is a word. A query of exclusions alone matches every other article. A word before a
 * colon that is no field is part of the word; one that is a parameter of its own, and the wildcards, weights and distances
 * of other engines, are faults that say what to write. Bounds: {@value #MAX_LENGTH} code points, {@value #MAX_WORDS} words,
 * {@value #MAX_DEPTH} levels of parentheses and exclusions.
 */
public final class QueryParser {

    /** Longest query, in code points. */
    public static final int MAX_LENGTH = 1_000;

    /** Most words of a query, those of phrases included; two characters of an unspaced script are a word. */
    public static final int MAX_WORDS = 50;

    /** Deepest nesting. */
    public static final int MAX_DEPTH = 10;

    private final List<Token> tokens;
    private int next;
    private int words;

    private QueryParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Reads a query; one without any word is faulty. */
    public static QueryReading parse(String query) {
        try {
            int length = query.codePointCount(0, query.length());
            if (length > MAX_LENGTH) {
                throw new SyntaxFault(
                        MAX_LENGTH, "a query has at most " + MAX_LENGTH + " characters, this has " + length);
            }
            QueryParser parser = new QueryParser(Tokens.of(query));
            Query read = parser.any(0);
            Token end = parser.peek();
            if (end.kind() == Kind.CLOSE) {
                throw new SyntaxFault(end.at(), "this ) has no ( before it");
            }
            return new QueryReading.Understood(read);
        } catch (SyntaxFault fault) {
            return fault.reading();
        }
    }

    private Query any(int depth) throws SyntaxFault {
        List<Query> choices = new ArrayList<>();
        boolean more;
        do {
            Query choice = all(depth);
            choices.addAll(choice instanceof Query.Or or ? or.queries() : List.of(choice));
            more = peek().kind() == Kind.OR;
            next += more ? 1 : 0;
        } while (more);
        return choices.size() == 1 ? choices.getFirst() : new Query.Or(choices);
    }

    private Query all(int depth) throws SyntaxFault {
        List<Query> parts = new ArrayList<>();
        do {
            Query part = not(depth);
            parts.addAll(part instanceof Query.And and ? and.queries() : List.of(part));
        } while (continues());
        return parts.size() == 1 ? parts.getFirst() : new Query.And(parts);
    }

    /** Steps over an AND, if there is one, and tells whether another part follows. */
    private boolean continues() {
        return switch (peek().kind()) {
            case AND -> {
                next++;
                yield true;
            }
            case WORD, PHRASE, PREFIX, FIELD, OPEN, NOT -> true;
            case CLOSE, OR, END -> false;
        };
    }

    private Query not(int depth) throws SyntaxFault {
        if (peek().kind() != Kind.NOT) {
            return field(depth);
        }
        Token sign = take();
        Query excluded = not(deeper(depth, sign));
        return excluded instanceof Query.Not twice ? twice.query() : new Query.Not(excluded);
    }

    private Query field(int depth) throws SyntaxFault {
        if (peek().kind() != Kind.FIELD) {
            return term(depth, false);
        }
        Query.Field.Name name = Query.Field.Name.valueOf(take().text().toUpperCase(Locale.ROOT));
        return new Query.Field(name, term(depth, true));
    }

    private Query term(int depth, boolean inField) throws SyntaxFault {
        Token token = take();
        return switch (token.kind()) {
            case WORD -> new Query.Word(counted(token), token.at());
            case PHRASE -> new Query.Phrase(counted(token), token.at());
            case PREFIX -> new Query.Prefix(counted(token), token.at());
            case OPEN -> group(token, depth, inField);
            case FIELD, CLOSE, AND, OR, NOT, END ->
                throw new SyntaxFault(token.at(), "expected a word here, found " + token.described());
        };
    }

    private Query group(Token open, int depth, boolean inField) throws SyntaxFault {
        int from = next;
        Query query = any(deeper(depth, open));
        if (take().kind() != Kind.CLOSE) {
            throw new SyntaxFault(open.at(), "this ( is never closed; add )");
        }
        for (Token token : inField ? tokens.subList(from, next) : List.<Token>of()) {
            if (token.kind() == Kind.FIELD) {
                throw new SyntaxFault(token.at(), "a field within a field");
            }
        }
        return query;
    }

    private String counted(Token token) throws SyntaxFault {
        words += Math.max(1, Words.count(token.text()));
        if (words > MAX_WORDS) {
            throw new SyntaxFault(token.at(), "a query has at most " + MAX_WORDS + " words, this is one too many");
        }
        return token.text();
    }

    private static int deeper(int depth, Token token) throws SyntaxFault {
        if (depth == MAX_DEPTH) {
            throw new SyntaxFault(token.at(), "nested deeper than " + MAX_DEPTH + " levels");
        }
        return depth + 1;
    }

    private Token peek() {
        return tokens.get(next);
    }

    /** Returns the next token; the end is never passed. */
    private Token take() {
        Token token = tokens.get(next);
        next += token.kind() == Kind.END ? 0 : 1;
        return token;
    }
}

package app.lede.testkit;

import app.lede.enrich.Span;
import app.lede.search.query.Query;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Matches queries with words, folded to lower case without accents. */
final class WordMatch {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private WordMatch() {}

    /** Tells whether texts match; {@code fields} answers for queries that name a field. */
    static boolean matches(Query query, List<String> texts, Predicate<Query.Field> fields) {
        return switch (query) {
            case Query.Word word -> contain(texts, folded(word.text()));
            case Query.Phrase phrase -> contain(texts, folded(phrase.text()));
            case Query.Prefix prefix ->
                contain(texts, " " + folded(prefix.text()).strip());
            case Query.Field field -> fields.test(field);
            case Query.And and -> and.queries().stream().allMatch(part -> matches(part, texts, fields));
            case Query.Or or -> or.queries().stream().anyMatch(part -> matches(part, texts, fields));
            case Query.Not not -> !matches(not.query(), texts, fields);
        };
    }

    private static boolean contain(List<String> texts, String words) {
        return texts.stream().anyMatch(text -> folded(text).contains(words));
    }

    /** Returns the text's words with a space before and after each. */
    static String folded(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> Words.key(word.group()))
                .collect(Collectors.joining(" ", " ", " "));
    }

    /** Returns the words of a text that occur in a query, in code points. */
    static List<Span> spans(Query query, String text) {
        List<String> wanted = words(query).toList();
        List<Span> spans = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String key = Words.key(word.group());
            if (wanted.stream()
                    .anyMatch(each -> each.endsWith("*")
                            ? key.startsWith(each.substring(0, each.length() - 1))
                            : key.equals(each))) {
                spans.add(new Span(text.codePointCount(0, word.start()), text.codePointCount(0, word.end())));
            }
        }
        return spans;
    }

    private static Stream<String> words(Query query) {
        return switch (query) {
            case Query.Word word -> keys(word.text());
            case Query.Phrase phrase -> keys(phrase.text());
            case Query.Prefix prefix -> Stream.of(Words.key(prefix.text()) + "*");
            case Query.Field field -> Stream.empty();
            case Query.And and -> and.queries().stream().flatMap(WordMatch::words);
            case Query.Or or -> or.queries().stream().flatMap(WordMatch::words);
            case Query.Not not -> Stream.empty();
        };
    }

    private static Stream<String> keys(String text) {
        return WORD.matcher(text).results().map(word -> Words.key(word.group()));
    }
}

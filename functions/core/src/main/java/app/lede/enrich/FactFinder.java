package app.lede.enrich;

import app.lede.enrich.Tokens.Token;
import app.lede.text.LowerCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an article is about, beside its language: countries, blocs, persons, organisations, towns, terms, agency and
 * dateline.
 *
 * <p>Favours precision: a name counts only where the text or a table shows what it is. Linear in the text. Thread safe; the
 * tables are read at construction and with the first text of a language.
 */
public final class FactFinder {

    /** Characters in which persons, organisations and terms are looked for. */
    private static final int MOST = 200_000;

    private static final int MOST_TERMS = 5;

    private final Countries countries = new Countries();
    private final Keywords keywords = new Keywords();
    private final Agencies agencies = new Agencies();
    private final DatelineReader datelines = new DatelineReader(agencies, countries.entities()::isTown);
    private final WireCredit credit = new WireCredit(agencies);

    /** Reads the tables. */
    public FactFinder() {}

    /**
     * Facts found in an article.
     *
     * @param mentions with their salience: countries and blocs by first occurrence, then others by salience
     */
    public record Found(List<Mention> mentions, Facts facts) {}

    /**
     * Finds the facts of an article.
     *
     * @param language BCP 47 tag; null if unknown
     * @param headline weighs its names; null if there is none
     * @param authors names of which one may be an agency's
     * @param day of publication, ISO 8601 with or without a time, which decides who is in office; null if unknown
     */
    public Found find(
            String text,
            @Nullable String language,
            @Nullable String headline,
            List<String> authors,
            @Nullable String day) {
        List<Token> tokens = Tokens.of(text, MOST, countries.roles());
        Optional<Dateline> dateline = datelines.read(text);
        List<Mention> mentions = Salience.weighed(all(text, tokens, language, day), text, headline);
        Facts facts = new Facts(
                terms(tokens, language, mentions),
                credit.in(text, dateline, authors).orElse(null),
                dateline.map(Dateline::place).orElse(null));
        return new Found(mentions, facts);
    }

    /** Returns the first terms that are not made of the names of mentions. */
    private List<String> terms(List<Token> tokens, @Nullable String language, List<Mention> mentions) {
        Set<String> named = new HashSet<>();
        mentions.forEach(
                mention -> named.addAll(List.of(LowerCase.of(mention.name()).split(" ", -1))));
        return keywords.in(tokens, language).stream()
                .filter(term -> !named.containsAll(List.of(LowerCase.of(term).split(" ", -1))))
                .limit(MOST_TERMS)
                .toList();
    }

    /** Returns every mention in a text, unweighed, with all its places. */
    public List<Mention> mentions(String text, @Nullable String language, @Nullable String day) {
        return all(text, Tokens.of(text, MOST, countries.roles()), language, day);
    }

    private List<Mention> all(String text, List<Token> tokens, @Nullable String language, @Nullable String day) {
        String date = day == null || day.length() < 10 ? null : day.substring(0, 10);
        List<Mention> linked = countries.all(text, language, date);
        Set<Span> taken = new HashSet<>();
        linked.forEach(mention -> taken.addAll(mention.spans()));
        List<Mention> mentions = new ArrayList<>(linked);
        mentions.addAll(free(Organizations.in(text, tokens, countries.roles()), taken));
        mentions.addAll(free(People.in(text, tokens), taken));
        mentions.sort(Comparator.comparing(mention -> !isOfCountries(mention)));
        return mentions;
    }

    /** Leaves out names of which the tables know more. */
    private static List<Mention> free(List<Mention> mentions, Set<Span> taken) {
        List<Mention> free = mentions.stream()
                .filter(mention -> mention.spans().stream().noneMatch(taken::contains))
                .toList();
        free.forEach(mention -> taken.addAll(mention.spans()));
        return free;
    }

    static boolean isOfCountries(Mention mention) {
        return mention.type().equals(Mention.COUNTRY) || mention.type().equals(Mention.BLOC);
    }
}

package app.lede.local.command.bench;

import app.lede.article.ArticleId;
import app.lede.article.Revision;
import app.lede.hash.Digest;
import app.lede.search.Fact;
import app.lede.search.SearchDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes up articles: a headline of 9 words and a text of 200, of 30,000 words whose frequencies follow Zipf's law; 7 languages,
 * 1 to 3 of 60 countries, 200 sources, publication times over a year. The same number gives the same article.
 */
final class MadeUpArticles {

    static final Instant FIRST_DAY = Instant.parse("2025-11-01T00:00:00Z");

    private static final int WORDS = 30_000;
    private static final int HEADLINE = 9;
    private static final int TEXT = 200;
    private static final int COUNTRIES = 60;
    private static final List<String> LANGUAGES = List.of("en", "en", "en", "fr", "es", "de", "pt", "ar", "sw");
    private static final List<String> SYLLABLES = List.of(
            "ba", "ne", "ri", "to", "mu", "lan", "ker", "si", "do", "va", "pel", "gra", "tin", "os", "el", "cha", "bur",
            "mi", "zo", "fen");

    private final List<String> words = words();
    private final double[] cumulated = zipf();

    /** Returns a word by its rank, the most frequent first, from 0. */
    String word(int rank) {
        return words.get(rank);
    }

    /** Makes up an article. */
    SearchDocument article(int number) {
        Random random = new Random(number);
        String text = sentence(random, TEXT);
        Instant published = FIRST_DAY.plus(Duration.ofMinutes(random.nextInt(365 * 24 * 60)));
        return new SearchDocument(
                ArticleId.ofUrl("https://news.example.org/" + number),
                new Revision(Digest.base32("revision " + number)),
                sentence(random, HEADLINE),
                text,
                facts(random),
                published,
                published.plus(Duration.ofMinutes(random.nextInt(60))),
                published.plus(Duration.ofMinutes(60)));
    }

    /** Returns a code of one of the countries, such as {@code CA}. */
    static String country(int number) {
        return "" + (char) ('A' + number / 20) + (char) ('A' + number % 20);
    }

    static String language(int number) {
        return LANGUAGES.get(number % LANGUAGES.size());
    }

    private static Map<Fact, List<String>> facts(Random random) {
        List<String> countries = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int one = random.nextInt(COUNTRIES);
            countries.add(country(Math.min(one, random.nextInt(COUNTRIES))));
        }
        int source = random.nextInt(200);
        Map<Fact, List<String>> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.SOURCE, List.of(Digest.base32("source " + source)));
        facts.put(Fact.LANG, List.of(language(random.nextInt(LANGUAGES.size()))));
        facts.put(Fact.COUNTRY, countries.stream().distinct().toList());
        facts.put(Fact.PUBLISHER, List.of("Publisher " + source));
        facts.put(Fact.AUTHOR, List.of("Author " + random.nextInt(2_000)));
        facts.put(Fact.TAG, List.of("topic " + random.nextInt(300)));
        facts.put(Fact.ACCESS, List.of("open"));
        facts.put(Fact.CONFIDENCE, List.of("high"));
        return facts;
    }

    private String sentence(Random random, int length) {
        StringBuilder sentence = new StringBuilder(length * 8);
        for (int i = 0; i < length; i++) {
            int found = Arrays.binarySearch(cumulated, random.nextDouble());
            sentence.append(words.get(Math.min(found < 0 ? -found - 1 : found, WORDS - 1)));
            sentence.append(i % 18 == 17 ? ". " : " ");
        }
        return sentence.toString();
    }

    /** Words of two to four syllables, each of which counts in base {@code SYLLABLES}. */
    private static List<String> words() {
        List<String> words = new ArrayList<>();
        for (int rank = 0; rank < WORDS; rank++) {
            StringBuilder word = new StringBuilder();
            int left = rank;
            do {
                word.append(SYLLABLES.get(left % SYLLABLES.size()));
                left /= SYLLABLES.size();
            } while (left > 0);
            words.add(word.append(rank < SYLLABLES.size() ? "r" : "").toString());
        }
        return List.copyOf(words);
    }

    private static double[] zipf() {
        double[] cumulated = new double[WORDS];
        double sum = 0;
        for (int rank = 0; rank < WORDS; rank++) {
            sum += 1.0 / (rank + 1);
            cumulated[rank] = sum;
        }
        for (int rank = 0; rank < WORDS; rank++) {
            cumulated[rank] /= sum;
        }
        return cumulated;
    }
}

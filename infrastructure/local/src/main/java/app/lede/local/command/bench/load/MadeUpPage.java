package app.lede.local.command.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Makes up news pages of some 300 words in plain English sentences. The same seed and number give the same page; two numbers give
 * pages that are no copies of each other.
 */
final class MadeUpPage {
    private static final int PARAGRAPHS = 8;
    private static final int SENTENCES = 3;

    private static final List<String> PLACES = List.of(
            "Norrhamn",
            "Velde",
            "Castelmar",
            "Okabe",
            "Tressil",
            "Barrowick",
            "Luanga",
            "Sant Orin",
            "Mirefield",
            "Pelagia",
            "Dunmorrow",
            "Ostrava Bay",
            "Quillon",
            "Harrowgate Sound",
            "Ilmenau Ferry",
            "Zorrilla");
    private static final List<String> PEOPLE = List.of(
            "Ada Lowe",
            "Tomas Brandt",
            "Ines Calder",
            "Rune Halvorsen",
            "Mai Okonjo",
            "Peter Vance",
            "Lucia Ferro",
            "Samir Haddad",
            "Greta Lindqvist",
            "Noah Adeyemi",
            "Clara Whitlock",
            "Jonas Petrov");
    private static final List<String> BODIES = List.of(
            "the harbour office",
            "the city council",
            "the ferry company",
            "the school board",
            "the water authority",
            "the fishers' union",
            "the regional court",
            "the hospital trust",
            "the power station",
            "the farmers' market",
            "the railway inspectorate",
            "the weather service");
    private static final List<String> VERBS = List.of(
            "postponed",
            "approved",
            "measured",
            "rejected",
            "paid for",
            "opened",
            "closed",
            "rebuilt",
            "inspected",
            "criticised",
            "bought",
            "leased",
            "painted",
            "counted",
            "surveyed",
            "repaired");
    private static final List<String> THINGS = List.of(
            "the old bridge",
            "a second ferry",
            "the grain silos",
            "forty new buses",
            "the night train",
            "the sea wall",
            "the public library",
            "a fleet of trawlers",
            "the northern road",
            "three wind turbines",
            "the town archive",
            "the market hall",
            "the flood gates",
            "a solar farm",
            "the cable car",
            "the ice rink");
    private static final List<String> REASONS = List.of(
            "after a dispute over prices",
            "because of the early frost",
            "despite the objections of its neighbours",
            "in time for the winter",
            "at the request of the minister",
            "following a report by engineers",
            "without a vote",
            "for the first time in years",
            "as rain fell for a ninth day",
            "under a new contract",
            "to the surprise of its staff",
            "once the money had come in");
    private static final List<String> CLOSINGS = List.of(
            "Nobody was hurt",
            "Work begins next month",
            "The figures have yet to be checked",
            "A decision is due soon",
            "Residents were told by letter",
            "The bill will be shared",
            "Critics asked for a second opinion",
            "Tickets cost the same as before",
            "The plans hang in the town hall",
            "A hearing was announced");

    private final SplittableRandom random;
    private final int number;

    private MadeUpPage(long seed, int number) {
        this.random = new SplittableRandom(seed * 1_000_003 + number);
        this.number = number;
    }

    /** Makes up a page as HTML. */
    static byte[] html(long seed, int number) {
        return new MadeUpPage(seed, number).page().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a word that many pages have, for queries. */
    static String word(Random random) {
        String thing = THINGS.get(random.nextInt(THINGS.size()));
        return thing.substring(thing.lastIndexOf(' ') + 1);
    }

    private String page() {
        String headline = capital(one(BODIES)) + " " + one(VERBS) + " " + one(THINGS) + " in " + one(PLACES)
                + ", report " + number;
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><head><title>")
                .append(headline)
                .append("</title><meta name=\"author\" content=\"")
                .append(one(PEOPLE))
                .append("\"></head><body><article><h1>")
                .append(headline)
                .append("</h1>");
        for (int i = 0; i < PARAGRAPHS; i++) {
            page.append("<p>");
            for (int j = 0; j < SENTENCES; j++) {
                page.append(sentence()).append(' ');
            }
            page.append("</p>");
        }
        return page.append("</article></body></html>").toString();
    }

    private String sentence() {
        return switch (random.nextInt(3)) {
            case 0 ->
                String.format(
                        Locale.ROOT,
                        "%s of %s %s %s %s, said %s.",
                        capital(one(BODIES)),
                        one(PLACES),
                        one(VERBS),
                        one(THINGS),
                        one(REASONS),
                        one(PEOPLE));
            case 1 ->
                String.format(
                        Locale.ROOT,
                        "%s put the cost at %,d, while %s in %s spoke of %,d.",
                        one(PEOPLE),
                        1_000 + random.nextInt(9_000_000),
                        one(BODIES),
                        one(PLACES),
                        1_000 + random.nextInt(9_000_000));
            default ->
                String.format(
                        Locale.ROOT,
                        "%s, wrote %s on day %d, and %s %s %s.",
                        one(CLOSINGS),
                        one(PEOPLE),
                        random.nextInt(10_000),
                        one(BODIES),
                        one(VERBS),
                        one(THINGS));
        };
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

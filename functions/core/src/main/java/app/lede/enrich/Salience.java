package app.lede.enrich;

import app.lede.text.LowerCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weighs the mentions of a text by how often they occur, how early, and whether the headline has them. */
final class Salience {

    private static final int FREQUENCY = 45;
    private static final int EARLINESS = 30;
    private static final int HEADLINE = 25;

    /** Code points. */
    private static final int FAR = 100_000;

    private Salience() {}

    /** Returns the mentions with their weights: countries and blocs as they are ordered, then the others by weight. */
    static List<Mention> weighed(List<Mention> mentions, String text, @Nullable String headline) {
        int most = mentions.stream().mapToInt(Mention::count).max().orElse(1);
        int length = Math.max(1, text.codePointCount(0, text.length()));
        String title = headline == null ? "" : LowerCase.of(headline);
        List<Mention> countries = new ArrayList<>();
        List<Mention> others = new ArrayList<>();
        for (Mention mention : mentions) {
            double earliness = 1 - mention.spans().getFirst().start() / (double) length;
            boolean shown = isIn(title, mention, text);
            long weight = Math.round(
                    FREQUENCY * mention.count() / (double) most + EARLINESS * earliness + (shown ? HEADLINE : 0));
            Mention weighed = mention.withSalience((int) weight);
            (FactFinder.isOfCountries(mention) ? countries : others).add(weighed);
        }
        others.sort(Comparator.comparingInt(Mention::salience).reversed());
        countries.addAll(others);
        return countries;
    }

    /** Tests whether the headline has the name, the first form of it in the text, or a person's last name. */
    private static boolean isIn(String title, Mention mention, String text) {
        if (title.isEmpty()) {
            return false;
        }
        String form = form(mention.spans().getFirst(), text);
        boolean person = mention.type().equals(Mention.PERSON);
        String last = mention.name().substring(mention.name().lastIndexOf(' ') + 1);
        return title.contains(LowerCase.of(mention.name()))
                || (!form.isEmpty() && title.contains(LowerCase.of(form)))
                || (person && last.length() > 2 && title.contains(LowerCase.of(last)));
    }

    /** Returns the form of a first occurrence; empty far down in a text, to which counting the code points takes long. */
    private static String form(Span first, String text) {
        if (first.start() > FAR) {
            return "";
        }
        int start = text.offsetByCodePoints(0, first.start());
        return text.substring(start, text.offsetByCodePoints(start, first.end() - first.start()));
    }
}

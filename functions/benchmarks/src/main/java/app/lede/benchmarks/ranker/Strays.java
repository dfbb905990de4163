package app.lede.benchmarks.ranker;

import app.lede.summary.Story;
import app.lede.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws lines that do not belong to an article, for training: sentences of our own, or first sentences of other articles. */
final class Strays {

    private static final int STRAYS = 3;
    private static final int FIRST = 6;

    private final List<String> own = Table.lines(Strays.class, "stray-sentences.txt");
    private final List<List<String>> others;
    private final Random random = new Random(5);

    Strays(List<Pair> pairs, Story story) {
        others = pairs.stream()
                .map(pair -> story.read(pair.text(), pair.language(), null).stream()
                        .limit(FIRST)
                        .map(candidate -> candidate.passage().text())
                        .toList())
                .filter(first -> !first.isEmpty())
                .toList();
    }

    /** Returns three lines, all of one kind. */
    List<String> draw() {
        boolean ours = random.nextBoolean();
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < STRAYS; i++) {
            List<String> from = ours ? own : others.get(random.nextInt(others.size()));
            drawn.add(from.get(random.nextInt(from.size())));
        }
        return drawn;
    }
}

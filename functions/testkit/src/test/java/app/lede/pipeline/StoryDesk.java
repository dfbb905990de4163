package app.lede.pipeline;

import static app.lede.testkit.SearchSamples.document;
import static app.lede.testkit.SearchSamples.id;
import static app.lede.testkit.SearchSamples.put;

import app.lede.article.ArticleId;
import app.lede.search.Change;
import app.lede.search.SearchDocument;
import app.lede.story.Report;
import app.lede.testkit.InMemorySearchIndex;
import app.lede.testkit.InMemoryStories;
import app.lede.testkit.SearchSamples;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reports of a few papers, in memory, and the step that groups them. */
final class StoryDesk {

    static final String WIRE =
            "The lighthouse of Port Ellery went dark on Monday after a ship cut the power cable in the bay, the coast"
                    + " guard said. Keeper Odile Marchetti lit the old lamp by hand and stayed at it all night.";

    static final String OWN =
            "Nobody in Port Ellery slept much. The lamp of the lighthouse was lit by Odile Marchetti, who"
                    + " had climbed the stairs with a can of oil, and the coast guard watched the bay.";

    static final String THIRD =
            "Port Ellery owes its light to Odile Marchetti. With oil and a match the keeper kept the"
                    + " lighthouse burning after the cable was cut.";

    static final String OTHER =
            "In Tobermore the council sold its slate quarry to a company from Lisbon for less than a"
                    + " quarter of what was asked.";

    final InMemorySearchIndex index = new InMemorySearchIndex();
    final InMemoryStories stories = new InMemoryStories();
    final GroupStories step = new GroupStories(index, stories);

    static SearchDocument told(int number, String text) {
        return with(document(number, null, text), text);
    }

    static SearchDocument with(SearchDocument plain, String text) {
        return plain.with(Report.of(
                plain.id(),
                "paper" + plain.id().value().substring(0, 8),
                null,
                "en",
                plain.published(),
                null,
                text,
                List.of()));
    }

    static SearchDocument revised(SearchDocument old, String text) {
        return with(SearchSamples.changed(old, text, Duration.ofMinutes(7)), text);
    }

    void deliver(Change... changes) {
        index.apply(List.of(changes));
        step.regroup(List.of(changes));
    }

    /** Returns the articles that copies name as their originals. */
    Set<ArticleId> originals() {
        return stories.placements().values().stream()
                .flatMap(place -> Stream.ofNullable(place.duplicateOf()))
                .collect(Collectors.toSet());
    }

    static Change removal(int number) {
        return new Change.Remove(id(number), told(number, WIRE).changed().plus(Duration.ofDays(1)));
    }

    static StoryDesk crowd(int from, int to) {
        StoryDesk desk = new StoryDesk();
        desk.deliver(IntStream.rangeClosed(from, to)
                .mapToObj(number -> put(told(number, WIRE)))
                .toArray(Change[]::new));
        return desk;
    }

    /** One of four reports of a day, made of the few words that all the local news has, so that most are close to others. */
    static SearchDocument local(int number) {
        return with(document(number * 360, null, localText(number)), localText(number));
    }

    static String localText(int number) {
        List<String> words = List.of(
                ("quay ferry tram mill orchard chapel baker sexton glazier trawler lantern beacon cellar orphan barge"
                                + " tannery sluice granary drover cooper")
                        .split(" ", -1));
        Random random = new Random(number);
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < 15; sentence++) {
            text.append("The ").append(words.get(random.nextInt(words.size())));
            text.append(" said that the ").append(words.get(random.nextInt(words.size())));
            text.append(" and the ").append(words.get(random.nextInt(words.size())));
            text.append(" will open near the ").append(words.get(random.nextInt(words.size())));
            text.append(" for ").append(random.nextInt(1_000)).append(" crowns. ");
        }
        return text.toString();
    }
}

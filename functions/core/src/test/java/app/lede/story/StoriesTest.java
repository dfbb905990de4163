package app.lede.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoriesTest {

    private static final String WIRE =
            "The lighthouse of Port Ellery went dark on Monday after a ship cut the power cable in the bay, the coast"
                + " guard said. Keeper Odile Marchetti lit the old lamp by hand and stayed at it all night. The ship,"
                + " Karla Vesper, was on its way to Tobermore with a load of slate. Divers will mend the cable on"
                + " Thursday, the island's power company said, if the swell allows it. Fishing boats were told to keep"
                + " clear of the sound.";

    private static final String OWN =
            "Nobody in Port Ellery slept much: for the first time since the war the lighthouse was lit by hand. Odile"
                    + " Marchetti, its keeper, climbed the stairs with a can of oil when the Karla Vesper had torn the"
                    + " cable. I have done it once in training, she said. In Tobermore the captain has to answer"
                    + " questions.";

    private static Report report(String publisher, int hour, String text) {
        return EventSet.report("https://" + publisher + ".example/" + hour, "en", hour, "", text);
    }

    private static Report credited(Report report, String agency) {
        return new Report(
                report.id(),
                report.publisher(),
                agency,
                report.language(),
                report.first(),
                report.shingles(),
                report.signature(),
                report.features(),
                report.countries());
    }

    private static Placement place(Stories stories, Report report) {
        return Objects.requireNonNull(stories.placements().get(report.id()));
    }

    @Test
    void two_publishers_with_words_of_their_own_are_a_story_named_after_the_first() {
        Report first = report("gazette", 1, WIRE);
        Report second = report("courier", 3, OWN);
        Story story = Stories.of(List.of(second, first)).stories().getFirst();
        assertEquals(first.id(), story.id());
        assertEquals(2, story.voices());
        assertEquals(
                List.of(first.id(), second.id()),
                story.members().stream().map(Member::id).toList());
        assertTrue(
                story.members().get(1).reasons().contains("Ellery"),
                story.members().toString());
        assertEquals(first.first(), story.firstSeen());
        assertEquals(second.first(), story.latest());
    }

    @Test
    void a_report_of_nobody_knows_whom_is_no_second_voice() {
        Report first = report("gazette", 1, WIRE);
        Report other = report("courier", 3, OWN);
        Report anonymous = new Report(
                other.id(),
                "",
                null,
                other.language(),
                other.first(),
                other.shingles(),
                other.signature(),
                other.features(),
                other.countries());
        assertEquals(List.of(), Stories.of(List.of(first, anonymous)).stories());
        assertEquals(1, Stories.of(List.of(first, other)).stories().size());
    }

    @Test
    void copies_of_one_text_are_one_voice_and_no_story() {
        Report first = report("gazette", 1, WIRE);
        Report copy = report("courier", 2, "(Our desk) " + WIRE);
        Stories stories = Stories.of(List.of(copy, first));
        assertEquals(List.of(), stories.stories());
        assertEquals(new Placement(null, new Placement.Copy(first.id(), copy.first()), false), place(stories, copy));
        assertEquals(new Placement(null, null, true), place(stories, first));
    }

    @Test
    void a_copy_of_a_copy_leads_to_whoever_had_the_text_first() {
        Report first = report("gazette", 1, WIRE);
        Report longer = report("courier", 2, WIRE + " " + OWN);
        Report tail = report("herald", 3, OWN + " The pub at the quay sold out of candles.");
        Report own = report(
                "islander",
                4,
                "Port Ellery had its lamp back on Tuesday. Odile Marchetti slept until noon, then"
                        + " told the council about the Karla Vesper and the cable.");
        Stories stories = Stories.of(List.of(own, tail, longer, first));
        Story story = stories.stories().getFirst();
        assertEquals(first.id(), place(stories, longer).duplicateOf());
        assertEquals(first.id(), place(stories, tail).duplicateOf());
        assertEquals(longer.id(), story.members().get(2).copyOf());
        assertNull(place(stories, own).duplicateOf());
        assertEquals(2, story.voices());
        assertEquals(
                List.of(0, 0, 0, 1), story.members().stream().map(Member::voice).toList());
    }

    @Test
    void reports_that_credit_one_agency_are_one_voice() {
        Report one = credited(report("gazette", 1, WIRE), "ap");
        Report other = credited(report("courier", 2, OWN), "ap");
        assertEquals(List.of(), Stories.of(List.of(one, other)).stories());
    }

    @Test
    void reports_of_one_publisher_are_one_voice() {
        assertEquals(
                List.of(),
                Stories.of(List.of(report("gazette", 1, WIRE), report("gazette", 2, OWN)))
                        .stories());
    }

    @Test
    void order_and_repetition_do_not_matter() throws IOException {
        List<Report> all = reports();
        Stories expected = Stories.of(all);
        Random random = new Random(17);
        for (int round = 0; round < 5; round++) {
            List<Report> shuffled = new ArrayList<>(all);
            shuffled.addAll(all.subList(0, random.nextInt(all.size())));
            Collections.shuffle(shuffled, random);
            assertEquals(expected, Stories.of(shuffled));
        }
    }

    @Test
    void a_report_taken_away_leaves_what_would_be_without_it() throws IOException {
        List<Report> all = reports();
        List<Report> without = new ArrayList<>(all);
        without.remove(3);
        Set<Report> left = new HashSet<>(all);
        left.remove(all.get(3));
        assertEquals(Stories.of(without), Stories.of(left));
    }

    @Test
    void an_earlier_report_that_comes_late_becomes_the_first() {
        Report first = report("gazette", 1, WIRE);
        Report second = report("courier", 3, OWN);
        Report third = report("islander", 2, OWN.replace("Nobody", "Hardly anybody") + " " + WIRE.substring(0, 80));
        Stories before = Stories.of(List.of(third, second));
        Stories after = Stories.of(List.of(third, second, first));
        assertEquals(List.of(), before.stories());
        assertEquals(first.id(), after.stories().getFirst().id());
        assertEquals(third.id(), place(after, second).duplicateOf());
    }

    @Test
    void two_stories_merge_when_a_report_joins_them_and_split_when_it_goes() throws IOException {
        List<Report> all = reports();
        Stories whole = Stories.of(all);
        for (Story story : whole.stories()) {
            Set<Report> members = all.stream()
                    .filter(report -> story.members().stream()
                            .anyMatch(member -> member.id().equals(report.id())))
                    .collect(Collectors.toSet());
            Stories alone = Stories.of(members);
            assertEquals(List.of(story), alone.stories(), "a story follows from its own reports");
        }
    }

    @Test
    void ten_thousand_copies_of_one_text_are_bounded_work() {
        Report text = report("gazette", 1, WIRE);
        List<Report> copies = IntStream.range(0, 10_000)
                .mapToObj(number -> new Report(
                        app.lede.article.ArticleId.ofUrl("https://farm" + number + ".example/"),
                        "farm" + number,
                        null,
                        "en",
                        text.first().plusSeconds(number + 1L),
                        text.shingles(),
                        text.signature(),
                        text.features(),
                        List.of()))
                .collect(Collectors.toCollection(ArrayList::new));
        copies.add(text);
        Stories stories = Stories.of(copies);
        assertEquals(List.of(), stories.stories());
        assertEquals(text.id(), place(stories, copies.getFirst()).duplicateOf());
    }

    @Test
    void every_report_of_a_very_large_story_is_placed_in_it() {
        Report own = report("islander", 0, OWN);
        List<Report> all = new ArrayList<>(List.of(own));
        for (int number = 0; number < Story.MOST_MEMBERS + 20; number++) {
            Report text = report("gazette" + number, 1, WIRE);
            all.add(text);
        }
        Stories stories = Stories.of(all);
        assertEquals(1, stories.stories().size());
        Story story = stories.stories().getFirst();
        assertEquals(Story.MOST_MEMBERS, story.members().size());
        assertEquals(all.size(), story.reports());
        all.forEach(report -> assertEquals(story.id(), place(stories, report).story()));
    }

    @Test
    void a_stored_report_is_read_as_it_was_written() throws IOException {
        for (Report report : reports()) {
            byte[] bytes = ReportBytes.write(report);
            assertTrue(bytes.length <= ReportBytes.MOST_BYTES, "bytes " + bytes.length);
            assertEquals(report, ReportBytes.read(bytes));
        }
    }

    @Test
    void hostile_texts_have_reports_of_bounded_size() {
        for (String text : List.of(
                "",
                "x",
                "\ud800\udfff\ud800",
                "a\u0301".repeat(50_000),
                "Word ".repeat(200_000),
                "9".repeat(100_000),
                "長".repeat(100_000),
                "1,2.3,4".repeat(20_000))) {
            Report report = report("gazette", 1, text);
            assertTrue(ReportBytes.write(report).length <= ReportBytes.MOST_BYTES);
            assertEquals(report, ReportBytes.read(ReportBytes.write(report)));
            Stories.of(List.of(report, report("courier", 1, text)));
        }
    }

    private static List<Report> reports() throws IOException {
        return EventSet.read().stream().map(EventSet.Told::report).toList();
    }
}

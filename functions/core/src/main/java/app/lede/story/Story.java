package app.lede.story;

import app.lede.article.ArticleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Articles of at least two independent voices that tell the same event. Named after its first report, so every former name is
 * an article, too, and leads to the story in which that article stands now.
 *
 * @param id of its first report
 * @param reports number of its articles that are known; more than {@code members} in a story of very many
 * @param voices number of independent voices
 * @param members in order of time, at most {@value #MOST_MEMBERS}
 */
public record Story(ArticleId id, int reports, int voices, List<Member> members) {

    /** Members that are kept; the rest is counted. */
    public static final int MOST_MEMBERS = 100;

    /** A story has at least this many independent voices. */
    public static final int LEAST_VOICES = 2;

    public Story {
        members = List.copyOf(members);
    }

    /** Returns when the first of its publishers had it. */
    public Instant firstSeen() {
        return members.getFirst().first();
    }

    /** Returns when its last report came. */
    public Instant latest() {
        return members.getLast().first();
    }

    /** Returns what is left of it without some articles, under the same id; empty with fewer than {@value #LEAST_VOICES} voices. */
    public Optional<Story> without(Set<ArticleId> articles) {
        List<Member> left = members.stream()
                .filter(member -> !articles.contains(member.id()))
                .map(member -> member.withoutSource(articles))
                .toList();
        if (left.size() == members.size()) {
            return Optional.of(this);
        }
        int fewer = (int) (voicesOf(members) - voicesOf(left));
        Story story = new Story(id, reports - (members.size() - left.size()), voices - fewer, left);
        return story.voices() < LEAST_VOICES ? Optional.empty() : Optional.of(story);
    }

    private static long voicesOf(List<Member> members) {
        return members.stream()
                .filter(Member::isNamed)
                .map(Member::voice)
                .distinct()
                .count();
    }

    /** Returns its publishers, sorted; without those that are unknown. */
    public List<String> publishers() {
        return sorted(members.stream().map(Member::publisher).filter(name -> !name.isEmpty()));
    }

    /** Returns its languages, sorted. */
    public List<String> languages() {
        return sorted(members.stream().flatMap(member -> Stream.ofNullable(member.language())));
    }

    private static List<String> sorted(Stream<String> values) {
        return List.copyOf(new TreeSet<>(values.toList()));
    }
}

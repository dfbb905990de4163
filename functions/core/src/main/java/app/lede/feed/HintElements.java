package app.lede.feed;

import app.lede.text.LowerCase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads {@link FeedHints} from a feed's head; ignores invalid values. */
final class HintElements {

    private static final int MINUTES_IN_A_YEAR = 366 * 24 * 60;
    private static final int MAX_HUBS = 5;

    private HintElements() {}

    /** Returns the hints of a channel or feed; {@code linkName} is the element of its WebSub links. */
    static FeedHints of(FeedElement channel, String linkName) {
        Duration ttl = channel.firstText("ttl").flatMap(HintElements::minutes).orElse(null);
        List<String> hubs = related(channel, linkName, "hub").limit(MAX_HUBS).toList();
        String self = related(channel, linkName, "self").findFirst().orElse(null);
        String earlier = related(channel, linkName, "prev-archive")
                .findFirst()
                .or(() -> related(channel, linkName, "next").findFirst())
                .orElse(null);
        return new FeedHints(ttl, updatePeriod(channel), skipHours(channel), skipDays(channel), hubs, self, earlier);
    }

    private static Optional<Duration> minutes(String text) {
        return number(text, 1, MINUTES_IN_A_YEAR).map(Duration::ofMinutes);
    }

    private static Optional<Integer> number(String text, int least, int most) {
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(text)).filter(n -> n >= least && n <= most);
    }

    private static @Nullable Duration updatePeriod(FeedElement channel) {
        Optional<String> period = channel.firstText("sy:updateperiod");
        int frequency = channel.firstText("sy:updatefrequency")
                .flatMap(text -> number(text, 1, MINUTES_IN_A_YEAR))
                .orElse(1);
        return switch (LowerCase.of(period.orElse(""))) {
            case "hourly" -> Duration.ofHours(1).dividedBy(frequency);
            case "daily" -> Duration.ofDays(1).dividedBy(frequency);
            case "weekly" -> Duration.ofDays(7).dividedBy(frequency);
            case "monthly" -> Duration.ofDays(30).dividedBy(frequency);
            case "yearly" -> Duration.ofDays(365).dividedBy(frequency);
            default -> null;
        };
    }

    /** Reads hours from 0 to 23; RSS 0.91 counts from 1 to 24, so 24 is midnight. */
    private static Set<Integer> skipHours(FeedElement channel) {
        Set<Integer> hours = new TreeSet<>();
        channel.first("skiphours").ifPresent(skip -> skip.all("hour")
                .forEach(hour -> number(hour.text(), 0, 24).ifPresent(h -> hours.add(h % 24))));
        return hours;
    }

    private static Set<DayOfWeek> skipDays(FeedElement channel) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        channel.first("skipdays").ifPresent(skip -> {
            List<String> named = skip.all("day").stream().map(FeedElement::text).toList();
            Stream.of(DayOfWeek.values())
                    .filter(day -> named.stream().anyMatch(day.name()::equalsIgnoreCase))
                    .forEach(days::add);
        });
        return days;
    }

    private static Stream<String> related(FeedElement channel, String linkName, String relation) {
        return channel.all(linkName).stream()
                .filter(link -> isRelated(link.element(), relation))
                .flatMap(link -> Links.href(link).stream());
    }

    private static boolean isRelated(Element link, String relation) {
        String relations = LowerCase.of(link.attributes().getIgnoreCase("rel"));
        return List.of(relations.strip().split("\\s+")).contains(relation);
    }
}

package app.lede.robots;

import app.lede.fetch.WebUrl;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The rules of one robots.txt that are for us: those of our own name, otherwise those for everybody. crawler-commons reads
 * and matches them. Immutable.
 */
public final class RobotRules {

    /** No site's robots.txt, no rules. */
    public static final RobotRules NONE =
            new RobotRules(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL), true);

    /** A longer pause is taken for a wish, not for a rule; nobody could keep up with a newspaper at one page an hour. */
    public static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    /**
     * Matching 13,000 rules full of wildcards against a URL of 8,000 characters took 4 seconds. The longest files of real
     * sites have some 3,000 rules for one robot.
     */
    private static final int MAX_RULES = 4_000;

    private static final List<String> OUR_NAME = List.of("lede");

    private final SimpleRobotRules rules;
    private final boolean readable;

    private RobotRules(SimpleRobotRules rules, boolean readable) {
        this.rules = rules;
        this.readable = readable;
    }

    /** Reads a file; whatever is no rule in it is passed over. */
    public static RobotRules of(RobotsText text) {
        SimpleRobotRules rules = new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
                .parseContent("http://host.invalid/robots.txt", text.bytes(), "text/plain", OUR_NAME);
        return new RobotRules(rules, rules.getRobotRules().size() <= MAX_RULES);
    }

    /** Whether a page may be asked for; nothing may where there are more rules than anybody could keep to. */
    public boolean allow(URI page) {
        return readable && rules.isAllowed(page.toString());
    }

    /** The pause asked for between two requests, {@link #LONGEST_DELAY} at most; zero where none is. */
    public Duration crawlDelay() {
        long millis = Math.max(0, rules.getCrawlDelay());
        return millis > LONGEST_DELAY.toMillis() ? LONGEST_DELAY : Duration.ofMillis(millis);
    }

    /** The sitemaps named, absolute, in order. */
    public List<String> sitemaps() {
        return rules.getSitemaps().stream()
                .filter(url -> WebUrl.of(url).isPresent())
                .toList();
    }
}

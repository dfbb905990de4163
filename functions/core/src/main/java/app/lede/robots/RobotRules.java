package app.lede.robots;

import app.lede.fetch.WebUrl;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The rules of one robots.txt that apply to us: the group of our own name, else the {@code *} group. Parsed and matched
 * by crawler-commons. Immutable.
 */
public final class RobotRules {

    /** Rules that allow everything. */
    public static final RobotRules NONE = new RobotRules(
            new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL), RobotsStatements.NONE, true);

    /** Maximum {@code Crawl-delay} that is honoured. At one page an hour no newspaper could be followed. */
    public static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    /**
     * Maximum number of rules. 13,000 rules full of wildcards took 4 seconds against a URL of 8,000 characters; the
     * longest real files have some 3,000 rules per robot.
     */
    private static final int MAX_RULES = 4_000;

    private static final List<String> OUR_NAME = List.of("lede");

    private final SimpleRobotRules rules;
    private final RobotsStatements statements;
    private final boolean readable;

    private RobotRules(SimpleRobotRules rules, RobotsStatements statements, boolean readable) {
        this.rules = rules;
        this.statements = statements;
        this.readable = readable;
    }

    /** Parses a file; ignores invalid lines. */
    public static RobotRules of(RobotsText text) {
        SimpleRobotRules rules = new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
                .parseContent("http://host.invalid/robots.txt", text.bytes(), "text/plain", OUR_NAME);
        return new RobotRules(
                rules, RobotsStatements.of(text), rules.getRobotRules().size() <= MAX_RULES);
    }

    /** Tests whether a page may be fetched. A file with more than {@value #MAX_RULES} rules disallows everything. */
    public boolean allow(URI page) {
        return readable && rules.isAllowed(page.toString());
    }

    /** Returns the crawl delay, at most {@link #LONGEST_DELAY}; zero if there is none. */
    public Duration crawlDelay() {
        long millis = Math.max(0, rules.getCrawlDelay());
        return millis > LONGEST_DELAY.toMillis() ? LONGEST_DELAY : Duration.ofMillis(millis);
    }

    /** Returns the statements on usage rights. */
    public RobotsStatements statements() {
        return statements;
    }

    /** Returns the sitemaps named, absolute, in file order. */
    public List<String> sitemaps() {
        return rules.getSitemaps().stream()
                .filter(url -> WebUrl.of(url).isPresent())
                .toList();
    }
}

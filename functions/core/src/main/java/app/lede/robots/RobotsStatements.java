package app.lede.robots;

import app.lede.fetch.WebUrl;
import app.lede.rights.Evidence;
import app.lede.rights.PathPattern;
import app.lede.rights.Signal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Usage statements of one robots.txt that apply to us, of the group of our own name, else the {@code *} group: {@code
 * Content-Usage} (AIPREF attach-05), {@code Content-Signal} (Content Signals) and {@code License} (RSL 1.0). Immutable.
 *
 * <p>Lines before any group apply to everyone, and so does a {@code License} after a blank line: files end with it as with
 * {@code Sitemap}.
 */
public final class RobotsStatements {

    /** No statements. */
    public static final RobotsStatements NONE = new RobotsStatements(List.of());

    private static final String OUR_NAME = "lede";
    private static final int MAX_LINES = 20_000;
    private static final int MAX_STATEMENTS = 1_000;
    private static final int MAX_LICENCES = 3;
    private static final String WHERE = "robots.txt";

    /** Directives of a group that other standards than RFC 9309 add. */
    private enum Directive {
        CONTENT_USAGE,
        CONTENT_SIGNAL,
        LICENSE;

        static Optional<Directive> of(String name) {
            return Stream.of(values())
                    .filter(one -> one.name().replace('_', '-').equals(name))
                    .findFirst();
        }
    }

    private record Statement(Directive directive, String value) {

        /** Returns the pattern before a value of {@code Content-Usage}; the whole site without one. */
        PathPattern path() {
            int space = value.indexOf(' ');
            return new PathPattern(value.startsWith("/") ? value.substring(0, space < 0 ? value.length() : space) : "");
        }

        String usage() {
            int space = value.indexOf(' ');
            return !value.startsWith("/")
                    ? value
                    : space < 0 ? "" : value.substring(space).strip();
        }
    }

    private final List<Statement> statements;

    private RobotsStatements(List<Statement> statements) {
        this.statements = List.copyOf(statements);
    }

    /** Parses a file; ignores lines that are no statement. */
    public static RobotsStatements of(RobotsText text) {
        return of(text.text());
    }

    static RobotsStatements of(String text) {
        Groups groups = new Groups();
        text.lines().limit(MAX_LINES).forEach(groups::line);
        return new RobotsStatements(groups.ours());
    }

    /** The groups of a file while it is read. */
    private static final class Groups {
        private final List<Statement> global = new ArrayList<>();
        private final List<Statement> named = new ArrayList<>();
        private final List<Statement> any = new ArrayList<>();
        private boolean anyGroup;
        private boolean inNames;
        private boolean forUs;
        private boolean forAny;
        private boolean namedUs;
        private boolean blank;

        void line(String line) {
            int hash = line.indexOf('#');
            String text = (hash < 0 ? line : line.substring(0, hash)).strip();
            int colon = text.indexOf(':');
            if (colon < 0) {
                blank |= line.isBlank();
                return;
            }
            String name = text.substring(0, colon).strip().toUpperCase(Locale.ROOT);
            String value = text.substring(colon + 1).strip();
            if (name.equals("USER-AGENT")) {
                agent(value.toLowerCase(Locale.ROOT));
            } else {
                inNames = false;
                Directive.of(name).ifPresent(directive -> add(new Statement(directive, value)));
            }
            blank = false;
        }

        private void agent(String value) {
            if (!inNames) {
                forUs = false;
                forAny = false;
            }
            inNames = true;
            anyGroup = true;
            forUs |= token(value).equals(OUR_NAME);
            forAny |= value.startsWith("*");
            namedUs |= forUs;
        }

        private static String token(String value) {
            int end = 0;
            while (end < value.length()
                    && (Character.isLetter(value.charAt(end)) || "-_".indexOf(value.charAt(end)) >= 0)) {
                end++;
            }
            return value.substring(0, end);
        }

        private void add(Statement statement) {
            boolean everyone = !anyGroup || (blank && statement.directive() == Directive.LICENSE);
            if (global.size() + named.size() + any.size() >= MAX_STATEMENTS
                    || statement.value().isEmpty()) {
                return;
            }
            if (everyone) {
                global.add(statement);
            } else if (forUs) {
                named.add(statement);
            } else if (forAny) {
                any.add(statement);
            }
        }

        List<Statement> ours() {
            return Stream.concat(global.stream(), (namedUs ? named : any).stream())
                    .toList();
        }
    }

    /** Returns the statements on a page; of {@code Content-Usage}, those of the longest matching path. */
    public List<Evidence> on(URI page, Instant at) {
        String path = Optional.ofNullable(page.getRawPath())
                        .filter(raw -> !raw.isEmpty())
                        .orElse("/")
                + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        List<Statement> usages = of(Directive.CONTENT_USAGE)
                .filter(statement -> statement.path().matches(path))
                .toList();
        int longest =
                usages.stream().mapToInt(usage -> usage.path().length()).max().orElse(0);
        return Stream.concat(
                        usages.stream()
                                .filter(usage -> usage.path().length() == longest)
                                .map(usage -> new Evidence(Signal.CONTENT_USAGE, WHERE, usage.usage(), at)),
                        of(Directive.CONTENT_SIGNAL)
                                .map(signal -> new Evidence(Signal.CONTENT_SIGNAL, WHERE, signal.value(), at)))
                .distinct()
                .limit(20)
                .toList();
    }

    /** Returns the addresses of the licences, absolute, in file order. */
    public List<String> licences() {
        return of(Directive.LICENSE)
                .map(Statement::value)
                .filter(url -> WebUrl.of(url).isPresent())
                .distinct()
                .limit(MAX_LICENCES)
                .toList();
    }

    private Stream<Statement> of(Directive directive) {
        return statements.stream().filter(statement -> statement.directive() == directive);
    }
}

package app.lede.extract.metadata;

import app.lede.text.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of a site, and the removal of them from titles ("Quay to be rebuilt | The Lindholm Courier"). */
final class SiteNames {

    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|\\-–—·•»:~]{1,2}\\s+|\\s*[|｜]\\s*");

    /** Separators before which a topic may stand, colons included; after a title a colon starts its essential half. */
    private static final Pattern LEADING = Pattern.compile(":\\s+|" + SEPARATOR.pattern());

    /** Maximum number of parts: "Quay | News | The Lindholm Courier". */
    private static final int MAX_PARTS = 3;

    /** Words of a title below which what follows may be its half. */
    private static final int MIN_TITLE = 3;

    /** Fewer initials spell a label of a host by chance. */
    private static final int MIN_INITIALS = 3;

    /** Labels that no site is known by; their letters begin the words of headlines: "what went wrong". */
    private static final Set<String> OF_ANY_SITE = Set.of("www", "com", "org", "net", "gov", "edu", "web");

    /** A longer name is a description, in UTF-16 units. */
    private static final int MAX_NAME = 200;

    private final List<String> names;
    private final Set<String> logos;
    private final String host;
    private final List<String> labels;

    /**
     *
     * @param names the page's names of its site or publisher
     * @param url of the page; its host spells the site's name, often without spaces
     */
    SiteNames(Stream<String> names, @Nullable String url) {
        this(names, Stream.of(), url);
    }

    /**
     * @param logos what the links to the front page say, often the site's name: as a whole it is no part of a title
     */
    SiteNames(Stream<String> names, Stream<String> logos, @Nullable String url) {
        this.logos = logos.filter(name -> name.length() <= MAX_NAME)
                .map(Words::key)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        this.names = names.filter(name -> name.length() <= MAX_NAME)
                .map(Words::key)
                .filter(name -> !name.isEmpty())
                .toList();
        String named = Optional.ofNullable(url).map(SiteNames::host).orElse("");
        this.host = keyed(named);
        this.labels = Stream.concat(Stream.of(named.replaceFirst("^www\\.", "")), Stream.of(named.split("\\.", -1)))
                .map(SiteNames::keyed)
                .toList();
    }

    private static String keyed(String host) {
        return Words.key(host).replace(" ", "");
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return ""; // Addresses are as broken as the pages they lead to.
        }
    }

    boolean isName(String text) {
        return names.contains(Words.key(text));
    }

    /** Tests whether a name is the site's or publisher's, a part of it, or contains it ("Courier staff"). */
    boolean isOfSite(String name) {
        return names(name);
    }

    /** Removes trailing parts of a title that name the site or follow a heading of the page. */
    String without(String title, Predicate<String> shown) {
        String rest = title;
        for (int parts = 0; parts < MAX_PARTS; parts++) {
            Matcher matcher = SEPARATOR.matcher(rest);
            int start = -1;
            int end = -1;
            while (matcher.find()) {
                start = matcher.start();
                end = matcher.end();
            }
            if (start <= 0
                    || !(names(rest.substring(end))
                            || isLogo(rest.substring(0, start), rest.substring(end))
                            || shown.test(rest.substring(0, start)))) {
                return withoutLeading(rest);
            }
            rest = rest.substring(0, start).strip();
        }
        return withoutLeading(rest);
    }

    /** Tests for the words of a logo behind a title, where the page does not say what its site is called. */
    private boolean isLogo(String title, String part) {
        return names.isEmpty() && Words.count(title) >= MIN_TITLE && logos.contains(Words.key(part));
    }

    private String withoutLeading(String title) {
        String rest = title;
        for (int parts = 0; parts < MAX_PARTS; parts++) {
            Matcher matcher = LEADING.matcher(rest);
            if (!matcher.find() || matcher.start() == 0) {
                return rest;
            }
            String key = Words.key(rest.substring(0, matcher.start()));
            // Before a colon a name of the host may as well be the topic: "Acme: a history".
            boolean named = names.contains(key)
                    || (!matcher.group().startsWith(":") && isLogo(rest.substring(matcher.end()), key))
                    || (!matcher.group().startsWith(":") && isLabelOfHost(key));
            if (!named) {
                return rest;
            }
            rest = rest.substring(matcher.end()).strip();
        }
        return rest;
    }

    /** Tests for a label of the host, or all of it: a place or a topic that a label is made of is no name of the site. */
    private boolean isLabelOfHost(String key) {
        return key.length() > 3 && labels.contains(key.replace(" ", ""));
    }

    private boolean names(String part) {
        String key = Words.key(part);
        return !key.isEmpty()
                && (names.stream().anyMatch(name -> name.contains(key) || key.contains(name))
                        || isInHost(key)
                        || isSpelledByHost(key));
    }

    /** Tests whether a label of the host is the initials of a name: "Lindholm Harbour Board" at lhb.example. */
    private boolean isSpelledByHost(String key) {
        String initials =
                Stream.of(key.split(" ")).map(word -> word.substring(0, 1)).collect(Collectors.joining());
        return initials.length() >= MIN_INITIALS && !OF_ANY_SITE.contains(initials) && labels.contains(initials);
    }

    private boolean isInHost(String key) {
        return key.length() > 3 && Stream.of(key.split(" ")).allMatch(host::contains);
    }
}

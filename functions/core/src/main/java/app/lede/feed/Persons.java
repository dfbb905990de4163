package app.lede.feed;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Extracts author names from the forms in which feeds write persons. */
final class Persons {

    /** Maximum length of a name and of the joined list. */
    private static final int MAX_LENGTH = 300;

    private static final String MAIL = "(?:mailto:)?[\\w.+%-]{1,64}@[\\w.-]{1,190}";
    private static final Pattern MAIL_THEN_NAME = Pattern.compile(MAIL + "\\s*\\(([^)]+)\\)");
    private static final Pattern NAME_THEN_MAIL = Pattern.compile("(.*?\\S)\\s*[(<\\[]\\s*" + MAIL + "\\s*[)>\\]]");

    private Persons() {}

    /** Returns the names of all persons under these element names, joined, without duplicates. */
    static Optional<String> joined(FeedElement parent, String... names) {
        Set<String> persons = new LinkedHashSet<>();
        for (String name : names) {
            parent.all(name).stream()
                    .map(Persons::name)
                    .filter(n -> !n.isEmpty())
                    .forEach(persons::add);
            if (!persons.isEmpty()) {
                break;
            }
        }
        return joined(persons);
    }

    static Optional<String> joined(Set<String> names) {
        String joined = names.stream().limit(20).collect(Collectors.joining(", "));
        return joined.isEmpty() ? Optional.empty() : Optional.of(cut(joined));
    }

    /** Returns the name of a person element: its {@code name} or {@code email}, or its one line of text. */
    private static String name(FeedElement person) {
        Optional<String> structured =
                person.firstText("name", "atom:name", "itunes:name", "email", "atom:email", "itunes:email");
        return structured.orElseGet(() -> name(person.text()));
    }

    /**
     * Returns the name in {@code mail (name)}, {@code name (mail)} or {@code name <mail>}; the mail address if there is
     * no name.
     */
    static String name(String line) {
        String text = cut(
                line.indexOf('<') >= 0 && line.indexOf('/') >= 0
                        ? Jsoup.parseBodyFragment(line).text()
                        : line.strip());
        Matcher matcher = MAIL_THEN_NAME.matcher(text);
        if (matcher.matches()) {
            return matcher.group(1).strip();
        }
        matcher = NAME_THEN_MAIL.matcher(text);
        return (matcher.matches() ? matcher.group(1) : text)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String cut(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }
}

package app.lede.document;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a document's envelope says about it: the header of a mail, the properties of a file, the fields beside a text in JSON.
 *
 * @param rank whether these words go before what the text itself says
 * @param terms each with its values, none blank, at most {@value #MAX_VALUES} of {@value #MAX_LENGTH} characters
 * @param remarks what reading noticed and a person may want to know, such as a type that was declared wrongly
 */
public record About(Rank rank, Map<Term, List<String>> terms, List<String> remarks) {

    /** Nothing was said. */
    public static final About NOTHING = new About(Rank.AFTER_TEXT, Map.of(), List.of());

    private static final int MAX_VALUES = 50;
    private static final int MAX_LENGTH = 2000;

    /** Who is believed where envelope and text differ. */
    public enum Rank {
        /** Written for this very document: a mail's subject. */
        BEFORE_TEXT,
        /** Left behind by a program or a template: a file's properties. */
        AFTER_TEXT
    }

    /** What can be said about a document. */
    public enum Term {
        HEADLINE,
        AUTHOR,
        PUBLISHER,
        /** A date and time of ISO 8601. */
        PUBLISHED,
        /** A date and time of ISO 8601. */
        MODIFIED,
        LANGUAGE,
        DESCRIPTION,
        KEYWORD,
        /** Where the document says it can be had. */
        URL,
        /** The domain a mail was sent from. */
        SENDER
    }

    public About {
        requireNonNull(rank, "rank");
        Map<Term, List<String>> copy = new EnumMap<>(Term.class);
        terms.forEach((term, values) -> copy.put(term, List.copyOf(values)));
        terms = Map.copyOf(copy);
        remarks = List.copyOf(remarks);
    }

    /** An envelope on which nothing stands yet. */
    public static About ranked(Rank rank) {
        return new About(rank, Map.of(), List.of());
    }

    /** With one value more of a term; nothing is added for a value without text. */
    public About and(Term term, @Nullable String value) {
        String clean = value == null ? "" : CleanText.of(value).strip();
        List<String> values = new ArrayList<>(all(term));
        if (clean.isEmpty() || clean.length() > MAX_LENGTH || values.size() >= MAX_VALUES || values.contains(clean)) {
            return this;
        }
        values.add(clean);
        Map<Term, List<String>> more = new EnumMap<>(Term.class);
        more.putAll(terms);
        more.put(term, values);
        return new About(rank, more, remarks);
    }

    /** With one value more of a term for each of these. */
    public About andAll(Term term, Iterable<String> values) {
        About about = this;
        for (String value : values) {
            about = about.and(term, value);
        }
        return about;
    }

    /** With one remark more. */
    public About remarking(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new About(rank, terms, more);
    }

    public List<String> all(Term term) {
        return terms.getOrDefault(term, List.of());
    }

    public Optional<String> first(Term term) {
        return all(term).stream().findFirst();
    }
}

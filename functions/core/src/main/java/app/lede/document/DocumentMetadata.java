package app.lede.document;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Metadata from a document's envelope: a mail's header, a file's properties, the fields beside a text in JSON.
 *
 * @param rank precedence relative to the text's own metadata
 * @param terms each with its values, none blank, at most {@value #MAX_VALUES} of {@value #MAX_LENGTH} characters
 * @param remarks remarks of the reader, such as a wrongly declared type
 */
public record DocumentMetadata(Rank rank, Map<Term, List<String>> terms, List<String> remarks) {

    /** No metadata. */
    public static final DocumentMetadata NOTHING = new DocumentMetadata(Rank.AFTER_TEXT, Map.of(), List.of());

    private static final int MAX_VALUES = 50;
    private static final int MAX_LENGTH = 2000;

    /** Precedence between envelope and text. */
    public enum Rank {
        /** Written for this document, such as a mail's subject. */
        BEFORE_TEXT,
        /** Written by a program or template, such as a file's properties. */
        AFTER_TEXT
    }

    /** A metadata field. */
    public enum Term {
        HEADLINE,
        AUTHOR,
        PUBLISHER,
        /** An ISO 8601 date and time. */
        PUBLISHED,
        /** An ISO 8601 date and time. */
        MODIFIED,
        LANGUAGE,
        DESCRIPTION,
        KEYWORD,
        /** The document's own address. */
        URL,
        /** The domain of a mail's sender. */
        SENDER
    }

    public DocumentMetadata {
        requireNonNull(rank, "rank");
        Map<Term, List<String>> copy = new EnumMap<>(Term.class);
        terms.forEach((term, values) -> copy.put(term, List.copyOf(values)));
        terms = Map.copyOf(copy);
        remarks = List.copyOf(remarks);
    }

    /** Creates empty metadata. */
    public static DocumentMetadata ranked(Rank rank) {
        return new DocumentMetadata(rank, Map.of(), List.of());
    }

    /** Adds a value of a term; ignores blank values. */
    public DocumentMetadata and(Term term, @Nullable String value) {
        String clean = value == null ? "" : CleanText.of(value).strip();
        List<String> values = new ArrayList<>(all(term));
        if (clean.isEmpty() || clean.length() > MAX_LENGTH || values.size() >= MAX_VALUES || values.contains(clean)) {
            return this;
        }
        values.add(clean);
        Map<Term, List<String>> more = new EnumMap<>(Term.class);
        more.putAll(terms);
        more.put(term, values);
        return new DocumentMetadata(rank, more, remarks);
    }

    /** Adds several values of a term. */
    public DocumentMetadata andAll(Term term, Iterable<String> values) {
        DocumentMetadata about = this;
        for (String value : values) {
            about = about.and(term, value);
        }
        return about;
    }

    /** Adds a remark. */
    public DocumentMetadata remarking(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new DocumentMetadata(rank, terms, more);
    }

    public List<String> all(Term term) {
        return terms.getOrDefault(term, List.of());
    }

    public Optional<String> first(Term term) {
        return all(term).stream().findFirst();
    }
}

package app.lede.search;

import app.lede.enrich.Span;
import java.util.List;

/**
 * Part of an article's text, with the words found in it. All offsets count code points from the beginning of the text.
 *
 * @param span the passage, about a sentence or two
 * @param marks the words found, ascending, within the passage
 */
public record Passage(Span span, List<Span> marks) {

    public Passage {
        marks = List.copyOf(marks);
    }
}

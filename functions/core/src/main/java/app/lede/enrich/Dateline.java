package app.lede.enrich;

import org.jspecify.annotations.Nullable;

/**
 * The opening of an agency's report: place, date and agency.
 *
 * @param place as written, without date and region; null if none
 * @param span of the place in code points of the text; null without a place
 * @param agency by its usual name; null if none
 * @param end UTF-16 position in the text behind the dateline, where the report begins
 */
public record Dateline(
        @Nullable String place,
        @Nullable Span span,
        @Nullable String agency,
        int end) {}

package app.lede.alert;

import app.lede.saved.SearchId;

/**
 * A digest of what a saved search found in one period.
 *
 * @param id the same however often it is published
 * @param name of the search
 * @param subject one line of at most {@link Digests#MOST_SUBJECT} characters
 * @param text plain, at most {@link Digests#MOST_BYTES} bytes of UTF-8
 */
public record DigestMessage(String id, SearchId search, String name, String subject, String text) {}

package app.lede.local.command.ingestion;

import java.util.Optional;

/**
 * A document and its outcome, as in the API.
 *
 * @param key the object's key in the documents bucket
 * @param outcome one of the product's outcome names, such as {@code stored} or {@code empty}
 * @param detail reason of the outcome, if any
 * @param articleId the article the document became or repeats
 */
public record DocumentRow(String id, String key, String outcome, Optional<String> detail, Optional<String> articleId) {}

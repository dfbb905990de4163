package app.lede.pipeline;

import app.lede.document.DocumentId;

/**
 * Goes on with the deletion of a collection.
 *
 * @param document the collection, which has the outcome {@code deleted} already
 */
public record DeletionJob(DocumentId document) {}

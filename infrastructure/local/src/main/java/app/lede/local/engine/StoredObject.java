package app.lede.local.engine;

/**
 * An object just created in a bucket.
 *
 * @param eventName S3's event name: {@code ObjectCreated:Put}, {@code ObjectCreated:Copy}, {@code
 *     ObjectCreated:CompleteMultipartUpload}
 * @param size in bytes
 * @param eTag without quotes
 */
public record StoredObject(String eventName, String bucket, String key, long size, String eTag) {}

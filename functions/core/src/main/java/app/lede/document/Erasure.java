package app.lede.document;

import org.jspecify.annotations.Nullable;

/**
 * Deletes raw objects for good, so that no version of them can be read any more. Deleting what is not there changes
 * nothing. Thread safe; an exception means storage out of reach, and that the same call may be made again.
 */
public interface Erasure {

    /**
     * Deletes one object.
     *
     * @param versionId the one version to delete, null for all of them
     */
    void delete(String key, @Nullable String versionId);

    /**
     * Deletes every version of every object whose key starts so.
     *
     * @param folder ends with a slash
     */
    void deleteAll(String folder);
}

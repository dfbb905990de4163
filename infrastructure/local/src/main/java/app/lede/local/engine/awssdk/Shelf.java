package app.lede.local.engine.awssdk;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Keeps the bytes of objects: in memory, or in a folder that outlives the process. Thread safe. */
interface Shelf {

    /** Buckets that were kept. */
    List<String> buckets() throws IOException;

    /**
     * Objects of a bucket that were kept, in no order.
     *
     * @throws DamagedFolder when one can't be read
     */
    List<ShelvedObject> objects(String bucket) throws IOException;

    void createBucket(String bucket) throws IOException;

    /** Removes an empty bucket. */
    void deleteBucket(String bucket) throws IOException;

    /** Receives bytes to the end of the stream; they are invisible until placed. */
    Received receive(InputStream content) throws IOException;

    /** Bytes that have arrived and belong to no object yet. */
    interface Received {

        long size();

        /** Returns the MD5 of the bytes, 16 octets. */
        byte[] md5();

        InputStream open() throws IOException;

        /** Prepares the bytes for their place; slow work is done here, outside the lock. */
        void settle(ObjectHead head) throws IOException;

        /** Publishes the bytes atomically, replacing an existing object; called once, after {@link #settle}. */
        ShelvedObject place(String bucket) throws IOException;

        /** Forgets the bytes; without effect once they have their place. */
        void discard();
    }

    /** An object with its bytes. */
    interface ShelvedObject {

        ObjectHead head();

        /** Opens the bytes as they are now; a later replacement of the object does not change them. */
        InputStream open() throws IOException;

        void remove() throws IOException;
    }
}

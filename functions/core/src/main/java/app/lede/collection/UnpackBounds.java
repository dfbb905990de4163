package app.lede.collection;

/** Bounds of collections. */
public final class UnpackBounds {

    /** Largest collection in bytes, as it is stored. */
    public static final long MAX_COLLECTION = 1024L * 1024 * 1024;

    /** Largest collection in bytes, after decompression: all parts together. */
    public static final long MAX_UNPACKED = 4 * MAX_COLLECTION;

    /** Most parts of one collection. */
    public static final int MAX_PARTS = 100_000;

    private UnpackBounds() {}
}

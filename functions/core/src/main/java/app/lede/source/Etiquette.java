package app.lede.source;

/**
 * The cost of polling a source, and the savings.
 *
 * @param requests requests sent, redirects included
 * @param notModified polls answered by 304
 * @param sameBody polls answered with an unchanged body
 * @param bytesReceived size of bodies received, decompressed
 * @param bytesSaved estimated: the size of the known body for each 304
 */
public record Etiquette(long requests, long notModified, long sameBody, long bytesReceived, long bytesSaved) {

    public static final Etiquette NONE = new Etiquette(0, 0, 0, 0, 0);

    /** Counts one poll that received a body. */
    public static Etiquette ofBody(int requests, long bytes) {
        return new Etiquette(requests, 0, 0, bytes, 0);
    }

    /** Counts one poll that received an unchanged body. */
    public static Etiquette ofSameBody(int requests, long bytes) {
        return new Etiquette(requests, 0, 1, bytes, 0);
    }

    /** Counts one poll answered with 304. */
    public static Etiquette ofNotModified(int requests, long bytesSaved) {
        return new Etiquette(requests, 1, 0, 0, bytesSaved);
    }

    public Etiquette plus(Etiquette poll) {
        return new Etiquette(
                requests + poll.requests,
                notModified + poll.notModified,
                sameBody + poll.sameBody,
                bytesReceived + poll.bytesReceived,
                bytesSaved + poll.bytesSaved);
    }

    /** Returns the share of requests answered with 304, 0 to 1. */
    public double notModifiedShare() {
        return requests == 0 ? 0 : (double) notModified / requests;
    }
}

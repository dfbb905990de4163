package app.lede.source;

/**
 * What polling a source cost its publisher, and what was saved.
 *
 * @param requests over the wire, redirects included
 * @param notModified polls answered by 304
 * @param sameBody polls answered by the bytes that were known
 * @param bytesReceived of bodies, decompressed
 * @param bytesSaved estimated: for each 304 the size of the body that is known
 */
public record Etiquette(long requests, long notModified, long sameBody, long bytesReceived, long bytesSaved) {

    public static final Etiquette NONE = new Etiquette(0, 0, 0, 0, 0);

    /** One poll that got a body. */
    public static Etiquette ofBody(int requests, long bytes) {
        return new Etiquette(requests, 0, 0, bytes, 0);
    }

    /** One poll that got the body it knew. */
    public static Etiquette ofSameBody(int requests, long bytes) {
        return new Etiquette(requests, 0, 1, bytes, 0);
    }

    /** One poll that was spared the body. */
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

    /** Of the requests, 0 to 1. */
    public double notModifiedShare() {
        return requests == 0 ? 0 : (double) notModified / requests;
    }
}

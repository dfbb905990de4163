package app.lede.api;

import app.lede.document.UploadClaims;
import java.time.Instant;
import java.util.SortedMap;

/** Hands out the right to put one document into the bucket. Thread safe. */
public interface UploadTickets {

    /**
     * Issues a ticket for one key, content type and size in bytes; nothing else can be put with it, and nothing twice.
     *
     * @param claims kept with the object
     */
    Ticket issue(String key, String contentType, long size, UploadClaims claims);

    /**
     * A URL to PUT to, until it expires.
     *
     * @param headers by lower-case name, to be sent exactly so; part of the signature
     */
    record Ticket(String url, SortedMap<String, String> headers, Instant expires) {}
}

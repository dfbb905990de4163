package app.lede.api;

import java.time.Instant;

/** Hands out the right to put one document into the inbox. Thread safe. */
public interface UploadTickets {

    /** A ticket for one key, type and size in bytes; nothing else can be put with it. */
    Ticket issue(String key, String contentType, long size);

    /** A URL to PUT to, with exactly the content type and length it was issued for, until it expires. */
    record Ticket(String url, Instant expires) {}
}

package app.lede.fetch;

/** The kind of document a request prefers; servers that negotiate answer accordingly. */
public enum Accept {
    FEED("application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9,"
            + " text/xml;q=0.8, application/json;q=0.7, */*;q=0.5"),
    PAGE("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8"),
    ROBOTS("text/plain, */*;q=0.5"),
    ANYTHING("*/*");

    private final String header;

    Accept(String header) {
        this.header = header;
    }

    /** Returns the Accept header's value. */
    public String header() {
        return header;
    }
}

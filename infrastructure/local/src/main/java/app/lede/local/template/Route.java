package app.lede.local.template;

/**
 * A route of the HTTP API.
 *
 * @param method in upper case, or ANY
 * @param path with {@code {name}} for one segment and {@code {name+}} for the rest
 * @param function logical id of the function that answers
 * @param signed whether API Gateway requires a signature (IAM)
 */
public record Route(String method, String path, String function, boolean signed) {

    /** Path and key of the catch-all route. */
    public static final String DEFAULT = "$default";

    /** Creates a route for everybody. */
    public Route(String method, String path, String function) {
        this(method, path, function, false);
    }

    /** Returns the route key in API Gateway's form: {@code GET /v1/articles/{id}}. */
    public String key() {
        return path.equals(DEFAULT) ? DEFAULT : method + " " + path;
    }
}

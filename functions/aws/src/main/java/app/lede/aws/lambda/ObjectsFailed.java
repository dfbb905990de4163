package app.lede.aws.lambda;

/** Makes a message come again of which some objects failed; each of them has its own log line. */
final class ObjectsFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    ObjectsFailed(int objects) {
        super(objects + " objects failed");
    }
}

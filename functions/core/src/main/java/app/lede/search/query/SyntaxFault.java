package app.lede.search.query;

/** Carries a fault from where it is found to {@link QueryParser}, which returns it as a value; never leaves this package. */
final class SyntaxFault extends Exception {

    private static final long serialVersionUID = 1;

    private final int at;

    SyntaxFault(int at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    QueryReading.Faulty reading() {
        return new QueryReading.Faulty(at, String.valueOf(getMessage()));
    }
}

package app.lede.abstractive;

/** Thrown where another attempt asks the same question at this moment: its answer can be read later, and is not paid twice. */
public final class CallUnderway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallUnderway() {
        super("another attempt is asking the model for this summary");
    }
}

package app.lede.rights;

/**
 * The operator's rule for uses on which a publisher says nothing. Search and summaries are always allowed then.
 *
 * @param aiInput whether texts may be handed to models
 * @param aiTrain whether texts may be exported for training
 */
public record UnstatedUses(boolean aiInput, boolean aiTrain) {

    /** Allows models to read, and denies training. */
    public static final UnstatedUses DEFAULT = new UnstatedUses(true, false);

    /** Tests whether a use without a statement is allowed. */
    public boolean allow(Use use) {
        return switch (use) {
            case SEARCH, SUMMARY -> true;
            case AI_INPUT -> aiInput;
            case AI_TRAIN -> aiTrain;
        };
    }
}

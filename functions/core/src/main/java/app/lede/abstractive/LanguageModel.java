package app.lede.abstractive;

/** A language model. Thread safe. */
public interface LanguageModel {

    /** Returns the model's id, as the service knows it. */
    String id();

    /** Asks once and waits at most half a minute; whatever the service answers is a value. */
    ModelAnswer ask(Prompt prompt);
}

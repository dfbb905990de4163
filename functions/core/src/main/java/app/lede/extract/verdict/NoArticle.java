package app.lede.extract.verdict;

/** Kinds of pages that hold no article. */
public enum NoArticle {
    CHALLENGE("a bot check or a request to enable scripts"),
    CONSENT("a request for consent"),
    GONE("a page that says that there is none"),
    SIGN_IN("a sign-in form"),
    OFFER("an offer to subscribe without the article"),
    TEASERS("a front page or a list of teasers"),
    TOO_SHORT("a few words without a headline");

    private final String reason;

    NoArticle(String reason) {
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}

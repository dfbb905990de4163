package app.lede.extract.verdict;

import app.lede.article.Access;

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

    /** Returns the state in which such a page withholds its article; {@link Access#FEED_ONLY} where it has none. */
    public Access access() {
        return switch (this) {
            case CHALLENGE -> Access.CHALLENGED;
            case CONSENT -> Access.CONSENT;
            case SIGN_IN, OFFER -> Access.WALLED;
            case GONE, TEASERS, TOO_SHORT -> Access.FEED_ONLY;
        };
    }
}

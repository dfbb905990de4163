package app.lede.pipeline;

import app.lede.article.Access;
import app.lede.article.AccessFinding;
import app.lede.article.Precedence.Origin;
import app.lede.article.TextFrom;
import app.lede.document.FetchedFrom;
import app.lede.document.UploadClaims;
import app.lede.extract.Extracted;
import app.lede.fetch.CanonicalUrl;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Attributes the text of a document: to which article it belongs, where it comes from and how it ranks.
 *
 * @param address under which address it stands, and how it ranks there
 * @param text what was extracted, from the document or from the feed's entry
 * @param notes of claims about the address, for people
 */
record Attribution(
        ArticleAddress address, TextFrom textFrom, AccessFinding access, Extracted text, List<String> notes) {

    private static final int MAX_NOTE = 300;

    /** Returns the address declared by an upload's uploader or by the document itself, its only one. */
    static Attribution ofUpload(UploadClaims claims, Extracted text) {
        ArticleAddress address = ArticleAddress.ofUpload(claims.url(), text.declaredUrl());
        return new Attribution(address, TextFrom.UPLOAD, text.access(), text, List.of());
    }

    /** Attributes a fetched page whose own address did not fit beside its bytes; it may not claim another's. */
    static Attribution ofPageWithoutAddress(Extracted text) {
        return new Attribution(
                new ArticleAddress(Optional.empty(), Origin.PAGE),
                TextFrom.PAGE,
                text.access(),
                text,
                List.of("its address is too long to be kept"));
    }

    /** Attributes a fetched document; its page may claim another address of its own site. */
    static Attribution ofFetched(FetchedFrom from, Extracted text) {
        ArticleAddress address = ArticleAddress.of(from, text.declaredUrl());
        boolean words = from.form() == FetchedFrom.Form.FEED;
        return new Attribution(
                address,
                words ? TextFrom.FEED : TextFrom.PAGE,
                gone(from).orElseGet(() -> words ? refused(from.refusal()) : text.access()),
                text,
                notes(from, text, address));
    }

    /** Attributes the feed's text in place of a page without an article. */
    static Attribution ofWords(FetchedFrom from, EntryText.Words words, Extracted filled) {
        return new Attribution(
                new ArticleAddress(Optional.of(words.url()), Origin.FEED),
                TextFrom.FEED,
                from.gone() ? gone(from).orElseThrow() : words.page(),
                filled,
                List.of("the page shows no article"));
    }

    private static Optional<AccessFinding> gone(FetchedFrom from) {
        if (from.gone()) {
            return Optional.of(
                    new AccessFinding(Access.GONE, "the page answers 404 or 410, or redirects to the front page"));
        }
        return from.form() == FetchedFrom.Form.FRONT_PAGE
                ? Optional.of(new AccessFinding(Access.GONE, "the page redirects to the front page"))
                : Optional.empty();
    }

    private static AccessFinding refused(FetchedFrom.@Nullable Refusal refusal) {
        if (refusal == null) {
            return new AccessFinding(Access.FEED_ONLY, "the text is the feed's");
        }
        return new AccessFinding(
                refusal.status() == FetchedFrom.Refusal.PRICED ? Access.PRICED : Access.FEED_ONLY, refusal.reason());
    }

    private static List<String> notes(FetchedFrom from, Extracted text, ArticleAddress address) {
        String declared = text.declaredUrl();
        if (address.origin() == Origin.CLAIM) {
            return List.of(cut("fetched at " + from.url()));
        }
        boolean followed =
                declared == null || CanonicalUrl.of(declared).equals(address.url()) || !declared.startsWith("http");
        return followed || address.origin() != Origin.PAGE
                ? List.of()
                : List.of(cut("names another address as canonical, which is not believed: " + declared));
    }

    private static String cut(String note) {
        return note.length() <= MAX_NOTE ? note : note.substring(0, MAX_NOTE);
    }
}

package app.lede.extract.verdict;

import app.lede.article.Metadata;
import app.lede.article.PublishedDate;
import app.lede.extract.page.Passage;
import app.lede.extract.page.Region;
import app.lede.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells pages that are no article from short articles: challenges, requests for consent, sign-in forms, "page not found",
 * offers to subscribe, front pages. Judges the whole page, and for the article where in doubt: what is stored can be looked at,
 * what is refused cannot.
 *
 * <p>Thread safe; linear in the page.
 */
public final class PageVerdict {

    /** Shorter lines are labels, and neither for nor against. */
    private static final int MIN_SENTENCE = 6;

    /** Words of prose about something else above which a page tells something, whatever its title. */
    private static final int MAX_OTHER = 45;

    /** The same where nothing but the title addresses the visitor. */
    private static final int FEW_OTHER = 18;

    /** The same without a title that names the kind, as a share of the words that address the visitor. */
    private static final double OTHER_SHARE = 0.4;

    private static final int MAX_WORDS = 1200;
    private static final int MIN_ADDRESS = 12;
    private static final int MIN_TEASERS = 5;
    private static final int MIN_TITLE_WORDS = 4;
    private static final int MIN_PROSE = 12;
    /** Words of prose below a title from which it is told there, and no teaser. */
    private static final int TOLD_BELOW = 25;

    private static final int TELLING = 70;
    private static final int FEW_WORDS = 4;
    private static final double MOSTLY_LINK = 0.8;

    /** Matches the status that a server answers with instead of a page, which is the same in every language. */
    private static final Pattern STATUS = Pattern.compile("(?:40[0134]|410|429|451|50[0234])[!.]?");

    /** Matches those that are numbers of other things too: of marches, of a book, of a race. */
    private static final Pattern NUMBER = Pattern.compile("(?:400|451|500)[!.]?");

    /** Matches such a status beside a word for "error"; beside others it is the number of a flight or a road. */
    private static final Pattern NAMED_STATUS = namedStatus();

    private static final Pattern DIRECTORY = Pattern.compile("Index of /\\S{0,200}");
    private static final Pattern APART = Pattern.compile("[|:·•»–—]|\\s-\\s");

    private static final int MAX_TITLE_PARTS = 8;

    private static final int AROUND =
            Region.NAV.mask() | Region.FOOTER.mask() | Region.RELATED.mask() | Region.COMMENTS.mask();

    private final Addresses addresses = Addresses.load();

    private static Pattern namedStatus() {
        String words = Table.lines(PageVerdict.class, "error-words.txt").stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
        String status = "(?:40[0134]|410|429|451|50[0234])";
        return Pattern.compile("(?iu)" + words + " ?" + status + "[!.]?|" + status + " ?" + words + "[!.]?");
    }

    /**
     * Judges a page.
     *
     * @param title the page's title element
     * @param passages of the whole page
     * @param body the passages selected as article
     */
    public Optional<NoArticle> of(String title, Metadata declared, List<Passage> passages, List<Passage> body) {
        List<String> titles = titles(title, declared, passages);
        boolean evident = isEvident(declared);
        if (!isLong(body)
                && others(NoArticle.OFFER, body) < MIN_PROSE
                && isOf(NoArticle.OFFER, titles, passages, body)) {
            return Optional.of(NoArticle.OFFER);
        }
        if (evident) {
            return Optional.empty();
        }
        return Stream.of(NoArticle.CHALLENGE, NoArticle.CONSENT, NoArticle.GONE, NoArticle.SIGN_IN)
                .filter(kind -> isOf(kind, titles, passages, body))
                .findFirst()
                .or(() -> isTeasers(passages, body) || isDirectory(title, body)
                        ? Optional.of(NoArticle.TEASERS)
                        : Optional.empty())
                .or(() -> isTooShort(declared, body) ? Optional.of(NoArticle.TOO_SHORT) : Optional.empty());
    }

    /** Returns the text before an offer to subscribe at its end; the whole text if it ends otherwise. */
    public List<Passage> withoutOffer(List<Passage> body) {
        int end = body.size();
        int offered = 0;
        for (int i = body.size() - 1; i > 0; i--) {
            Passage passage = body.get(i);
            boolean offer = addresses.words(NoArticle.OFFER, passage) * 2 >= passage.words();
            offered += offer ? addresses.count(NoArticle.OFFER, passage) : 0;
            if (!offer && passage.words() >= MIN_SENTENCE && !passage.isHeading()) {
                break;
            }
            end = offer ? i : end;
        }
        return offered >= 2 ? body.subList(0, end) : body;
    }

    private static List<String> titles(String title, Metadata declared, List<Passage> passages) {
        List<String> titles = new ArrayList<>(List.of(title));
        String headline = declared.headline();
        if (headline != null) {
            titles.add(headline);
        }
        passages.stream()
                .filter(passage -> passage.isHeading() && (passage.frame().regions() & AROUND) == 0)
                .limit(1)
                .forEach(heading -> titles.add(heading.text()));
        return titles;
    }

    /** Tests whether the page states when or by whom its article was written, in data that only articles have. */
    private static boolean isEvident(Metadata declared) {
        PublishedDate date = declared.datePublished();
        boolean dated = date != null
                && (date.source().equals("json-ld") || date.source().equals("meta"));
        return dated || !declared.authors().isEmpty();
    }

    private boolean isOf(NoArticle kind, List<String> titles, List<Passage> passages, List<Passage> body) {
        if (isLong(body)) {
            return false;
        }
        boolean numbered = kind == NoArticle.GONE && titles.stream().anyMatch(title -> isPart(title, STATUS));
        boolean status = numbered && titles.stream().anyMatch(title -> isPart(title, STATUS) && !isPart(title, NUMBER));
        boolean titled = numbered
                || titles.stream()
                        .anyMatch(title -> addresses.hasAny(kind, title)
                                || (kind == NoArticle.GONE && isPart(title, NAMED_STATUS)));
        int addressed = passages.stream()
                .filter(passage -> (passage.frame().regions() & AROUND) == 0)
                .mapToInt(passage -> addresses.words(kind, passage))
                .sum();
        int phrases = body.stream()
                .mapToInt(passage -> addresses.count(kind, passage))
                .sum();
        int others = others(kind, body);
        boolean only = kind == NoArticle.CHALLENGE && phrases == 1 && others == 0;
        if (status && others <= MAX_OTHER) {
            return true;
        }
        return titled
                ? others <= Math.min(MAX_OTHER, FEW_OTHER + 2 * addressed)
                : (phrases >= 2 || only) && addressed >= MIN_ADDRESS && others <= OTHER_SHARE * addressed;
    }

    /** Tests for a title of which a part between marks is of a form as a whole: "404 – Kestrel". */
    private static boolean isPart(String title, Pattern form) {
        return APART.splitAsStream(title)
                .limit(MAX_TITLE_PARTS)
                .map(String::strip)
                .anyMatch(form.asMatchPredicate());
    }

    /** Tests for more text than a page has that is no article, consent to cookies included. */
    private static boolean isLong(List<Passage> body) {
        return body.stream().mapToInt(Passage::words).sum() > MAX_WORDS;
    }

    /** Counts the words of the body's sentences that are not addressed to the visitor. */
    private int others(NoArticle kind, List<Passage> body) {
        return body.stream()
                .filter(passage -> passage.words() >= MIN_SENTENCE && passage.linkedShare() < MOSTLY_LINK)
                .mapToInt(passage -> passage.words() - addresses.words(kind, passage))
                .sum();
    }

    /** Tests for titles that are links, and hardly a sentence but the short ones below them. */
    private static boolean isTeasers(List<Passage> passages, List<Passage> body) {
        int titles = 0;
        int told = 0;
        boolean below = false;
        for (Passage passage : passages) {
            boolean around = (passage.frame().regions() & AROUND) != 0;
            boolean title = !around && passage.linkedShare() > MOSTLY_LINK && passage.words() >= MIN_TITLE_WORDS;
            titles += title ? 1 : 0;
            told += !around && !title && passage.words() >= (below ? TOLD_BELOW : MIN_PROSE) ? passage.words() : 0;
            below = title || (below && passage.words() < MIN_PROSE && !passage.isHeading());
        }
        int kept = body.stream()
                .filter(passage -> passage.linkedShare() < MOSTLY_LINK && passage.words() >= MIN_PROSE)
                .mapToInt(Passage::words)
                .sum();
        return titles >= MIN_TEASERS && Math.min(told, kept) < TELLING;
    }

    /** Tests for the title that web servers give their lists of files. */
    private static boolean isDirectory(String title, List<Passage> body) {
        return DIRECTORY.matcher(title.strip()).matches()
                && body.stream().filter(passage -> passage.words() >= MIN_PROSE).count() <= 1;
    }

    private static boolean isTooShort(Metadata declared, List<Passage> body) {
        int words = body.stream().mapToInt(Passage::words).sum();
        return words < FEW_WORDS && (declared.headline() == null || words <= 1);
    }
}

package app.lede.quote;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.NamedArticle;
import app.lede.article.Revision;
import app.lede.article.SightedRevision;
import app.lede.quote.QuoteAnswer.Verdict;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Hit;
import app.lede.search.Search;
import app.lede.search.SearchIndex;
import app.lede.search.Sort;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks quotes against the library: in the article that is named, in its current revision first and then in earlier ones; or,
 * where none is named, in the articles that the search index finds for their words in current revisions. Thread safe.
 *
 * <p>Bounded: {@value #MOST_QUOTES} quotes, {@value #MOST_REVISIONS} earlier revisions, {@value #MOST_FOUND_OF_WORDS} found articles, and
 * {@link #TIME} for one call; quotes beyond are {@code unchecked}.
 */
public final class QuoteCheck {

    /** Quotes of one call. */
    public static final int MOST_QUOTES = 50;

    /** Characters of one quote. */
    public static final int MOST_CHARACTERS = 2_000;

    static final Duration TIME = Duration.ofSeconds(15);

    private static final int MOST_REVISIONS = 20;
    private static final int MOST_FOUND = 5;

    /** Of a quote of few words: the index takes forms of a word for one, and many articles have some. */
    private static final int MOST_FOUND_OF_WORDS = 20;

    private final ArticleStore articles;
    private final ArticleTexts texts;
    private final Optional<SearchIndex> search;
    private final InstantSource clock;

    public QuoteCheck(ArticleStore articles, ArticleTexts texts, Optional<SearchIndex> search, InstantSource clock) {
        this.articles = articles;
        this.texts = texts;
        this.search = search;
        this.clock = clock;
    }

    /**
     * A quote to check.
     *
     * @param article id or address of the article, null to search the library
     */
    public record Asked(String quote, @Nullable String article) {}

    /** Checks quotes; the answers have their order. */
    public List<QuoteAnswer> check(List<Asked> asked) {
        Instant end = clock.instant().plus(TIME);
        OpenedTexts opened = new OpenedTexts(texts);
        List<QuoteAnswer> answers = new ArrayList<>();
        for (Asked one : asked) {
            answers.add(
                    clock.instant().isBefore(end)
                            ? check(one, opened, end)
                            : QuoteAnswer.unchecked("the time of one call is over; ask for fewer quotes at once"));
        }
        return answers;
    }

    private QuoteAnswer check(Asked asked, OpenedTexts opened, Instant end) {
        String named = asked.article();
        if (named == null) {
            return search.isEmpty()
                    ? QuoteAnswer.unchecked("this stack has no search index; name the article")
                    : searched(asked.quote(), opened, end);
        }
        return NamedArticle.find(articles, named)
                .map(article -> of(asked.quote(), article, opened))
                .orElseGet(() -> QuoteAnswer.absent("the library has no such article"));
    }

    private QuoteAnswer of(String quote, Article article, OpenedTexts opened) {
        Optional<OpenedTexts.Opened> current = opened.open(article.textKey());
        QuoteAnswer now = current.map(text -> text.answer(quote, article, article.revision()))
                .orElseGet(() -> QuoteAnswer.absent("the article's text is gone"));
        return now.verdict() == Verdict.EXACT
                ? now
                : inHeadline(quote, article)
                        .or(() -> earlier(quote, article, opened, now))
                        .orElse(now);
    }

    private static Optional<QuoteAnswer> inHeadline(String quote, Article article) {
        return Optional.ofNullable(article.metadata().headline())
                .map(headline -> OpenedTexts.Opened.ofHeadline(headline, article.language()))
                .flatMap(headline -> headline.exact(quote, article, article.revision()));
    }

    /**
     * Looks through the revisions before, the last one first, for the quote; where the current one says nothing like it, also for
     * something like it.
     */
    private Optional<QuoteAnswer> earlier(String quote, Article article, OpenedTexts opened, QuoteAnswer now) {
        Optional<QuoteAnswer> alike = Optional.empty();
        Revision since = article.revision();
        List<SightedRevision> revisions =
                SightedRevision.of(opened.keys(article.id())).reversed();
        for (SightedRevision before :
                revisions.stream().limit(MOST_REVISIONS + 1L).toList()) {
            if (before.revision().equals(article.revision())) {
                continue;
            }
            boolean compared = now.verdict() == Verdict.ABSENT && alike.isEmpty();
            QuoteAnswer said = opened.open(before.textKey())
                    .map(text -> compared
                            ? text.answer(quote, article, before.revision())
                            : text.exact(quote, article, before.revision()).orElse(now))
                    .orElse(now);
            if (said.verdict() == Verdict.EXACT) {
                return Optional.of(new QuoteAnswer(Verdict.GONE, said.place(), now.differences(), since, null));
            }
            if (compared && said.verdict() == Verdict.CHANGED) {
                alike = Optional.of(new QuoteAnswer(Verdict.CHANGED, said.place(), said.differences(), since, null));
            }
            since = before.revision();
        }
        return alike;
    }

    /** Searches the library; the best answer of the articles found counts. */
    private QuoteAnswer searched(String quote, OpenedTexts opened, Instant end) {
        List<QuoteAnswer> answers = new ArrayList<>();
        Set<ArticleId> found = found(quote);
        boolean over = false;
        for (ArticleId id : found) {
            over = !clock.instant().isBefore(end);
            if (over) {
                break;
            }
            articles.get(id).map(article -> of(quote, article, opened)).ifPresent(answers::add);
            if (!answers.isEmpty() && answers.getLast().verdict() == Verdict.EXACT) {
                return answers.getLast();
            }
        }
        QuoteAnswer none = over
                ? QuoteAnswer.unchecked(
                        "the time of one call was over before every article found was read; name the article")
                : QuoteAnswer.absent(unlike(found.size()));
        return answers.stream()
                .filter(answer -> answer.place() != null)
                .max(Comparator.comparingDouble(QuoteAnswer::similarity))
                .orElse(none);
    }

    /** Tells how far the search went: the index has current revisions alone, and the nearest articles are read. */
    private static String unlike(int read) {
        String searched = read == 0
                ? "no article was found by its words"
                : "of the articles nearest to its words " + read + " were read, and none says anything like it";
        return "current revisions only: " + searched
                + "; name the article to have all of it and its earlier revisions compared";
    }

    private Set<ArticleId> found(String quote) {
        int most = QuoteWords.isShort(quote) ? MOST_FOUND_OF_WORDS : MOST_FOUND;
        Set<ArticleId> found = new LinkedHashSet<>();
        for (String question : QuoteWords.questions(quote)) {
            if (found.size() >= most) {
                break;
            }
            hits(question, most).stream().map(Hit::id).forEach(found::add);
        }
        return found;
    }

    private List<Hit> hits(String question, int most) {
        Criteria criteria = Criteria.of(Filter.ALL.asking(question));
        return search.orElseThrow()
                .search(new Search(criteria, Sort.RELEVANCE, most, null))
                .hits();
    }
}

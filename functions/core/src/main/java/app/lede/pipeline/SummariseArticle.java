package app.lede.pipeline;

import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.Metadata;
import app.lede.article.ParsedArticle;
import app.lede.article.Provenance;
import app.lede.article.PublishedDate;
import app.lede.article.Revision;
import app.lede.article.Standing;
import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.enrich.Mention;
import app.lede.extract.ArticleExtractor;
import app.lede.library.PackedArticle;
import app.lede.summary.Summariser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Summarises the text of an article, finds its facts, and writes the one item that the API reads.
 *
 * <p>The text stands in the library before the item is written, and the document's outcome is written last. Thread safe.
 */
public final class SummariseArticle {

    private final ArticleTexts texts;
    private final ArticleStore articles;
    private final DocumentLog log;
    private final LanguageDetector languages;
    private final FactFinder facts;
    private final Summariser summariser;
    private final InstantSource clock;
    private final Watchdog watchdog;
    private final Deletion deletion;
    private final RevisionChoice choice;
    private final KeptSummary kept;
    private final ModelSummaries models;

    /** Assembles the step without a model; a text whose summary the watchdog gives up is {@code too-slow}. */
    public SummariseArticle(
            ArticleTexts texts,
            ArticleStore articles,
            DocumentLog log,
            LanguageDetector languages,
            FactFinder facts,
            Summariser summariser,
            InstantSource clock,
            Watchdog watchdog,
            Deletion deletion) {
        this(texts, articles, log, languages, facts, summariser, clock, watchdog, deletion, ModelSummaries.NONE);
    }

    /** Assembles the step with a model, which may take longer than the watchdog allows: waiting is not computing. */
    public SummariseArticle(
            ArticleTexts texts,
            ArticleStore articles,
            DocumentLog log,
            LanguageDetector languages,
            FactFinder facts,
            Summariser summariser,
            InstantSource clock,
            Watchdog watchdog,
            Deletion deletion,
            ModelSummaries models) {
        this.texts = texts;
        this.articles = articles;
        this.log = log;
        this.languages = languages;
        this.facts = facts;
        this.summariser = summariser;
        this.clock = clock;
        this.watchdog = watchdog;
        this.deletion = deletion;
        this.choice = new RevisionChoice(texts);
        this.kept = new KeptSummary(texts);
        this.models = models;
    }

    /** Stores the article whose text has the given key; empty if the text was deleted meanwhile. */
    public Optional<DocumentRecord> summarise(String textKey) {
        return summarise(textKey, parsed -> {});
    }

    /** Stores the article whose text has the given key, and tells the text before anything is done with it. */
    public Optional<DocumentRecord> summarise(String textKey, Consumer<ParsedArticle> told) {
        return texts.get(textKey).map(parsed -> {
            told.accept(parsed);
            boolean deleted = !parsed.documentKey().startsWith(ObjectCreated.FETCHED) && wasDeleted(parsed);
            return deleted || DeletedCollection.holds(log, parsed.documentKey()) ? erased(parsed) : summarised(parsed);
        });
    }

    /**
     * Looks for a deletion of the document before its outcome. A fetched one has a record only if it failed before, or comes again:
     * it is looked for where another document has made the article, which a deletion must leave as it is.
     */
    private boolean wasDeleted(ParsedArticle parsed) {
        return log.get(parsed.provenance().documentId())
                .filter(DocumentRecord::isDeleted)
                .isPresent();
    }

    private DocumentRecord summarised(ParsedArticle parsed) {
        Optional<Article> article = watchdog.within(() -> article(parsed));
        if (article.isEmpty()) {
            return recorded(parsed, notOffered(parsed, Outcome.TOO_SLOW, "its summary took longer than one text may"));
        }
        Optional<Article> stored = articles.get(parsed.id());
        return stored.isPresent() && wasDeleted(parsed)
                ? erased(parsed)
                : recorded(parsed, offered(parsed, article.get(), stored));
    }

    /**
     * Records the outcome, or follows a deletion of the document or of its collection that was recorded meanwhile: a
     * deletion that listed the parts before this record was recorded before it, too.
     */
    private DocumentRecord recorded(ParsedArticle parsed, DocumentRecord record) {
        boolean current = record.outcome() == Outcome.STORED && DocumentsOfKey.isOwnPage(parsed);
        DocumentRecord standing = current ? log.recordCurrent(record) : log.record(record);
        boolean deleted = standing.isDeleted() || DeletedCollection.holds(log, parsed.documentKey());
        return deleted && record.outcome() != Outcome.DELETED ? erased(parsed) : record;
    }

    private DocumentRecord erased(ParsedArticle parsed) {
        deletion.late(parsed);
        return ParsedOutcome.of(parsed, Outcome.DELETED, null);
    }

    /**
     * Offers the article, unless {@link RevisionChoice} prefers the stored text. Two documents of one article that are
     * summarised at the same moment are ranked by precedence.
     */
    private DocumentRecord offered(ParsedArticle parsed, Article summarised, Optional<Article> stored) {
        RevisionChoice.Preferred preferred =
                stored.map(known -> choice.between(known, parsed)).orElse(RevisionChoice.Preferred.HIGHER);
        return switch (preferred) {
            case STORED -> notOffered(parsed, Outcome.SUPERSEDED, "shows far less than the stored text, which is kept");
            case OFFERED -> {
                Article article = complete(stored, shown(stored, parsed, summarised));
                stored.ifPresent(known -> replacing(known, parsed));
                yield offered(parsed, stored, article, stored.orElseThrow().revision());
            }
            case HIGHER -> {
                boolean loses =
                        stored.filter(known -> ranksAsHigh(known, parsed)).isPresent();
                Article article = complete(stored, loses ? summarised : shown(stored, parsed, summarised));
                stored.filter(known -> !loses).ifPresent(known -> replacing(known, parsed));
                yield offered(parsed, stored, article, null);
            }
        };
    }

    private DocumentRecord offered(
            ParsedArticle parsed, Optional<Article> read, Article article, @Nullable Revision insteadOf) {
        ArticleStore.Offered offered = articles.offer(article, insteadOf);
        String replaced = offered.replaced();
        if (replaced != null
                && read.filter(known -> known.textKey().equals(replaced)).isEmpty()) {
            // Stored after the article was read.
            texts.get(replaced)
                    .filter(other -> !other.provenance()
                            .documentId()
                            .equals(parsed.provenance().documentId()))
                    .ifPresent(other -> DocumentsOfKey.replaced(log, other));
        }
        return ranked(parsed, offered.standing());
    }

    /**
     * Returns the outcome of a document that is not offered. A deletion that listed the texts before this one was stored left it to the
     * offer, which is refused: here the tombstone is looked for.
     */
    private DocumentRecord notOffered(ParsedArticle parsed, Outcome outcome, String detail) {
        return articles.isDeleted(parsed.id())
                ? ranked(parsed, Standing.DELETED)
                : ParsedOutcome.of(parsed, outcome, detail);
    }

    private void replacing(Article known, ParsedArticle parsed) {
        if (!known.provenance().documentId().equals(parsed.provenance().documentId())) {
            DocumentsOfKey.replacing(log, known);
        }
    }

    /** Returns the article with the stored summary if nothing material has changed since, else with a new one. */
    private Article shown(Optional<Article> stored, ParsedArticle parsed, Article summarised) {
        return stored.flatMap(known -> kept.of(known, parsed))
                .map(summarised::withSummary)
                .orElseGet(() -> models.in(parsed, summarised));
    }

    /**
     * Cuts an article to its bounds; whether a backfill brought it is told by its first revision. Its time is that of the offer:
     * readers of changes do not look behind for a slow summary.
     */
    private Article complete(Optional<Article> stored, Article article) {
        Provenance own = article.provenance();
        boolean backfilled =
                stored.map(known -> known.provenance().backfilled()).orElse(own.backfilled());
        return PackedArticle.fitting(article.withProvenance(
                        own.toBuilder().backfilled(backfilled).build()))
                .storedAt(clock.instant());
    }

    /** Tests whether an offer will change nothing, so that no model need be paid for it. */
    private static boolean ranksAsHigh(Article known, ParsedArticle parsed) {
        boolean same = known.revision().equals(parsed.revision());
        return same
                || known.provenance().precedence().compareTo(parsed.provenance().precedence()) > 0;
    }

    /** Returns the outcome; a document of a deleted article is deleted too, as a poll or an upload may bring it back. */
    private DocumentRecord ranked(ParsedArticle parsed, Standing standing) {
        if (standing == Standing.DELETED) {
            deletion.withSource(parsed.key());
        }
        return ParsedOutcome.of(parsed, outcome(standing), null);
    }

    /** Records an attempt that broke; a later outcome replaces the record. A text that is gone or unreadable has its key. */
    public void broke(String textKey, String cause) {
        DocumentId.in(textKey).ifPresent(id -> log.record(failed(id, textKey, cause)));
    }

    private DocumentRecord failed(DocumentId id, String textKey, String cause) {
        try {
            return texts.get(textKey)
                    .map(parsed -> ParsedOutcome.of(parsed, Outcome.FAILED, cause))
                    .orElseGet(() -> unread(id, textKey, cause));
        } catch (IllegalArgumentException e) {
            return unread(id, textKey, cause);
        }
    }

    private static DocumentRecord unread(DocumentId id, String textKey, String cause) {
        return new DocumentRecord(id, textKey, null, id.at(), Outcome.FAILED, cause, null, ArticleExtractor.VERSION);
    }

    private Article article(ParsedArticle parsed) {
        String text = parsed.text();
        String language = languages.detect(text, parsed.language()).orElse(null);
        Instant now = clock.instant();
        FactFinder.Found found = found(parsed, text, language);
        return new Article(
                parsed.id(),
                parsed.revision(),
                parsed.provenance(),
                now,
                now,
                parsed.url(),
                parsed.metadata(),
                language,
                Mention.countries(found.mentions()),
                found.mentions(),
                found.facts(),
                summariser.summarise(text, language, parsed.metadata().headline()),
                parsed.notes());
    }

    private FactFinder.Found found(ParsedArticle parsed, String text, @Nullable String language) {
        Metadata metadata = parsed.metadata();
        PublishedDate published = metadata.datePublished();
        return facts.find(
                text, language, metadata.headline(), metadata.authors(), published == null ? null : published.value());
    }

    private static Outcome outcome(Standing standing) {
        return switch (standing) {
            case STORED -> Outcome.STORED;
            case UNCHANGED -> Outcome.UNCHANGED;
            case SUPERSEDED -> Outcome.SUPERSEDED;
            case DELETED -> Outcome.DELETED;
        };
    }
}

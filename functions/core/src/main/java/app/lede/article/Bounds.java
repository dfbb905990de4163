package app.lede.article;

import app.lede.enrich.Facts;
import app.lede.enrich.Mention;
import app.lede.enrich.Span;
import app.lede.summary.Sentence;
import app.lede.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bounds everything that is stored about an article, in one place. Documents may say anything at any length; what they say
 * beyond these bounds is cut, and {@code notes} names it. Sizes are bytes of UTF-8, since that is what a database counts.
 *
 * <p>The library object keeps what a person could read. The item keeps what fits its budget: fields take their share in the
 * order of their worth.
 */
public final class Bounds {

    /** Bytes of a text; far more would not fit the strings that JSON readers accept (20 million characters). */
    static final int TEXT = 10_000_000;

    /** A BCP 47 tag of more is none. */
    private static final int LANGUAGE = 35;

    private static final int DATE = 40;

    private static final int ITEM_SUMMARY = 1_000;

    private static final int REASON = 80;

    /** Maximum number of spans of a mention in the item; {@code count} is the total. */
    private static final int ITEM_SPANS = 3;

    private Bounds() {}

    /** Cuts an article to the bounds of the library. */
    public static ParsedArticle library(ParsedArticle article) {
        Cutter cutter = new Cutter(Integer.MAX_VALUE);
        Metadata metadata = article.metadata();
        Metadata cut = metadata.toBuilder()
                .headline(cutter.text("headline", metadata.headline(), 1_000))
                .alternativeHeadline(cutter.text("alternativeHeadline", metadata.alternativeHeadline(), 1_000))
                .description(cutter.text("description", metadata.description(), 5_000))
                .authors(cutter.first("author", metadata.authors(), 5_000, 300))
                .publisher(cutter.text("publisher", metadata.publisher(), 300))
                .datePublished(date(cutter, "datePublished", metadata.datePublished(), 300))
                .dateModified(date(cutter, "dateModified", metadata.dateModified(), 300))
                .section(cutter.text("articleSection", metadata.section(), 300))
                .keywords(cutter.first("keywords", metadata.keywords(), 5_000, 300))
                .image(cutter.whole("image", metadata.image(), 8_192))
                .relatedLinks(cutter.first("relatedLink", metadata.relatedLinks(), 50_000, 8_192))
                .build();
        List<Block> blocks = blocks(cutter, article.blocks());
        return new ParsedArticle(
                article.id(),
                article.revision(),
                article.provenance().toBuilder()
                        .usageInfo(cutter.text("usageInfo", article.provenance().usageInfo(), 1_000))
                        .build(),
                article.documentKey(),
                cutter.whole("url", article.url(), 8_192),
                cut,
                cutter.whole("inLanguage", article.language(), LANGUAGE),
                blocks,
                cutter.notes(article.notes()));
    }

    private static List<Block> blocks(Cutter cutter, List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        int room = TEXT;
        for (Block block : blocks) {
            String text = cutter.text("articleBody", block.text(), room);
            if (text == null || text.isBlank()) {
                break;
            }
            kept.add(new Block(block.kind(), text));
            room -= Cutter.bytes(text);
            if (text.length() < block.text().length()) {
                break;
            }
        }
        return kept;
    }

    /**
     * Cuts an article to the bounds of its item.
     *
     * @param budget bytes that its values share, beside keys, names and numbers
     */
    public static Article item(Article article, int budget) {
        Cutter cutter = new Cutter(budget);
        Metadata metadata = article.metadata();
        String url = cutter.whole("url", article.url(), Math.min(1_200, budget / 2));
        MetadataBuilder cut = metadata.toBuilder()
                .headline(cutter.text("headline", metadata.headline(), Math.min(400, budget / 4)))
                .publisher(cutter.text("publisher", metadata.publisher(), 100))
                .datePublished(date(cutter, "datePublished", metadata.datePublished(), 40))
                .dateModified(date(cutter, "dateModified", metadata.dateModified(), 40));
        Summary summary = summary(cutter, article.summary());
        List<String> countries = cutter.first("countries", article.countries(), 300, 2);
        List<String> tags = cutter.first("tags", article.provenance().tags(), 260, 150);
        List<Mention> mentions = mentions(cutter, article.mentions());
        Facts facts = facts(cutter, article.facts());
        cut.authors(cutter.first("author", metadata.authors(), 200, 100));
        String usage = cutter.text("usageInfo", article.provenance().usageInfo(), 150);
        String reason = cutter.text("accessReason", article.provenance().accessReason(), 100);
        cut.section(cutter.text("articleSection", metadata.section(), 60))
                .description(cutter.text("description", metadata.description(), 300))
                .image(cutter.whole("image", metadata.image(), 300))
                .keywords(cutter.first("keywords", metadata.keywords(), 150, 60))
                .alternativeHeadline(cutter.text("alternativeHeadline", metadata.alternativeHeadline(), 200))
                .relatedLinks(cutter.first("relatedLink", metadata.relatedLinks(), 300, 300));
        return new Article(
                article.id(),
                article.revision(),
                article.provenance().toBuilder()
                        .usageInfo(usage)
                        .rights(article.provenance().rights().withoutEvidence())
                        .access(article.provenance().access(), reason)
                        .tags(tags)
                        .build(),
                article.arrival(),
                article.changed(),
                url,
                cut.build(),
                article.language(),
                countries,
                mentions,
                facts,
                summary,
                cutter.notes(article.notes()));
    }

    private static @Nullable PublishedDate date(
            Cutter cutter, String name, @Nullable PublishedDate date, int mostOfRaw) {
        if (date == null || Cutter.bytes(date.value()) > DATE) {
            return null;
        }
        String raw = cutter.text(name + "Raw", date.raw(), mostOfRaw);
        return date.written(raw == null ? "" : raw);
    }

    /** Keeps the first sentences that fit; a summary is not cut within a sentence. */
    private static Summary summary(Cutter cutter, Summary summary) {
        List<Sentence> kept = cutter.first(
                "summary", summary.sentences(), ITEM_SUMMARY, sentence -> 35 + Cutter.bytes(sentence.text()));
        return summary.with(kept).withReason(cutter.text("reason", summary.reason(), REASON));
    }

    private static List<Mention> mentions(Cutter cutter, List<Mention> mentions) {
        List<Mention> shortened =
                mentions.stream().map(mention -> mention.withFirst(ITEM_SPANS)).toList();
        return cutter.first("mentions", shortened, 400, Bounds::bytes);
    }

    private static Facts facts(Cutter cutter, Facts facts) {
        return new Facts(
                cutter.first("terms", facts.terms(), 150, 60),
                cutter.whole("agency", facts.agency(), 40),
                cutter.whole("dateline", facts.dateline(), 60));
    }

    /**
     * Returns the size of a mention as {@code ArticleJson} writes it: type, identifier, count, spans and name,
     * separated by spaces.
     */
    private static int bytes(Mention mention) {
        int bytes = mention.type().length() + mention.identifier().length() + Cutter.bytes(mention.name()) + 19;
        for (Span span : mention.spans()) {
            bytes += digits(span.start()) + digits(span.end()) + 2;
        }
        return bytes;
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }
}

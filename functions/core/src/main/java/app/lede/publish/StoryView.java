package app.lede.publish;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Times;
import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.story.KeyPoint;
import app.lede.story.KeyPoints;
import app.lede.story.Member;
import app.lede.story.Story;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the public record of a story. Thread safe. */
public final class StoryView {

    private StoryView() {}

    /**
     * Writes what lists show.
     *
     * @param articles of the story, by id; the headline is that of the first that has one
     */
    public static ObjectNode summary(Story story, Map<ArticleId, Article> articles) {
        ObjectNode json = Json.object();
        json.put("id", story.id().value());
        story.members().stream()
                .flatMap(member -> Stream.ofNullable(articles.get(member.id())))
                .flatMap(article -> Stream.ofNullable(article.metadata().headline()))
                .findFirst()
                .ifPresent(headline -> json.put("headline", headline));
        json.put("firstSeen", Times.sortable(story.firstSeen()));
        json.put("latest", Times.sortable(story.latest()));
        json.put("reports", story.reports());
        json.put("voices", story.voices());
        OptionalFields.putAll(json, "publishers", story.publishers());
        OptionalFields.putAll(json, "languages", story.languages());
        return json;
    }

    /** Writes a story with its timeline and key points. */
    public static ObjectNode json(Story story, Map<ArticleId, Article> articles) {
        ObjectNode json = summary(story, articles);
        ArrayNode points = json.putArray("keyPoints");
        for (KeyPoint point : KeyPoints.of(sources(story, articles))) {
            points.addObject()
                    .put("text", point.sentence().text())
                    .put("articleId", point.article().value())
                    .put("start", point.sentence().start())
                    .put("end", point.sentence().end());
        }
        ArrayNode timeline = json.putArray("timeline");
        story.members().forEach(member -> timeline.add(member(member, articles.get(member.id()))));
        return json;
    }

    private static List<KeyPoints.Source> sources(Story story, Map<ArticleId, Article> articles) {
        return story.members().stream()
                .filter(member -> member.copyOf() == null && articles.containsKey(member.id()))
                .map(member -> new KeyPoints.Source(
                        member.id(),
                        member.language(),
                        member.voice(),
                        Objects.requireNonNull(articles.get(member.id()))
                                .summary()
                                .sentences()))
                .toList();
    }

    private static ObjectNode member(Member member, @Nullable Article article) {
        ObjectNode json = Json.object().put("articleId", member.id().value());
        json.put("at", Times.sortable(member.first()));
        json.put("voice", member.voice() + 1);
        if (!member.publisher().isEmpty()) {
            json.put("publisher", member.publisher());
        }
        OptionalFields.put(json, "credit", member.credit());
        OptionalFields.put(json, "inLanguage", member.language());
        if (article != null) {
            OptionalFields.put(json, "headline", article.metadata().headline());
            OptionalFields.put(json, "url", article.url());
        }
        if (member.copyOf() != null) {
            json.put("copyOf", member.copyOf().value()).put("similarity", member.shared() / 100.0);
        }
        OptionalFields.putAll(json, "reasons", member.reasons());
        return json;
    }
}

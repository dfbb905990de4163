package app.lede.library;

import app.lede.article.ArticleId;
import app.lede.article.Times;
import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.story.Member;
import app.lede.story.Story;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** Stories in JSON as they are stored. Anything not of the form is an IllegalArgumentException. Thread safe. */
public final class StoryJson {

    private StoryJson() {}

    public static ObjectNode toJson(Story story) {
        ObjectNode json = Json.object()
                .put("id", story.id().value())
                .put("reports", story.reports())
                .put("voices", story.voices());
        ArrayNode members = json.putArray("members");
        story.members().forEach(member -> members.add(toJson(member)));
        return json;
    }

    private static ObjectNode toJson(Member member) {
        ObjectNode json = Json.object()
                .put("id", member.id().value())
                .put("publisher", member.publisher())
                .put("first", Times.sortable(member.first()))
                .put("voice", member.voice());
        OptionalFields.put(json, "credit", member.credit());
        OptionalFields.put(json, "inLanguage", member.language());
        if (member.copyOf() != null) {
            json.put("copyOf", member.copyOf().value()).put("shared", member.shared());
        }
        OptionalFields.putAll(json, "reasons", member.reasons());
        return json;
    }

    public static Story story(JsonNode json) {
        return new Story(
                new ArticleId(OptionalFields.text(json, "id")),
                OptionalFields.whole(json, "reports"),
                OptionalFields.whole(json, "voices"),
                OptionalFields.list(json, "members", StoryJson::member));
    }

    private static Member member(JsonNode json) {
        return new Member(
                new ArticleId(OptionalFields.text(json, "id")),
                OptionalFields.text(json, "publisher"),
                OptionalFields.find(json, "credit"),
                OptionalFields.find(json, "inLanguage"),
                Instant.parse(OptionalFields.text(json, "first")),
                OptionalFields.whole(json, "voice"),
                Optional.ofNullable(OptionalFields.find(json, "copyOf"))
                        .map(ArticleId::new)
                        .orElse(null),
                json.path("shared").asInt(),
                OptionalFields.list(json, "reasons", JsonNode::asText));
    }
}

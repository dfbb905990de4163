package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks what fails on AWS alone: replacements by an update, names that grow too long, quotas of CloudFormation. */
class UpdatesTest {

    private static final Template TEMPLATE = Template.read();

    /** The longest stack name, with BucketSuffix, that the template's head allows. */
    private static final int LONGEST_STACK = 40;

    private static final int ACCOUNT = 12;

    /**
     * Resources of the last release, and the properties whose change makes CloudFormation replace them: names and keys. A new table
     * joins here; a changed line loses data at everybody who updates, and needs a way to move them.
     */
    private static final Map<String, String> DATA = Map.of(
            "ArticlesTable", "null [{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}]",
            "StoriesTable", "null [{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}]",
            "SourcesTable", "null [{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}]",
            "ControlTable",
                    "null [{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"},{\"AttributeName\":\"sk\",\"KeyType\":\"RANGE\"}]",
            "DocumentsBucket", "${AWS::StackName}-documents-${AWS::AccountId}${BucketSuffix}",
            "LibraryBucket", "${AWS::StackName}-library-${AWS::AccountId}${BucketSuffix}",
            "IndexBucket", "${AWS::StackName}-index-${AWS::AccountId}${BucketSuffix}");

    @Test
    void an_update_from_the_last_release_replaces_no_data() {
        DATA.forEach((id, replacing) -> {
            JsonNode properties = TEMPLATE.properties(id);
            String now = properties.has("KeySchema")
                    ? properties.get("TableName") + " " + properties.path("KeySchema")
                    : properties.at("/BucketName/Fn::Sub").asText();
            assertEquals(replacing, now, id);
            assertEquals(
                    "Retain", TEMPLATE.resource(id).path("UpdateReplacePolicy").asText(), id);
            assertEquals("Retain", TEMPLATE.resource(id).path("DeletionPolicy").asText(), id);
        });
        assertEquals("", TEMPLATE.root().at("/Parameters/BucketSuffix/Default").asText());
    }

    @Test
    void names_fit_with_the_longest_stack_name() {
        String longest = "x".repeat(LONGEST_STACK);
        TEMPLATE.resources(Template.BUCKET)
                .forEach((id, bucket) -> assertShort(id, bucket.path("BucketName"), longest, 63));
        TEMPLATE.resources(Template.FUNCTION).forEach((id, function) -> {
            assertShort(id, function.path("FunctionName"), longest, 64);
            function.path("Events").forEach(event -> assertShort(id, event.at("/Properties/Name"), longest, 64));
        });
    }

    private static void assertShort(String id, JsonNode name, String stack, int most) {
        String text = name.path("Fn::Sub")
                .asText()
                .replace("${AWS::StackName}", stack)
                .replace("${AWS::AccountId}", "0".repeat(ACCOUNT))
                .replace("${BucketSuffix}", "");
        assertTrue(text.length() <= most, id + ": " + text + " has " + text.length() + " characters");
    }

    /** A new version is made where the alias looks at all properties; a Timeout alone would make none. */
    @Test
    void every_alias_moves_with_every_change_of_its_function() {
        TEMPLATE.resources(Template.FUNCTION).forEach((id, function) -> {
            if (function.has("AutoPublishAlias")) {
                assertTrue(function.path("AutoPublishAliasAllProperties").asBoolean(), id);
                // With all properties, a tag too makes a version, and a snapshot each costs money.
                assertTrue(!function.has("Tags"), id);
            }
        });
    }

    /**
     * Bounds of a template; SAM adds a few resources to each function: schedules, event source mappings, versions, aliases.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">Quotas</a>
     */
    @Test
    void the_template_stays_below_the_quotas_of_cloudformation() {
        int added = 0;
        for (JsonNode function : TEMPLATE.resources(Template.FUNCTION).values()) {
            added += function.path("Events").size() + (function.has("AutoPublishAlias") ? 2 : 0) + 1;
        }
        int resources = TEMPLATE.root().path("Resources").size() + added;
        assertTrue(resources <= 450, resources + " of 500 resources");
        assertTrue(TEMPLATE.root().path("Parameters").size() <= 180, "200 parameters");
        assertTrue(TEMPLATE.root().path("Outputs").size() <= 180, "200 outputs");
        int bytes = Repository.text("infrastructure/template.yaml").getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes <= 900_000, bytes + " of 1 MB");
        List<String> wordy = new ArrayList<>();
        TEMPLATE.root().path("Parameters").properties().forEach(parameter -> {
            if (parameter.getValue().path("Description").asText().length() > 4_000) {
                wordy.add(parameter.getKey());
            }
        });
        assertEquals(List.of(), wordy);
    }

    @Test
    void roles_have_names_of_their_own_so_that_two_stacks_stand_side_by_side() {
        TEMPLATE.resources(Template.ROLE).forEach((id, role) -> assertTrue(!role.has("RoleName"), id));
        for (String type : List.of(Template.TABLE, Template.QUEUE, "AWS::SNS::Topic", "AWS::SecretsManager::Secret")) {
            TEMPLATE.resources(type)
                    .forEach((id, resource) -> assertTrue(
                            !resource.has("TableName")
                                    && !resource.has("QueueName")
                                    && !resource.has("TopicName")
                                    && !resource.has("Name"),
                            id));
        }
    }
}

package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Mail is received only if the stack has a domain for it, by Amazon SES alone, and examined. */
class MailTest {

    private static final Template TEMPLATE = Template.read();

    private static JsonNode resource(String id) {
        return TEMPLATE.root().path("Resources").path(id);
    }

    @Test
    void without_a_domain_nothing_is_made() {
        assertEquals("", TEMPLATE.root().at("/Parameters/MailDomain/Default").asText("none"));
        assertEquals("HasMail", resource("MailRules").path("Condition").asText());
        assertEquals("HasMail", resource("MailRule").path("Condition").asText());
        assertEquals(1, statement().size());
    }

    @Test
    void mails_are_scanned_and_written_to_the_inbox() {
        JsonNode rule = resource("MailRule").at("/Properties/Rule");
        assertTrue(rule.path("ScanEnabled").asBoolean());
        assertTrue(rule.path("Enabled").asBoolean());
        JsonNode action = rule.at("/Actions/0/S3Action");
        assertEquals("inbox/mail/", action.path("ObjectKeyPrefix").asText());
        assertEquals("DocumentsBucket", Template.target(action.path("BucketName")));
    }

    @Test
    void only_the_rule_of_this_stack_may_write() {
        JsonNode statement = statement().get(0);
        assertEquals("s3:PutObject", statement.path("Action").asText());
        assertTrue(statement.path("Resource").toString().contains("/inbox/mail/*"));
        JsonNode condition = statement.at("/Condition/StringEquals");
        assertTrue(condition.has("aws:SourceAccount"));
        assertTrue(condition.path("aws:SourceArn").toString().contains("-mail:receipt-rule/documents"));
        assertEquals(
                "documents", resource("MailRule").at("/Properties/Rule/Name").asText());
    }

    /** Returns the statements for SES that stand under the condition, one or none. */
    private static List<JsonNode> statement() {
        return StreamSupport.stream(
                        resource("DocumentsBucketPolicy")
                                .at("/Properties/PolicyDocument/Statement")
                                .spliterator(),
                        false)
                .flatMap(entry -> StreamSupport.stream(entry.findParents("Sid").spliterator(), false))
                .filter(statement -> statement.path("Sid").asText().equals("SesWritesMail"))
                .toList();
    }
}

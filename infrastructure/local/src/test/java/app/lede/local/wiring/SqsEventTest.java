package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsEventTest {
    private static final List<Message> BATCH = List.of(
            Message.builder().messageId("a").body("A").build(),
            Message.builder().messageId("b").body("B").build());

    /** Lambda's rules: docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html, "success and failure conditions". */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "''|",
                "{}|",
                "null|",
                "{\"batchItemFailures\":null}|",
                "{\"batchItemFailures\":[]}|",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}|b",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}|a,b",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}|a,b",
                "{\"batchItemFailures\":[{\"id\":\"a\"}]}|a,b",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"unknown\"}]}|a,b",
                "not json|a,b"
            })
    void the_answer_says_which_messages_stay(String answer, String staying) {
        byte[] bytes = (answer.equals("''") ? "" : answer).getBytes(StandardCharsets.UTF_8);
        Set<String> expected = staying == null ? Set.of() : Set.of(staying.split(",", -1));
        assertEquals(expected, SqsEvent.failures(bytes, BATCH));
    }
}

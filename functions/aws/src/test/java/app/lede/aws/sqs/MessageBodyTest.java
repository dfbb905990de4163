package app.lede.aws.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBodyTest {

    private record Job(String words) {}

    @ParameterizedTest
    @ValueSource(strings = {"plain", "ü 🌉", "\u0000\u001f", "\ud800 alone", "alone \udc00", "\uffff\ufffe", "\\ud800"})
    void a_body_holds_only_what_sqs_takes_and_says_the_same(String words) {
        String body = MessageBody.of(new Job(words));
        assertEquals(
                0,
                body.codePoints()
                        .filter(point -> point < ' ' || point == 0xfffe || point == 0xffff)
                        .count());
        assertEquals(new Job(words), Json.read(body, Job.class));
    }

    @Test
    void bytes_count_and_not_characters() {
        MessageBody.of(new Job("a".repeat(262_000)));
        assertThrows(IllegalArgumentException.class, () -> MessageBody.of(new Job("ü".repeat(140_000))));
    }
}

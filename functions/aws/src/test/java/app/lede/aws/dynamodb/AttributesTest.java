package app.lede.aws.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AttributesTest {

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.read(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":\"ü 🌉\",\"empty\":\"\"}",
                "{\"whole\":42,\"long\":9007199254740993,\"part\":0.93,\"below\":-1.5}",
                "{\"yes\":true,\"no\":false}",
                "{\"list\":[1,\"two\",[3],{}],\"none\":[]}",
                "{\"deep\":{\"er\":{\"still\":[{\"a\":1}]}}}"
            })
    void json_comes_back_as_it_was(String text) {
        assertEquals(
                json(text).toString(),
                Attributes.json(Attributes.of(json(text))).toString());
    }

    @Test
    void each_kind_has_the_type_that_dynamodb_has_for_it() {
        Map<String, AttributeValue> item =
                Attributes.of(json("{\"s\":\"a\",\"n\":1.0,\"b\":true,\"l\":[1],\"m\":{\"k\":\"v\"}}"));
        assertEquals(AttributeValue.fromS("a"), item.get("s"));
        assertEquals(AttributeValue.fromN("1.0"), item.get("n"));
        assertEquals(AttributeValue.fromBool(true), item.get("b"));
        assertEquals(AttributeValue.fromL(List.of(AttributeValue.fromN("1"))), item.get("l"));
        assertEquals(AttributeValue.fromM(Map.of("k", AttributeValue.fromS("v"))), item.get("m"));
    }

    @Test
    void what_is_null_takes_no_room() {
        assertFalse(Attributes.of(json("{\"a\":null}")).containsKey("a"));
    }
}

package app.lede.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Values of a text as Jackson's mapper reads them, nested five deep at most. */
final class ByMapper {

    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(5).build())
            .build());

    private ByMapper() {}

    static List<JsonNode> values(String json) {
        List<JsonNode> values = new ArrayList<>();
        try (MappingIterator<JsonNode> each = MAPPER.readerFor(JsonNode.class).readValues(json)) {
            while (each.hasNextValue()) {
                values.add(each.nextValue());
            }
        } catch (IOException e) {
            return values;
        }
        return values;
    }
}

package app.lede.mcp;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Schemas of structured content; tools may answer with more than is promised here. */
final class Outputs {

    private Outputs() {}

    /** Promises a list of results, each with these texts where they are known. */
    static ObjectNode results(String... texts) {
        ObjectNode properties = Json.object();
        ObjectNode items = properties.putObject("results").put("type", "array").putObject("items");
        items.put("type", "object").set("properties", texts(texts));
        properties.putObject("nextCursor").put("type", "string");
        return properties;
    }

    /** Promises texts where they are known. */
    static ObjectNode texts(String... names) {
        ObjectNode properties = Json.object();
        for (String name : names) {
            properties.putObject(name).put("type", "string");
        }
        return properties;
    }
}

package app.lede.local.command.costs;

import app.lede.json.Json;
import app.lede.local.command.terminal.WrongUsage;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * List prices of one region.
 *
 * @param asOf their date
 * @param each US dollars for one of an item's own unit
 */
record Prices(String asOf, Map<Item, Double> each) {

    Prices {
        each = Map.copyOf(each);
    }

    /**
     * Reads the price list {@code prices.json}.
     *
     * @throws WrongUsage if it has no such region
     */
    static Prices of(String region) {
        JsonNode list;
        try (InputStream file = Objects.requireNonNull(Prices.class.getResourceAsStream("prices.json"))) {
            list = Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Item, Double> each = new EnumMap<>(Item.class);
        for (Item item : Item.values()) {
            JsonNode price = list.path("items").path(item.key());
            if (!price.has(region)) {
                throw new WrongUsage("there are prices of us-east-1 and eu-west-1, not of " + region);
            }
            each.put(item, price.path(region).asDouble() / price.path("units").asDouble());
        }
        return new Prices(list.path("asOf").asText(), each);
    }

    double of(Item item, Usage usage) {
        return usage.of(item) * Objects.requireNonNull(each.get(item));
    }
}

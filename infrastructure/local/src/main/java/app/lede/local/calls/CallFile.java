package app.lede.local.calls;

import app.lede.json.Json;
import app.lede.local.calls.CallLedger.Count;
import app.lede.local.policy.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps ledgers in files: a JSON line for each kind of call, by function, action, resource and condition keys. */
public final class CallFile {

    private CallFile() {}

    /** Appends the sums of a ledger; several processes may append to one file, as lines are written at once. */
    public static void append(Path file, CallLedger ledger) throws IOException {
        StringBuilder text = new StringBuilder();
        ledger.lines().forEach(line -> text.append(json(line)).append('\n'));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Reads the sums of all ledgers in a file; one kind of call may have several. */
    public static List<CallLedger.Line> read(Path file) throws IOException {
        List<CallLedger.Line> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(line(Json.read(line)));
        }
        return List.copyOf(lines);
    }

    /** Writes kinds of calls without sums, in order. */
    public static void write(Path file, Collection<Call> calls) throws IOException {
        Files.writeString(
                file, calls.stream().map(call -> json(call) + "\n").sorted().collect(Collectors.joining()));
    }

    private static ObjectNode json(Call call) {
        ObjectNode json = Json.object();
        json.put("function", call.function()).put("action", call.action()).put("resource", call.resource());
        ObjectNode context = json.putObject("context");
        new TreeMap<>(call.context().keys()).forEach((key, values) -> values.forEach(context.putArray(key)::add));
        return json;
    }

    private static ObjectNode json(CallLedger.Line line) {
        ObjectNode json = json(line.call());
        for (Count count : Count.values()) {
            json.put(count.name(), line.of(count));
        }
        return json.put("readUnits", line.readUnits()).put("writeUnits", line.writeUnits());
    }

    private static CallLedger.Line line(JsonNode json) {
        Map<String, List<String>> keys = new HashMap<>();
        json.path("context").properties().forEach(key -> {
            List<String> values = new ArrayList<>();
            key.getValue().forEach(value -> values.add(value.asText()));
            keys.put(key.getKey(), values);
        });
        Map<Count, Long> counts = new EnumMap<>(Count.class);
        for (Count count : Count.values()) {
            counts.put(count, json.path(count.name()).asLong());
        }
        return new CallLedger.Line(
                new Call(
                        json.path("function").asText(),
                        json.path("action").asText(),
                        json.path("resource").asText(),
                        new Context(keys)),
                counts,
                json.path("readUnits").asDouble(),
                json.path("writeUnits").asDouble());
    }
}

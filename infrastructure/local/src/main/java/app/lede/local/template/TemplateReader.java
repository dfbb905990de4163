package app.lede.local.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the sections of a template; collects all problems before refusing it. */
final class TemplateReader {
    private static final Set<String> TOP_LEVEL_WITHOUT_WIRING =
            Set.of("AWSTemplateFormatVersion", "Transform", "Description", "Metadata", "Outputs", "Rules");
    /** Local values of parameters without a default. */
    private static final Map<String, String> CHOSEN_HERE = Map.of("Contact", "https://lede.invalid/");

    private static final Set<String> ATTRIBUTES_WITHOUT_WIRING =
            Set.of("Type", "Properties", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata");

    private final Map<String, Object> tree;
    private final Ignored ignored;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Object> declared;
    private final Intrinsics intrinsics;

    private final List<Table> tables = new ArrayList<>();
    private final List<Bucket> buckets = new ArrayList<>();
    private final List<Queue> queues = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<Secret> secrets = new ArrayList<>();
    private final List<Topic> topics = new ArrayList<>();
    private final RouteReader routes = new RouteReader();
    private final PolicyReader policies;
    private int alarmMetrics;

    TemplateReader(Map<String, Object> tree, Map<String, String> parameters, Ignored ignored) {
        this.tree = tree;
        this.ignored = ignored;
        this.declared = part("Resources");
        this.policies = new PolicyReader(problems);
        this.intrinsics = new Intrinsics(
                parameterValues(parameters), part("Mappings"), part("Conditions"), declared.keySet(), problems);
    }

    Template read() {
        for (String name : tree.keySet()) {
            if (!TOP_LEVEL_WITHOUT_WIRING.contains(name)
                    && !Set.of("Parameters", "Globals", "Mappings", "Conditions", "Resources")
                            .contains(name)) {
                problems.add(name + " is not interpreted");
            }
        }
        Map<String, Object> globals = globals();
        declared.forEach((id, resource) -> resource(id, asMap(resource), globals));
        Template template = new Template(
                tables,
                buckets,
                queues,
                functions,
                secrets,
                topics,
                routes.routes(),
                policies.policies(),
                alarmMetrics);
        if (!problems.isEmpty()) {
            throw new TemplateRefused(problems);
        }
        return template;
    }

    private Map<String, Object> parameterValues(Map<String, String> given) {
        Map<String, Object> values = new HashMap<>();
        part("Parameters").forEach((name, parameter) -> {
            Object otherwise = asMap(parameter).getOrDefault("Default", CHOSEN_HERE.getOrDefault(name, ""));
            Object value = given.getOrDefault(name, String.valueOf(otherwise));
            values.put(name, value);
            if (value.equals("") && asMap(parameter).get("Default") == null) {
                problems.add("the parameter " + name + " has no default and was given no value");
            }
        });
        for (String name : given.keySet()) {
            if (!part("Parameters").containsKey(name)) {
                problems.add("the template has no parameter " + name);
            }
        }
        return values;
    }

    private Map<String, Object> globals() {
        Map<String, Object> globals = part("Globals");
        for (String name : globals.keySet()) {
            if (!name.equals("Function") && !ignored.contains("Globals." + name)) {
                problems.add("Globals." + name + " is not interpreted");
            }
        }
        return asMap(globals.getOrDefault("Function", Map.of()));
    }

    private void resource(String id, Map<String, Object> resource, Map<String, Object> globals) {
        for (String attribute : resource.keySet()) {
            if (!ATTRIBUTES_WITHOUT_WIRING.contains(attribute)) {
                problems.add(id + "." + attribute + " is not interpreted");
            }
        }
        if (resource.get("Condition") instanceof String condition && !intrinsics.holds(condition, id)) {
            return;
        }
        String type = String.valueOf(resource.get("Type"));
        if (ignored.contains(type)) {
            alarmMetrics += type.equals("AWS::CloudWatch::Alarm") ? metrics(resource) : 0;
            return;
        }
        Map<String, Object> own = asMap(resource.getOrDefault("Properties", Map.of()));
        Map<String, Object> properties = type.equals("AWS::Serverless::Function") ? merged(globals, own) : own;
        properties.keySet().removeIf(name -> ignored.contains(type + "." + name));
        Map<String, Object> evaluated = asMap(intrinsics.evaluate(properties, id));
        if (PolicyReader.reads(type)) {
            policies.read(type, id, evaluated);
            return;
        }
        Section section = new Section(type, id, evaluated, problems);
        ResourceReader reader = new ResourceReader(section, ignored);
        switch (type) {
            case "AWS::DynamoDB::Table" -> tables.add(reader.table());
            case "AWS::S3::Bucket" -> buckets.add(reader.bucket());
            case "AWS::SQS::Queue" -> queues.add(reader.queue());
            case "AWS::SecretsManager::Secret" -> secrets.add(reader.secret());
            case "AWS::SNS::Topic" -> topics.add(reader.topic());
            case "AWS::ApiGatewayV2::Api" -> routes.api(section);
            case "AWS::ApiGatewayV2::Integration" -> routes.integration(section);
            case "AWS::ApiGatewayV2::Route" -> routes.route(section);
            case "AWS::Serverless::Function" -> functions.add(new FunctionReader(section, ignored).function());
            default -> problems.add(id + ": the resource type " + type + " is not interpreted");
        }
        if (!type.equals("AWS::Serverless::Function")) {
            section.refuseRest(ignored);
        }
    }

    /** Counts the metrics of an alarm: one, or those that its expression names. */
    private static int metrics(Map<String, Object> alarm) {
        return asMap(alarm.getOrDefault("Properties", Map.of())).get("Metrics") instanceof List<?> metrics
                ? (int) metrics.stream()
                        .filter(metric -> asMap(metric).containsKey("MetricStat"))
                        .count()
                : 1;
    }

    /** Merges globals by SAM's rule: mappings merge, other values of the function win. */
    private static Map<String, Object> merged(Map<String, Object> globals, Map<String, Object> own) {
        Map<String, Object> merged = new LinkedHashMap<>(globals);
        own.forEach((name, value) -> merged.merge(
                name,
                value,
                (global, local) -> global instanceof Map<?, ?> && local instanceof Map<?, ?>
                        ? merged(asMap(global), asMap(local))
                        : local));
        return merged;
    }

    private Map<String, Object> part(String name) {
        return asMap(tree.getOrDefault(name, Map.of()));
    }

    private static Map<String, Object> asMap(Object value) {
        return value instanceof Map<?, ?> map ? TemplateYaml.named(map) : Map.of();
    }
}

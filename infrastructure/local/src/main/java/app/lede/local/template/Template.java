package app.lede.local.template;

import app.lede.local.policy.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The resources of the template that the local stack runs, in template order.
 *
 * @param alarmMetrics metrics that alarms evaluate, each of which is billed
 */
public record Template(
        List<Table> tables,
        List<Bucket> buckets,
        List<Queue> queues,
        List<Function> functions,
        List<Secret> secrets,
        List<Topic> topics,
        List<Route> routes,
        Policies policies,
        int alarmMetrics) {

    public Template {
        tables = List.copyOf(tables);
        buckets = List.copyOf(buckets);
        queues = List.copyOf(queues);
        functions = List.copyOf(functions);
        secrets = List.copyOf(secrets);
        topics = List.copyOf(topics);
        routes = List.copyOf(routes);
    }

    /**
     * Reads a SAM template.
     *
     * @param parameters values for the template's parameters, instead of their defaults
     * @throws TemplateRefused naming everything the local stack does not interpret
     */
    public static Template read(Path file, Map<String, String> parameters) throws IOException {
        return parse(Files.readString(file), parameters);
    }

    /** Parses a SAM template, as {@link #read}. */
    public static Template parse(String yaml, Map<String, String> parameters) {
        return new TemplateReader(TemplateYaml.read(yaml), parameters, Ignored.list()).read();
    }
}

package app.lede.local.template;

import app.lede.local.template.Function.Event;
import app.lede.local.template.Function.QueueEvent;
import app.lede.local.template.Function.ScheduleEvent;
import app.lede.local.template.Function.StreamEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one function's properties after merging globals. */
final class FunctionReader {
    private static final String KIND = "AWS::Serverless::Function.Events.";
    private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,6}) (minute|hour|day)s?\\)");

    private final Section properties;
    private final Ignored ignored;

    FunctionReader(Section properties, Ignored ignored) {
        this.properties = properties;
        this.ignored = ignored;
    }

    Function function() {
        String handler = properties.required("Handler");
        int method = handler.indexOf("::");
        Map<String, Text> environment = properties
                .section("Environment")
                .map(section -> {
                    Map<String, Text> variables = section.texts("Variables");
                    section.refuseRest(ignored);
                    return variables;
                })
                .orElse(Map.of());
        List<Event> events = new ArrayList<>();
        properties.children("Events").forEach((name, event) -> event(name, event, events));
        Function function = new Function(
                properties.where(),
                LocalName.of(properties.where(), "Function"),
                method < 0 ? handler : handler.substring(0, method),
                environment,
                properties.integer("Timeout", 3),
                properties.integer("MemorySize", 128),
                properties.target("Role"),
                events);
        properties.refuseRest(ignored);
        return function;
    }

    private void event(String name, Section event, List<Event> events) {
        String type = event.required("Type");
        Section details = event.section("Properties").orElse(event).as(KIND + type);
        switch (type) {
            case "SQS" -> events.add(queueEvent(details));
            case "DynamoDB" -> events.add(streamEvent(details));
            case "ScheduleV2" -> events.add(scheduleEvent(name, details));
            default -> {
                event.refuse("the event type " + type + " is not interpreted");
                return;
            }
        }
        details.refuseRest(ignored);
        event.refuseRest(ignored);
    }

    private QueueEvent queueEvent(Section details) {
        int concurrency = details.section("ScalingConfig")
                .map(scaling -> {
                    int maximum = scaling.integer("MaximumConcurrency", 1000);
                    scaling.refuseRest(ignored);
                    return maximum;
                })
                .orElse(1000);
        if (!details.flag("Enabled", true)) {
            details.refuse("a queue event that is not enabled would never be read");
        }
        return new QueueEvent(
                details.target("Queue").orElse(""),
                details.integer("BatchSize", 10),
                details.integer("MaximumBatchingWindowInSeconds", 0),
                concurrency,
                details.strings("FunctionResponseTypes").contains("ReportBatchItemFailures"));
    }

    private StreamEvent streamEvent(Section details) {
        if (!details.required("StartingPosition").equals("TRIM_HORIZON")) {
            details.refuse("only the StartingPosition TRIM_HORIZON is interpreted");
        }
        return new StreamEvent(
                details.target("Stream").orElse(""),
                details.integer("BatchSize", 100),
                details.integer("MaximumRetryAttempts", -1),
                details.strings("FunctionResponseTypes").contains("ReportBatchItemFailures"),
                details.section("DestinationConfig").flatMap(config -> {
                    Optional<String> queue = config.section("OnFailure").flatMap(onFailure -> {
                        Optional<String> target = onFailure.target("Destination");
                        onFailure.refuseRest(ignored);
                        return target;
                    });
                    config.refuseRest(ignored);
                    return queue;
                }));
    }

    private ScheduleEvent scheduleEvent(String name, Section details) {
        int retries = details.section("RetryPolicy")
                .map(policy -> {
                    int attempts = policy.integer("MaximumRetryAttempts", 185);
                    policy.refuseRest(ignored);
                    return attempts;
                })
                .orElse(185);
        return new ScheduleEvent(
                details.plain("Name").orElse(name),
                rate(details),
                details.text("Input").orElse(Text.of("{}")),
                details.plain("State").orElse("ENABLED").equals("ENABLED"),
                retries,
                details.section("DeadLetterConfig").flatMap(letters -> {
                    var queue = letters.target("Arn");
                    letters.refuseRest(ignored);
                    return queue;
                }));
    }

    private static Duration rate(Section details) {
        String expression = details.required("ScheduleExpression");
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            details.refuse("only rate(N minutes|hours|days) is interpreted, not " + expression);
            return Duration.ofDays(1);
        }
        int count = Integer.parseInt(rate.group(1));
        return switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}

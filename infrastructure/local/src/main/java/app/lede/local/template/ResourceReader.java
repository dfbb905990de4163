package app.lede.local.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the properties of one table, bucket, queue, secret or topic. */
final class ResourceReader {
    private final Section properties;
    private final Ignored ignored;

    ResourceReader(Section properties, Ignored ignored) {
        this.properties = properties;
        this.ignored = ignored;
    }

    Table table() {
        Map<String, String> types = new HashMap<>();
        for (Section attribute : properties.sections("AttributeDefinitions")) {
            types.put(attribute.required("AttributeName"), attribute.required("AttributeType"));
            attribute.refuseRest(ignored);
        }
        List<Table.Index> indexes = new ArrayList<>();
        for (Section index : properties.sections("GlobalSecondaryIndexes")) {
            Optional<Section> projection = index.section("Projection");
            indexes.add(new Table.Index(
                    index.required("IndexName"),
                    key(index),
                    projection.map(p -> p.required("ProjectionType")).orElse("ALL"),
                    projection.map(p -> p.strings("NonKeyAttributes")).orElse(List.of())));
            projection.ifPresent(p -> p.refuseRest(ignored));
            index.refuseRest(ignored);
        }
        return new Table(
                properties.where(),
                LocalName.of(properties.where(), "Table"),
                types,
                key(properties),
                indexes,
                timeToLive(),
                stream());
    }

    private Optional<String> timeToLive() {
        return properties.section("TimeToLiveSpecification").flatMap(ttl -> {
            String attribute = ttl.required("AttributeName");
            boolean enabled = ttl.flag("Enabled", false);
            ttl.refuseRest(ignored);
            return enabled ? Optional.of(attribute) : Optional.empty();
        });
    }

    private Optional<String> stream() {
        return properties.section("StreamSpecification").map(stream -> {
            String view = stream.required("StreamViewType");
            stream.refuseRest(ignored);
            return view;
        });
    }

    private Table.Key key(Section section) {
        String hash = "";
        Optional<String> range = Optional.empty();
        for (Section part : section.sections("KeySchema")) {
            String name = part.required("AttributeName");
            switch (part.required("KeyType")) {
                case "HASH" -> hash = name;
                case "RANGE" -> range = Optional.of(name);
                default -> part.refuse("a KeyType is HASH or RANGE");
            }
            part.refuseRest(ignored);
        }
        return new Table.Key(hash, range);
    }

    Bucket bucket() {
        List<Bucket.Notification> notifications = new ArrayList<>();
        properties.section("NotificationConfiguration").ifPresent(configuration -> {
            for (Section queue : configuration.sections("QueueConfigurations")) {
                notifications.add(notification(queue));
                queue.refuseRest(ignored);
            }
            configuration.refuseRest(ignored);
        });
        boolean versioned = properties
                .section("VersioningConfiguration")
                .map(versioning -> versioning.required("Status").equals("Enabled"))
                .orElse(false);
        return new Bucket(properties.where(), LocalName.of(properties.where(), "Bucket"), versioned, notifications);
    }

    private Bucket.Notification notification(Section queue) {
        Map<String, String> rules = new HashMap<>();
        queue.section("Filter").ifPresent(filter -> {
            filter.section("S3Key").ifPresent(key -> {
                for (Section rule : key.sections("Rules")) {
                    rules.put(rule.required("Name"), rule.required("Value"));
                    rule.refuseRest(ignored);
                }
                key.refuseRest(ignored);
            });
            filter.refuseRest(ignored);
        });
        return new Bucket.Notification(
                queue.target("Queue").orElse(""),
                queue.required("Event"),
                rules.getOrDefault("prefix", ""),
                rules.getOrDefault("suffix", ""));
    }

    Queue queue() {
        Optional<Queue.Redrive> redrive = properties.section("RedrivePolicy").map(policy -> {
            Queue.Redrive found = new Queue.Redrive(
                    policy.target("deadLetterTargetArn").orElse(""), policy.integer("maxReceiveCount", 0));
            policy.refuseRest(ignored);
            return found;
        });
        return new Queue(
                properties.where(),
                LocalName.hyphenated(properties.where()),
                properties.integer("VisibilityTimeout", 30),
                properties.integer("DelaySeconds", 0),
                properties.integer("MessageRetentionPeriod", 345_600),
                redrive);
    }

    Topic topic() {
        return new Topic(properties.where(), LocalName.of(properties.where(), "Topic"));
    }

    Secret secret() {
        int length = properties
                .section("GenerateSecretString")
                .map(generated -> {
                    int characters = generated.integer("PasswordLength", 32);
                    generated.refuseRest(ignored);
                    return characters;
                })
                .orElse(32);
        return new Secret(properties.where(), LocalName.of(properties.where(), "Secret"), length);
    }
}

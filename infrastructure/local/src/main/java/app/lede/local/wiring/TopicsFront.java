package app.lede.local.wiring;

import app.lede.local.template.Template;
import app.lede.local.template.Topic;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Stands in for SNS: writes each published message to a file of its own and announces it in the log. There are no
 * subscriptions on this machine. Thread safe.
 */
final class TopicsFront {

    private static final int LONGEST_REQUEST = 4_000_000;

    private final Map<String, Topic> topics;
    private final Path folder;
    private final PrintStream log;

    /**
     * Creates the endpoint.
     *
     * @param folder of the messages; made with the first
     */
    TopicsFront(Template template, Path folder, PrintStream log) {
        this.topics = template.topics().stream().collect(Collectors.toMap(PhysicalNames::arn, topic -> topic));
        this.folder = folder;
        this.log = log;
    }

    void handle(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                form(new String(exchange.getRequestBody().readNBytes(LONGEST_REQUEST), StandardCharsets.UTF_8));
        Topic topic = topics.get(form.getOrDefault("TopicArn", ""));
        if (!form.getOrDefault("Action", "").equals("Publish")) {
            fail(exchange, 400, "InvalidAction", "Only Publish is available on this machine");
        } else if (topic == null) {
            fail(exchange, 404, "NotFound", "Topic does not exist");
        } else {
            send(exchange, 200, published(topic, form));
        }
    }

    private String published(Topic topic, Map<String, String> form) throws IOException {
        String id = UUID.randomUUID().toString();
        Path file = Files.createDirectories(folder.resolve(topic.name())).resolve(id + ".txt");
        Files.writeString(file, text(form), StandardOpenOption.CREATE_NEW);
        log.println("topic " + topic.name() + ": a message was written to " + file);
        return """
            <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>%s</MessageId>\
            </PublishResult><ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata></PublishResponse>\
            """.formatted(id, id);
    }

    /** Returns the message in the form of a mail: attributes and subject as headers, an empty line, the text. */
    private static String text(Map<String, String> form) {
        StringBuilder text = new StringBuilder();
        String attribute = "MessageAttributes.entry.";
        for (int n = 1; form.containsKey(attribute + n + ".Name"); n++) {
            text.append(form.get(attribute + n + ".Name"))
                    .append(": ")
                    .append(form.getOrDefault(attribute + n + ".Value.StringValue", ""))
                    .append('\n');
        }
        return text.append("subject: ")
                .append(form.getOrDefault("Subject", ""))
                .append("\n\n")
                .append(form.getOrDefault("Message", ""))
                .toString();
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        StringTokenizer pairs = new StringTokenizer(body, "&");
        while (pairs.hasMoreTokens()) {
            String pair = Objects.requireNonNull(pairs.nextToken());
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void fail(HttpExchange exchange, int status, String code, String message) throws IOException {
        send(exchange, status, """
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>%s</Code>\
            <Message>%s</Message></Error></ErrorResponse>\
            """.formatted(code, message));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        LoopbackServer.send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }
}

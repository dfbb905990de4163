package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.alert.DigestMessage;
import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.sns.SnsDigests;
import app.lede.hash.Digest;
import app.lede.local.template.Template;
import app.lede.saved.SearchId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.SnsException;

class TopicsFrontTest {

    private static final Template TEMPLATE = Template.parse("""
        Resources:
          DigestTopic: {Type: AWS::SNS::Topic}
        """, Map.of());
    private static final String ARN = "arn:aws:sns:us-east-1:000000000000:digest";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private LoopbackServer server;
    private SnsClient client;

    @BeforeEach
    void start() throws IOException {
        TopicsFront topics = new TopicsFront(TEMPLATE, folder, new PrintStream(log, true, StandardCharsets.UTF_8));
        server = LoopbackServer.start(0, topics::handle);
        Map<String, String> variables = Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_ENDPOINT_URL_SNS", server.endpoint().toString());
        client = new AwsClients(new Environment(variables, InstantSource.system())).sns();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void a_digest_of_the_adapter_becomes_a_file_and_a_line_of_the_log() throws IOException {
        SearchId search = new SearchId(Digest.base32("search"));
        DigestMessage digest = new DigestMessage(
                "digest-1", search, "Überfälle & Co", "Überfälle & Co: 1 new article", "One\n\nTwö + = % ✓\n");
        new SnsDigests(client, ARN).publish(digest);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve("digest"))) {
            files = all.toList();
        }
        assertEquals(1, files.size());
        String text = Files.readString(files.getFirst());
        assertTrue(text.endsWith("subject: Überfälle & Co: 1 new article\n\nOne\n\nTwö + = % ✓\n"), text);
        assertTrue(text.contains("search: " + search + "\n"), text);
        assertTrue(text.contains("name: Überfälle & Co\n"), text);
        assertTrue(text.contains("digest: digest-1\n"), text);
        assertEquals(
                "topic digest: a message was written to " + files.getFirst(),
                log.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void a_topic_that_the_template_lacks_and_other_actions_are_refused() {
        SnsDigests elsewhere = new SnsDigests(client, ARN + "s");
        DigestMessage digest =
                new DigestMessage("digest-1", new SearchId(Digest.base32("search")), "name", "subject", "text");
        assertThrows(SnsException.class, () -> elsewhere.publish(digest));
        assertThrows(SnsException.class, () -> client.createTopic(create -> create.name("other")));
    }
}

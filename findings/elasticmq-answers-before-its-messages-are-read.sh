#!/usr/bin/env bash
# ElasticMQ 1.7.1 with messages-storage answers requests before it has read the messages that it kept.
#
# Seen: 3,000 messages are sent and acknowledged, the server is stopped in order and started again on the same file. start()
# returns and the queue answers, but counts fewer messages than it holds (often none), for as long as reading takes; later
# all are there. A client that takes an empty queue for a finished one (a drain, a test, a migration) stops too early.
# Needs a JDK 17 or newer and Maven; fails if the behaviour changes.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"; mkdir -p src/main/java src/main/resources
echo '<configuration/>' > src/main/resources/logback.xml
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>demo</groupId><artifactId>demo</artifactId><version>1</version>
<properties><maven.compiler.release>17</maven.compiler.release><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
<dependencies>
<dependency><groupId>org.elasticmq</groupId><artifactId>elasticmq-rest-sqs_2.13</artifactId><version>1.7.1</version></dependency>
</dependencies>
<build><plugins>
<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
</plugins></build></project>
POM
cat > src/main/java/Main.java <<'JAVA'
import com.typesafe.config.*;
import java.net.*;
import java.net.http.*;
import java.util.Map;
import java.util.regex.*;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
public class Main {
    static final int MESSAGES = 3000;
    static final HttpClient CLIENT = HttpClient.newHttpClient();
    static String base;
    public static void main(String[] args) throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) { port = socket.getLocalPort(); }
        base = "http://127.0.0.1:" + port;
        Config config = ConfigFactory.parseMap(Map.of(
                "node-address.host", "127.0.0.1", "node-address.port", port, "rest-sqs.bind-hostname", "127.0.0.1", "rest-sqs.bind-port", port,
                "rest-stats.enabled", false, "messages-storage.enabled", true, "messages-storage.uri", "jdbc:h2:" + args[0] + ";WRITE_DELAY=0"))
                .withFallback(ConfigFactory.load());
        var stop = new ElasticMQServer(new ElasticMQServerConfig(config)).start();
        post("/", "Action=CreateQueue&QueueName=kept");
        for (int i = 0; i < MESSAGES; i += 10) {
            var batch = new StringBuilder("Action=SendMessageBatch");
            for (int j = 1; j <= 10; j++) {
                batch.append("&SendMessageBatchRequestEntry.").append(j).append(".Id=m").append(j)
                        .append("&SendMessageBatchRequestEntry.").append(j).append(".MessageBody=text");
            }
            post("/000000000000/kept", batch.toString());
        }
        System.out.println("before: " + count());
        stop.apply();
        stop = new ElasticMQServer(new ElasticMQServerConfig(config)).start();
        post("/", "Action=CreateQueue&QueueName=kept");
        int first = count();
        int last = first;
        for (int i = 0; i < 600 && last < MESSAGES; i++) { Thread.sleep(100); last = count(); }
        System.out.println("first answer after the start: " + first);
        System.out.println("later: " + last);
        System.exit(first < MESSAGES && last == MESSAGES ? 0 : 1);
    }
    static int count() throws Exception {
        Matcher count = Pattern.compile("ApproximateNumberOfMessages</Name>\\s*<Value>(\\d+)")
                .matcher(post("/000000000000/kept", "Action=GetQueueAttributes&AttributeName.1=ApproximateNumberOfMessages"));
        return count.find() ? Integer.parseInt(count.group(1)) : -1;
    }
    static String post(String path, String form) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
JAVA
mvn -B -q compile org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=cp > log 2>&1 || { tail -n 20 log; exit 1; }
java -cp "target/classes:$(cat cp)" Main "$dir/queues"
echo "as described"

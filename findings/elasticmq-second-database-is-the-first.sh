#!/usr/bin/env bash
# ElasticMQ 1.7.1 with messages-storage: the second server of a process works on the database of the first.
#
# Seen: a server is started on one H2 file, a queue is created, the server is stopped in order; another server is started in
# the same process on another file. It lists the queue of the first, and its own file is never made. The connection pool is
# a singleton that is opened once, with the first address. So tests that start a stack each, with a folder each, share their
# queues and messages, and CreateQueue with other attributes answers that the queue exists.
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
import java.nio.file.*;
import java.util.Map;
import java.util.regex.*;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
public class Main {
    static final HttpClient CLIENT = HttpClient.newHttpClient();
    static String base;
    public static void main(String[] args) throws Exception {
        var stop = start(args[0]);
        post("/", "Action=CreateQueue&QueueName=of-the-first");
        System.out.println("server on the first database: " + queues());
        stop.apply();
        stop = start(args[1]);
        String second = queues();
        // The queues that it keeps are read after the start.
        for (int i = 0; i < 300 && second.equals("[]"); i++) { Thread.sleep(100); second = queues(); }
        System.out.println("server on the second database, which is new: " + second);
        stop.apply();
        System.out.println("file of the second database: " + (Files.exists(Path.of(args[1] + ".mv.db")) ? "there" : "none"));
        System.exit(second.contains("of-the-first") && !Files.exists(Path.of(args[1] + ".mv.db")) ? 0 : 1);
    }
    static scala.Function0<org.apache.pekko.actor.Terminated> start(String file) throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) { port = socket.getLocalPort(); }
        base = "http://127.0.0.1:" + port;
        Config config = ConfigFactory.parseMap(Map.of(
                "node-address.host", "127.0.0.1", "node-address.port", port, "rest-sqs.bind-hostname", "127.0.0.1", "rest-sqs.bind-port", port,
                "rest-stats.enabled", false, "messages-storage.enabled", true, "messages-storage.uri", "jdbc:h2:" + file))
                .withFallback(ConfigFactory.load());
        return new ElasticMQServer(new ElasticMQServerConfig(config)).start();
    }
    static String queues() throws Exception {
        return Pattern.compile("<QueueUrl>[^<]*/([^/<]+)</QueueUrl>").matcher(post("/", "Action=ListQueues")).results()
                .map(found -> found.group(1)).toList().toString();
    }
    static String post(String path, String form) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
JAVA
mvn -B -q compile org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=cp > log 2>&1 || { tail -n 20 log; exit 1; }
java -cp "target/classes:$(cat cp)" Main "$dir/first" "$dir/second"
echo "as described"

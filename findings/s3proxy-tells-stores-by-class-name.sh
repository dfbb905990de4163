#!/usr/bin/env bash
# S3Proxy 4.1.0 decides what a blob store can do by the name of its class.
#
# Seen: the same store, subclassed twice without a line of its own, in the packages demo.plain and demo.awssdk. A conditional
# PUT (If-None-Match: *) to the first answers 501 and stores nothing; to the second 200, and 412 when the key is taken. The
# name of the class has to contain ".awssdk." (or another of S3Proxy's own package names); nothing in the BlobStore interface
# says so, and a store of one's own can't use conditional writes in any other package.
# Needs a JDK 17 or newer and Maven; fails if the behaviour changes.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
mkdir -p src/main/java/demo/plain src/main/java/demo/awssdk
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>demo</groupId><artifactId>demo</artifactId><version>1</version>
<properties><maven.compiler.release>17</maven.compiler.release><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
<dependencies>
<dependency><groupId>org.gaul</groupId><artifactId>s3proxy</artifactId><version>4.1.0</version></dependency>
<dependency><groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-annotations</artifactId><version>2.21</version></dependency>
</dependencies>
<build><plugins>
<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
<plugin><groupId>org.codehaus.mojo</groupId><artifactId>exec-maven-plugin</artifactId><version>3.6.4</version></plugin>
</plugins></build></project>
POM
for package in plain awssdk; do cat > "src/main/java/demo/$package/Store.java" <<JAVA
package demo.$package;
public final class Store extends org.gaul.s3proxy.nio2blob.AbstractNio2BlobStore {
    public Store(java.nio.file.Path folder) { super(folder); }
}
JAVA
done
mkdir -p src/main/resources
echo '<configuration/>' > src/main/resources/logback.xml
cat > src/main/java/demo/Main.java <<'JAVA'
package demo;
import java.net.URI;
import java.net.http.*;
import java.nio.file.Files;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.blobstore.BlobStore;
public class Main {
    static final HttpClient CLIENT = HttpClient.newHttpClient();
    public static void main(String[] args) throws Exception {
        System.out.println("plain: " + twice(new demo.plain.Store(Files.createTempDirectory("plain"))));
        System.out.println("awssdk: " + twice(new demo.awssdk.Store(Files.createTempDirectory("awssdk"))));
        System.exit(0);
    }
    static String twice(BlobStore store) throws Exception {
        S3Proxy proxy = S3Proxy.builder().blobStore(store).endpoint(URI.create("http://127.0.0.1:0")).build();
        proxy.start();
        while (!proxy.getState().equals("STARTED")) { Thread.sleep(20); }
        String base = "http://127.0.0.1:" + proxy.getPort() + "/bucket";
        put(base, "");
        String seen = "first " + put(base + "/key", "one") + ", second " + put(base + "/key", "two") + ", holds "
                + CLIENT.send(HttpRequest.newBuilder(URI.create(base + "/key")).build(), HttpResponse.BodyHandlers.ofString()).body();
        proxy.stop();
        return seen;
    }
    static int put(String url, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url)).PUT(HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) { request.header("If-None-Match", "*"); }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
JAVA
mvn -B -q compile org.codehaus.mojo:exec-maven-plugin:3.6.4:java -Dexec.mainClass=demo.Main > out 2> err || { cat out err | tail -n 30; exit 1; }
sed 's,\x1b\[[0-9;]*m,,g' out | grep -E '^(plain|awssdk): ' | tee seen
grep -q '^plain: first 501, second 501' seen
grep -qx 'awssdk: first 200, second 412, holds one' seen
echo "as described"

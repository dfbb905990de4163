package app.lede.aws.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Speaks as a bucket with versions does on the wire, for the calls that delete: ListObjectVersions with pages,
 * DeleteObjects with failures in part, DeleteObject. Written after the API reference of Amazon S3 (2006-03-01), for what moto,
 * an emulator that keeps versions, lacks: keys of any characters, and failures. One request at a time.
 */
final class VersionedBucket implements AutoCloseable {

    private static final Pattern OBJECT =
            Pattern.compile("<Object>\\s*<Key>([^<]*)</Key>\\s*<VersionId>([^<]*)</VersionId>");

    /** A version, or a delete marker. */
    record Version(String key, String id, boolean marker) {}

    private final HttpServer server;
    private final int pageSize;
    private final List<Version> versions = new ArrayList<>();
    private final Set<Version> deleted = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final List<String> requests = new ArrayList<>();
    private boolean forgetful;

    /** Starts an empty bucket that lists so many versions a page. */
    VersionedBucket(int pageSize) throws IOException {
        this.pageSize = pageSize;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Adds a version; those of one key the newest first, keys in their order, as S3 lists them. */
    void version(String key, String id) {
        versions.add(new Version(key, id, false));
    }

    void marker(String key, String id) {
        versions.add(new Version(key, id, true));
    }

    /** Refuses to delete a version until {@link #relent}. */
    void refuse(String id) {
        refused.add(id);
    }

    /** Lists nothing after a marker of a version that is deleted by then, as moto does. */
    void forgetDeletedMarkers() {
        forgetful = true;
    }

    void relent() {
        refused.clear();
    }

    /** Returns the versions and markers that are left, as key and id. */
    List<String> left() {
        return versions.stream()
                .filter(version -> !deleted.contains(version))
                .map(version -> version.key() + " " + version.id())
                .toList();
    }

    /** Returns method and operation of each request. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String method = exchange.getRequestMethod();
            String answer = "";
            int status = 200;
            if (method.equals("GET") && has(query, "versions")) {
                requests.add("list");
                answer = listing(query);
            } else if (method.equals("POST") && has(query, "delete")) {
                requests.add("delete several");
                answer = deletions(body);
            } else if (method.equals("DELETE") && !parameter(query, "versionId").isEmpty()) {
                requests.add("delete one");
                String path = exchange.getRequestURI().getPath();
                remove(path.substring(path.indexOf('/', 1) + 1), parameter(query, "versionId"));
                status = 204;
            } else {
                requests.add("plain " + method + " " + query);
                status = 400;
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String listing(String query) {
        String prefix = parameter(query, "prefix");
        int from = 0;
        if (has(query, "key-marker")) {
            String key = parameter(query, "key-marker");
            String id = parameter(query, "version-id-marker");
            while (!versions.get(from).key().equals(key)
                    || !versions.get(from).id().equals(id)) {
                from++;
            }
            from = forgetful && deleted.contains(versions.get(from)) ? versions.size() : from + 1;
        }
        List<Version> found = versions.subList(from, versions.size()).stream()
                .filter(version -> version.key().startsWith(prefix) && !deleted.contains(version))
                .toList();
        List<Version> page = found.subList(0, Math.min(pageSize, found.size()));
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<ListVersionsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>documents</Name>"
                + "<EncodingType>url</EncodingType><MaxKeys>" + pageSize + "</MaxKeys>");
        if (found.size() > page.size()) {
            xml.append("<IsTruncated>true</IsTruncated><NextKeyMarker>")
                    .append(encoded(page.getLast().key()))
                    .append("</NextKeyMarker><NextVersionIdMarker>")
                    .append(page.getLast().id())
                    .append("</NextVersionIdMarker>");
        } else {
            xml.append("<IsTruncated>false</IsTruncated>");
        }
        page.forEach(version -> xml.append(entry(version)));
        return xml.append("</ListVersionsResult>").toString();
    }

    private static String entry(Version version) {
        String element = version.marker() ? "DeleteMarker" : "Version";
        String facts = version.marker() ? "" : "<ETag>\"0f\"</ETag><Size>3</Size><StorageClass>STANDARD</StorageClass>";
        return "<" + element + "><Key>" + encoded(version.key()) + "</Key><VersionId>" + version.id()
                + "</VersionId><IsLatest>false</IsLatest><LastModified>2026-01-02T12:00:00.000Z</LastModified>" + facts
                + "</" + element + ">";
    }

    private String deletions(String body) {
        Matcher object = OBJECT.matcher(body);
        List<String> errors = new ArrayList<>();
        while (object.find()) {
            String key = object.group(1)
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&");
            if (!remove(key, object.group(2))) {
                errors.add("<Error><Key>" + object.group(1) + "</Key><VersionId>" + object.group(2)
                        + "</VersionId><Code>InternalError</Code><Message>We encountered an internal error."
                        + "</Message></Error>");
            }
        }
        return errors.stream()
                .collect(Collectors.joining(
                        "", "<DeleteResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">", "</DeleteResult>"));
    }

    private boolean remove(String key, String id) {
        if (refused.contains(id)) {
            return false;
        }
        versions.stream()
                .filter(version -> version.key().equals(key) && version.id().equals(id))
                .forEach(deleted::add);
        return true;
    }

    private static boolean has(String query, String name) {
        return ("&" + query + "&").matches(".*&" + name + "(=[^&]*)?&.*");
    }

    private static String parameter(String query, String name) {
        Matcher value = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
        return value.find() ? URLDecoder.decode(value.group(1), StandardCharsets.UTF_8) : "";
    }

    /** Encodes as S3 does for {@code encoding-type=url}: spaces as plus signs, slashes left. */
    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

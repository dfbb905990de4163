package app.lede.local.wiring;

import app.lede.local.engine.Credentials;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks requests for AWS Signature Version 4 in the header Authorization, as API Gateway does where a route requires IAM.
 * Signatures in the query are not accepted. Thread safe.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Signature
 *     Version 4</a>
 */
final class SignatureCheck {

    /** Difference of a request's time from the service's from which its signature is expired. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final Pattern AUTHORIZATION = Pattern.compile(ALGORITHM
            + " Credential=([^/]{1,128})/(\\d{8})/([a-z0-9-]{1,64})/([a-z0-9-]{1,64})/aws4_request,"
            + " ?SignedHeaders=([a-z0-9;-]{1,4096}), ?Signature=([0-9a-f]{64})");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Credentials credentials;
    private final String service;

    /** Accepts requests signed with the credentials for a service, such as {@code execute-api}. */
    SignatureCheck(Credentials credentials, String service) {
        this.credentials = credentials;
        this.service = service;
    }

    /**
     * A request as it came over the wire.
     *
     * @param path percent-encoded
     * @param query percent-encoded; empty without one
     * @param headers all values by lower-case name
     */
    record Signed(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {}

    /** Returns why a request is refused, if it is. */
    Optional<String> refusal(Signed request, Instant now) {
        Matcher parts = AUTHORIZATION.matcher(header(request, "authorization"));
        if (!parts.matches()) {
            return Optional.of("it is not signed");
        }
        String time = header(request, "x-amz-date");
        if (!isOf(time, parts.group(2), now)) {
            return Optional.of("its signature is expired, or of another time than " + TIME.format(now));
        }
        List<String> signed = List.of(parts.group(5).split(";", -1));
        boolean scoped = parts.group(1).equals(credentials.accessKeyId())
                && parts.group(3).equals(credentials.region())
                && parts.group(4).equals(service);
        if (!scoped || !signed.contains("host") || !signed.contains("x-amz-date")) {
            return Optional.of(
                    "it is signed with another key, for another region or service, or without host and x-amz-date");
        }
        String scope = String.join("/", parts.group(2), credentials.region(), service, "aws4_request");
        String toSign = String.join("\n", ALGORITHM, time, scope, hex(sha256(canonical(request, signed))));
        byte[] expected = hmac(key(parts.group(2)), toSign);
        return MessageDigest.isEqual(expected, HexFormat.of().parseHex(parts.group(6)))
                ? Optional.empty()
                : Optional.of("its signature does not match");
    }

    private static boolean isOf(String time, String day, Instant now) {
        try {
            Duration difference =
                    Duration.between(TIME.parse(time, Instant::from), now).abs();
            return time.startsWith(day) && difference.compareTo(SKEW) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static byte[] canonical(Signed request, List<String> signed) {
        StringBuilder headers = new StringBuilder();
        signed.forEach(name ->
                headers.append(name).append(':').append(header(request, name)).append('\n'));
        return String.join(
                        "\n",
                        request.method(),
                        encoded(request.path()).replace("%2F", "/"),
                        query(request.query()),
                        headers,
                        String.join(";", signed),
                        hex(sha256(request.body())))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sorts parameters by name and value, both encoded. */
    private static String query(String raw) {
        List<String> pairs = new ArrayList<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.add(encoded(decoded(name)) + "=" + encoded(decoded(value)));
            }
        }
        pairs.sort(null);
        return String.join("&", pairs);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String header(Signed request, String name) {
        return String.join(",", request.headers().getOrDefault(name, List.of()))
                .strip()
                .replaceAll(" {2,}", " ");
    }

    private byte[] key(String day) {
        byte[] key = ("AWS4" + credentials.secretAccessKey()).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(day, credentials.region(), service, "aws4_request")) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Returns headers by lower-case name, as {@link Signed} has them. */
    static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return lower;
    }
}

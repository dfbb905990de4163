package app.lede.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AddressRules rules = new AddressRules();

    static Stream<String> addresses() {
        return Vectors.lines("security/ip_vectors.jsonl").stream();
    }

    static Stream<String> spellings() {
        return Vectors.lines("security/host_encodings.jsonl").stream();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void an_address_is_blocked_or_allowed_as_labelled(String line) throws Exception {
        JsonNode vector = JSON.readTree(line);
        String ip = vector.get("ip").textValue();
        boolean blocked = vector.get("block").booleanValue();
        assertEquals(blocked, !rules.verdict(ip).allowed(), "as text");
        assertEquals(blocked, !rules.verdict(InetAddress.getByName(ip)).allowed(), "as an address");
        String host = ip.indexOf(':') >= 0 ? "[" + ip + "]" : ip;
        assertEquals(blocked, !rules.verdict("http://" + host + "/feed").allowed(), "in a URL");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void every_spelling_of_a_private_host_is_blocked(String line) throws Exception {
        JsonNode vector = JSON.readTree(line);
        assertEquals("block-or-reject", vector.get("expect").textValue());
        assertFalse(rules.verdict(vector.get("url").textValue()).allowed());
    }

    @Test
    void every_range_of_the_labelled_list_is_in_the_table_or_outside_global_unicast() throws Exception {
        for (JsonNode range : JSON.readTree(String.join("", Vectors.lines("security/blocked_ranges.json")))) {
            String first = range.get("cidr").textValue().replaceFirst("/.*", "");
            assertFalse(rules.verdict(first).allowed(), first);
        }
    }

    @Test
    void a_mapped_address_that_the_jdk_left_wrapped_is_judged_as_ipv4() throws Exception {
        assertEquals("loopback address", rules.verdict(wrapped(127, 0, 0, 1)).reason());
        assertTrue(rules.verdict(wrapped(8, 8, 8, 8)).allowed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"64:ff9b::808:808", "2002:808:808::1", "2001:0:808:808::1", "::8.8.8.8", "::ffff:0:8.8.8.8"})
    void a_tunnel_to_a_public_address_is_still_a_tunnel(String address) {
        assertFalse(rules.verdict(address).allowed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://LOCALHOST./",
                "http://a.localhost/",
                "http://printer/",
                "http://router.lan/",
                "http://metadata.google.internal/",
                "http://localhost.localdomain/",
                "http://nas.home.arpa/",
                "http://x.onion/",
                "http://example.com:22/",
                "http://example.com:8080/",
                "http://user@example.com/",
                "http://a:b@8.8.8.8/",
                "http://example.com@127.0.0.1/",
                "http://127.0.0.1\\@example.com/",
                "http:///127.0.0.1/",
                "http:127.0.0.1",
                "file:///etc/passwd",
                "gopher://example.com/",
                "ftp://example.com/",
                "jar:http://example.com!/",
                "javascript:1",
                "fe80::1%eth0",
                "fe80::1%25eth0",
                "[::1]",
                "localhost",
                "example.com",
                "",
                " ",
                "http://",
                "999.1.1.1"
            })
    void what_is_no_plain_public_web_url_is_blocked(String url) {
        assertFalse(rules.verdict(url).allowed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "https://example.com:443/feed",
                "HTTPS://Example.COM",
                "http://8.8.8.8/",
                "http://134744072/",
                "http://[2606:4700:4700::1111]/",
                "https://xn--bcher-kva.example/",
                "https://bücher.example/",
                "http://home.example.com/",
                "http://notlocalhost.com/",
                "http://[::ffff:8.8.8.8]/",
                "http://127.0.0.1.nip.io/",
                "http://example.com/?u=http://127.0.0.1/"
            })
    void a_public_web_url_is_allowed(String url) {
        assertTrue(rules.verdict(url).allowed(), () -> rules.verdict(url).reason());
    }

    @Test
    void an_allowed_address_passes_on_its_port_only_and_never_with_userinfo() {
        AllowedAddresses allowed = AllowedAddresses.parse("127.0.0.1:8080, [::1]:9090,Blog.test:81");
        assertTrue(form("http://127.0.0.1:8080/", allowed));
        assertTrue(form("http://0x7f.1:8080/", allowed));
        assertTrue(form("http://[0::1]:9090/", allowed));
        assertTrue(form("http://blog.test:81/", allowed));
        assertFalse(form("http://127.0.0.1:8081/", allowed));
        assertFalse(form("http://127.0.0.2:8080/", allowed));
        assertFalse(form("http://user@127.0.0.1:8080/", allowed));
    }

    private boolean form(String url, AllowedAddresses allowed) {
        return rules.form(WebUrl.of(url).orElseThrow(), allowed).allowed();
    }

    private static InetAddress wrapped(int a, int b, int c, int d) throws UnknownHostException {
        byte[] bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, (byte) a, (byte) b, (byte) c, (byte) d};
        return Inet6Address.getByAddress(null, bytes, -1);
    }

    @Test
    void a_line_of_json_is_answered_with_a_line_of_json() throws JsonProcessingException {
        AddressLines lines = new AddressLines(rules);
        assertEquals(
                "{\"input\":\"http://0x7f.1/\",\"verdict\":\"block\",\"reason\":\"loopback address\"}",
                lines.render("{\"url\":\"http://0x7f.1/\",\"expect\":\"block-or-reject\"}"));
        assertEquals(
                "{\"input\":\"8.8.8.8\",\"verdict\":\"allow\",\"reason\":\"public address\"}",
                lines.render("{\"ip\":\"8.8.8.8\",\"block\":false}"));
        for (String broken : new String[] {"", "{", "{}", "[]", "null", "{\"url\":5}"}) {
            assertEquals(
                    "block", JSON.readTree(lines.render(broken)).get("verdict").textValue());
        }
    }
}

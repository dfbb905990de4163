package app.lede.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.signature.MessageSignature.Component;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageSignatureTest {

    /** RFC 9421, appendix B.1.4; also the key of the drafts. */
    static final SigningKey TEST_KEY = SigningKey.of(
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
                + "\"d\":\"n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU\",\"x\":\"JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs\"}");

    /** RFC 9421, appendix B.2.6. */
    @Test
    void the_request_of_the_rfc_is_signed_as_the_rfc_says() {
        MessageSignature signature = new MessageSignature(
                List.of(
                        Component.of("date", "Tue, 20 Apr 2021 02:07:55 GMT"),
                        Component.of("@method", "POST"),
                        Component.of("@path", "/foo"),
                        Component.of("@authority", "example.com"),
                        Component.of("content-type", "application/json"),
                        Component.of("content-length", "18")),
                Instant.ofEpochSecond(1618884473),
                null,
                "test-key-ed25519",
                null,
                null,
                null);
        assertEquals("""
            "date": Tue, 20 Apr 2021 02:07:55 GMT
            "@method": POST
            "@path": /foo
            "@authority": example.com
            "content-type": application/json
            "content-length": 18
            "@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length")\
            ;created=1618884473;keyid="test-key-ed25519\"\
            """, signature.base());
        assertEquals(
                ":wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:",
                signature.signedBy(TEST_KEY));
    }

    /** Vector of the implementation behind draft-ietf-webbotauth-httpsig-protocol-00 (cloudflare/web-bot-auth). */
    @Test
    void a_request_without_the_place_of_the_keys_is_signed_as_in_the_vectors_of_web_bot_auth() {
        MessageSignature signature = ofTheDraft(
                List.of(Component.of("@authority", "example.com")),
                "zIW8+cdmA3vdYagbxojpONwa/l0EKJ/O3/wD486VvsQjO/RxPaSt6ZxvQaMcQzNnqKN/mQ6hpGiFro2L2qkz5A==");
        assertEquals(
                "(\"@authority\");created=1735689600;keyid=\"poqkLGiymh_W0uP6PZFw-dvez3QJT5SolqXBCW38r0U\";alg=\"ed25519\""
                    + ";expires=4889289600;nonce=\"zIW8+cdmA3vdYagbxojpONwa/l0EKJ/O3/wD486VvsQjO/RxPaSt6ZxvQaMcQzNn"
                    + "qKN/mQ6hpGiFro2L2qkz5A==\";tag=\"web-bot-auth\"",
                signature.input());
        assertEquals(
                ":QKN4fTdIYfh82fvoZCQiQA1weuozfCS/Led2zTMbewMMqH8PI2Wsy/5c4ao6B6D09nraNQdBNOADg8aM1MqfCg==:",
                signature.signedBy(TEST_KEY));
    }

    @Test
    void a_request_with_the_place_of_the_keys_is_signed_as_in_the_vectors_of_web_bot_auth() {
        MessageSignature signature = ofTheDraft(
                List.of(
                        Component.of("@authority", "example.com"),
                        new Component("\"signature-agent\";key=\"agent2\"", "\"https://signature-agent.test\"")),
                "n9p433xm+NJ3ph3upfBIGmsuwHw387YV7Q/F+6BSpGCVjYCqQw6rznNA8PVVLySrAWsv0hQtFioQb6E1YsauiA==");
        assertEquals(
                ":RdNFx5Bj6au3YgAMQL/RzmUlZE8QZLIaXGRpw985hWnwPfMxT228NMk6ehRS1PSl4e8PhbNZACSanGdhEwYCCg==:",
                signature.signedBy(TEST_KEY));
    }

    @Test
    void a_directory_is_signed_as_in_the_vectors_of_web_bot_auth() {
        MessageSignature signature = new MessageSignature(
                List.of(
                        new Component("\"@authority\";req", "signature-agent.test"),
                        Component.of("content-digest", "sha-256=:CADMT2aBdV/rqQr/NIru64ERQkCobVvllA4V0fLFDu0=:")),
                Instant.ofEpochSecond(1735689600),
                Instant.ofEpochSecond(4889289600L),
                TEST_KEY.id(),
                "ed25519",
                null,
                "http-message-signatures-directory");
        assertEquals(
                ":yiHq0TXrbpzbmlttAQMpYoAufitFJUWuNsakB7QQMoN0EHbo5o51bZRVR8az/ptTWCwllix9clrKXfGKwdPzBg==:",
                signature.signedBy(TEST_KEY));
    }

    @Test
    void a_string_is_escaped_and_has_no_other_characters_than_ascii() {
        assertEquals("\"a \\\"b\\\" \\\\c\"", MessageSignature.quoted("a \"b\" \\c"));
        assertThrows(IllegalArgumentException.class, () -> MessageSignature.quoted("https://b\u00fcro.example"));
        assertThrows(IllegalArgumentException.class, () -> MessageSignature.quoted("a\nb"));
    }

    private static MessageSignature ofTheDraft(List<Component> components, String nonce) {
        return new MessageSignature(
                components,
                Instant.ofEpochSecond(1735689600),
                Instant.ofEpochSecond(4889289600L),
                TEST_KEY.id(),
                "ed25519",
                nonce,
                "web-bot-auth");
    }
}

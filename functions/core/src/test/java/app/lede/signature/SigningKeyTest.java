package app.lede.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    private static final String D = "n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU";

    /** RFC 8037, appendix A.3 has the thumbprint of another key; this one's is in the vectors of Web Bot Auth. */
    @Test
    void a_key_is_named_by_the_thumbprint_of_its_public_half() {
        assertEquals("poqkLGiymh_W0uP6PZFw-dvez3QJT5SolqXBCW38r0U", MessageSignatureTest.TEST_KEY.id());
        assertEquals(
                "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
                SigningKey.of(
                                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
                                    + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}")
                        .id());
    }

    @Test
    void a_generated_key_is_read_again_from_its_jwk() {
        SigningKey key = SigningKey.generated(new SecureRandom());
        assertEquals(key.id(), SigningKey.of(key.jwk()).id());
        assertNotEquals(key.id(), SigningKey.generated(new SecureRandom()).id());
    }

    @Test
    void a_generated_secret_makes_the_same_key_each_time() {
        assertEquals(
                SigningKey.of("random64".repeat(8)).id(),
                SigningKey.of("random64".repeat(8)).id());
        assertNotEquals(
                SigningKey.of("random64".repeat(8)).id(),
                SigningKey.of("random65".repeat(8)).id());
    }

    @Test
    void the_public_half_holds_nothing_of_the_secret_one() {
        SigningKey key = MessageSignatureTest.TEST_KEY;
        assertEquals(
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"" + key.id()
                        + "\",\"x\":\"JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs\",\"use\":\"sig\"}",
                key.publicJwk().toString());
        assertTrue(key.jwk().contains(D));
        assertFalse(key.toString().contains(D), key::toString);
    }

    @Test
    void a_text_that_somebody_typed_is_no_key() {
        refused("garbage");
        refused("correct horse battery staple");
        refused("random64".repeat(8) + "\n");
        refused("");
    }

    @Test
    void a_jwk_of_another_kind_is_refused_without_telling_the_secret() {
        refused("{\"kty\":\"EC\",\"crv\":\"P-256\",\"d\":\"" + D + "\"}");
        refused("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"" + D + "AAAA\"}");
        refused("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"" + D + "\",\"x\":\"" + D + "\"}");
        refused("{\"kty\":\"OKP\",\"d\":" + D + "}");
        refused("{\"kty\":\"OKP\",\"crv\":\"Ed25519\"}");
    }

    private static void refused(String jwk) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> SigningKey.of(jwk));
        assertFalse(refusal.toString().contains(D.substring(0, 8)), refusal::toString);
        assertEquals(null, refusal.getCause());
    }
}

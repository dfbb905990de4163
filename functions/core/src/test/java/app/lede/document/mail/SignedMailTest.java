package app.lede.document.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.DocumentMetadata.Term;
import app.lede.document.DocumentReader;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.document.Reading.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails inside of their signatures, which OpenSSL made over a text of ours. */
class SignedMailTest {

    /** Lengths told (DER). */
    private static final String DER =
            "MIICMQYJKoZIhvcNAQcCoIICIjCCAh4CAQExDzANBglghkgBZQMEAgEFADCBiAYJKoZIhvcNAQcBoHsEeUNvbnRlbnQtVHlwZTog"
                + "dGV4dC9wbGFpbjsgY2hhcnNldD11dGYtOA0KDQpUaGUgaGFyYm91ciBvcGVuZWQgYSBzZWNvbmQgcXVheSBvbiBXZWRuZXNkYXku"
                + "DQpJdCBpcyBsb25nZXIgdGhhbiB0aGUgZmlyc3QuDQoxggF7MIIBdwIBATAnMA8xDTALBgNVBAMMBGRlc2sCFCqtBrXo56EeX30H"
                + "mgEaQyIJcbsrMA0GCWCGSAFlAwQCAQUAoIHkMBgGCSqGSIb3DQEJAzELBgkqhkiG9w0BBwEwHAYJKoZIhvcNAQkFMQ8XDTI2MTEz"
                + "MDAzNDQwMVowLwYJKoZIhvcNAQkEMSIEICfy3n7d/gHqnmKKkM5qoc/+FaeyLpO5fNL1+XjEUHAPMHkGCSqGSIb3DQEJDzFsMGow"
                + "CwYJYIZIAWUDBAEqMAsGCWCGSAFlAwQBFjALBglghkgBZQMEAQIwCgYIKoZIhvcNAwcwDgYIKoZIhvcNAwICAgCAMA0GCCqGSIb3"
                + "DQMCAgFAMAcGBSsOAwIHMA0GCCqGSIb3DQMCAgEoMAoGCCqGSM49BAMCBEcwRQIgdXCpqa+mK9imwNIQPOjn7Rkku5iXx0UbFYde"
                + "DX6TnX4CIQDTBheBUTVJ9youl9bxsNF1zKwb9g2rdt6eKDSDNWehKA==";

    /** Lengths ended by marks (BER), as mail programs stream them. */
    private static final String BER =
            "MIAGCSqGSIb3DQEHAqCAMIACAQExDTALBglghkgBZQMEAgEwgAYJKoZIhvcNAQcBoIAkgAR5Q29udGVudC1UeXBlOiB0ZXh0L3Bs"
                + "YWluOyBjaGFyc2V0PXV0Zi04DQoNClRoZSBoYXJib3VyIG9wZW5lZCBhIHNlY29uZCBxdWF5IG9uIFdlZG5lc2RheS4NCkl0IGlz"
                + "IGxvbmdlciB0aGFuIHRoZSBmaXJzdC4NCgAAAAAAADGCAXowggF2AgEBMCcwDzENMAsGA1UEAwwEZGVzawIUKq0GtejnoR5ffQea"
                + "ARpDIglxuyswCwYJYIZIAWUDBAIBoIHkMBgGCSqGSIb3DQEJAzELBgkqhkiG9w0BBwEwHAYJKoZIhvcNAQkFMQ8XDTI2MTEzMDAz"
                + "NDQwMVowLwYJKoZIhvcNAQkEMSIEICfy3n7d/gHqnmKKkM5qoc/+FaeyLpO5fNL1+XjEUHAPMHkGCSqGSIb3DQEJDzFsMGowCwYJ"
                + "YIZIAWUDBAEqMAsGCWCGSAFlAwQBFjALBglghkgBZQMEAQIwCgYIKoZIhvcNAwcwDgYIKoZIhvcNAwICAgCAMA0GCCqGSIb3DQMC"
                + "AgFAMAcGBSsOAwIHMA0GCCqGSIb3DQMCAgEoMAoGCCqGSM49BAMCBEgwRgIhAJa2jFsdWUVRFzoCBjkzDLllmqR+LJOeyL6xFvrA"
                + "SuW2AiEAmFLffF8Bi9KimfqJfDbQNmbgSgoM9jcyt89GCNfEs58AAAAAAAA=";

    private static Reading read(byte[] signed, String type) {
        String mail =
                "From: Ann Lee <ann@paper.example>\nTo: b@paper.example\nSubject: Quay\nDate: Fri, 20 Nov 2026 18:01:00"
                        + " +0000\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime; " + type
                        + "; name=smime.p7m\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(signed);
        return new DocumentReader()
                .read(new RawDocument(mail.getBytes(StandardCharsets.US_ASCII), null, "a.eml", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {DER, BER})
    void a_mail_inside_of_its_signature_is_read(String signed) {
        Reading reading = read(Base64.getDecoder().decode(signed), "smime-type=signed-data");
        assertEquals(
                "The harbour opened a second quay on Wednesday.\nIt is longer than the first.",
                assertInstanceOf(Reading.Plain.class, reading)
                        .text()
                        .replace("\r", "")
                        .strip());
        assertEquals(List.of("Quay"), reading.about().all(Term.HEADLINE));
        assertEquals(List.of("Ann Lee"), reading.about().all(Term.AUTHOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {DER, BER})
    void a_signature_cut_or_changed_anywhere_is_named(String signed) {
        byte[] bytes = Base64.getDecoder().decode(signed);
        for (int length = 0; length < 170; length += 2) {
            Reading.Unreadable cut = assertInstanceOf(
                    Reading.Unreadable.class, read(Arrays.copyOf(bytes, length), "smime-type=signed-data"));
            assertTrue(cut.problem() == Problem.UNREADABLE || cut.problem() == Problem.ENCRYPTED, "at " + length);
        }
        Random random = new Random(6);
        for (int round = 0; round < 200; round++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(100)] = (byte) random.nextInt(256);
            // Any reading, but no exception.
            read(changed, "x=y");
        }
    }

    @Test
    void nested_marks_without_an_end_are_broken_not_followed() {
        byte[] deep = Base64.getDecoder().decode(BER);
        byte[] bytes = Arrays.copyOf(deep, 200_000);
        for (int at = 50; at + 1 < bytes.length; at += 2) {
            bytes[at] = 0x24;
            bytes[at + 1] = (byte) 0x80;
        }
        Reading.Unreadable broken = assertInstanceOf(Reading.Unreadable.class, read(bytes, "smime-type=signed-data"));
        assertEquals(Problem.UNREADABLE, broken.problem());
    }
}

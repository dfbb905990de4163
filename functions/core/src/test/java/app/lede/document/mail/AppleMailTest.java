package app.lede.document.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.document.DocumentMetadata.Term;
import app.lede.document.DocumentReader;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.document.Reading.Plain;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppleMailTest {

    private static final String MAIL = """
        From: Ines Palma <ines@harbour.example>
        Subject: The quay is open
        Date: Fri, 06 Mar 2026 07:15:00 +0100
        Content-Type: text/plain; charset=utf-8

        The north quay is open again – since Tuesday.
        """;

    private static final String LIST = """
        <?xml version="1.0" encoding="UTF-8"?>
        <plist version="1.0"><dict><key>flags</key><integer>8590195713</integer></dict></plist>
        """;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Plain read(byte[] file, String name) {
        Reading reading = new DocumentReader().read(new RawDocument(file, null, name, null));
        return assertInstanceOf(Plain.class, reading);
    }

    @Test
    void a_file_of_apple_mail_is_the_mail_in_it() {
        Plain mail = read(bytes(bytes(MAIL).length + "      \n" + MAIL + LIST), "1.emlx");
        assertEquals(
                "The north quay is open again – since Tuesday.", mail.text().strip());
        assertEquals(Optional.of("The quay is open"), mail.about().first(Term.HEADLINE));
    }

    @Test
    void a_text_that_begins_with_a_number_is_none() {
        assertEquals(Optional.empty(), AppleMail.mail(bytes("12\nThe quay is open again since Tuesday.")));
        assertEquals(Optional.empty(), AppleMail.mail(bytes("999999999\n" + MAIL)));
        assertEquals(Optional.empty(), AppleMail.mail(bytes("12")));
    }

    @Test
    void a_mail_of_a_classic_mac_is_read() {
        Plain mail = read(bytes(MAIL.replace('\n', '\r')), "1.eml");
        assertEquals(
                "The north quay is open again – since Tuesday.", mail.text().strip());
    }
}

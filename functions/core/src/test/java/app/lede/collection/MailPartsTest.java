package app.lede.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A note with several stories attached is a collection of them. */
class MailPartsTest {

    private static final String FERRY = "The ferry to the island sails again on Monday, the harbour said. ".repeat(8);
    private static final String BRIDGE =
            "Painters begin with the old bridge in April, according to a council. ".repeat(8);

    private static String mail(String kind, String... parts) {
        StringBuilder mail = new StringBuilder("From: Ines Palma <ines@harbour.example>\nTo: desk@courier.example\n"
                + "Subject: Stories\nMIME-Version: 1.0\nContent-Type: multipart/" + kind + "; boundary=b\n\n");
        for (String part : parts) {
            mail.append("--b\n").append(part).append("\n");
        }
        return mail.append("--b--\n").toString();
    }

    private static String note(String text) {
        return "Content-Type: text/plain\n\n" + text;
    }

    private static String attached(String name, String text) {
        return "Content-Type: text/plain; name=" + name + "\nContent-Disposition: attachment; filename=" + name + "\n\n"
                + text;
    }

    private static String forwarded(String subject, String text) {
        return "Content-Type: message/rfc822\n\nFrom: Jo Lind <jo@courier.example>\nSubject: " + subject
                + "\nDate: Fri, 06 Mar 2026 07:15:00 +0100\n\n" + text;
    }

    private static List<String> names(String mail) {
        return PartList.of(mail, "a.eml").stream().map(Part::name).toList();
    }

    @Test
    void two_stories_attached_to_a_note_are_parts() {
        String mail =
                mail("mixed", note("For tomorrow."), attached("ferry.txt", FERRY), attached("bridge.txt", BRIDGE));
        assertEquals(List.of("attachment 1 ferry.txt", "attachment 2 bridge.txt"), names(mail));
        assertEquals(
                FERRY.strip(),
                PartList.texts(PartList.of(mail, "a.eml")).getFirst().strip());
    }

    @Test
    void so_are_mails_that_were_forwarded_together_and_those_of_a_digest() {
        List<String> both = List.of("attachment 1 mail.eml", "attachment 2 mail.eml");
        assertEquals(both, names(mail("mixed", note("See."), forwarded("Ferry", FERRY), forwarded("Bridge", BRIDGE))));
        assertEquals(both, names(mail("digest", forwarded("Ferry", FERRY), forwarded("Bridge", BRIDGE))));
    }

    @Test
    void what_cannot_be_read_beside_two_stories_is_a_part_and_gets_its_outcome() {
        String broken = "Content-Type: application/pdf; name=plan.pdf\nContent-Disposition: attachment;"
                + " filename=plan.pdf\n\n%PDF-1.7 cut off";
        assertEquals(
                List.of("attachment 1 ferry.txt", "attachment 2 plan.pdf", "attachment 3 bridge.txt"),
                names(mail(
                        "mixed", note("See."), attached("ferry.txt", FERRY), broken, attached("bridge.txt", BRIDGE))));
        assertEquals(List.of(), names(mail("mixed", note("See."), attached("ferry.txt", FERRY), broken)));
    }

    @Test
    void two_forms_of_one_story_are_one_story() {
        String other = FERRY + "Printed by the harbour.";
        assertEquals(
                List.of(),
                names(mail("mixed", note("See."), attached("ferry.txt", FERRY), attached("print.txt", other))));
    }

    @Test
    void a_mail_that_is_a_story_and_one_with_a_single_story_are_no_collections() {
        String story = note(FERRY.repeat(2));
        assertEquals(List.of(), names(mail("mixed", story, attached("a.txt", FERRY), attached("b.txt", BRIDGE))));
        assertEquals(List.of(), names(mail("mixed", note("See."), attached("a.txt", FERRY))));
        assertEquals(
                List.of(), names(mail("mixed", note("See."), attached("a.txt", FERRY), attached("b.txt", "Yours"))));
    }
}

package app.lede.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MboxPartsTest {

    private static final String FIRST = "Subject: Ferry\nTo: desk@paper.example\n\nThe ferry sails.\n\n";
    private static final String SECOND = "Received: from a\n\tby b\nSubject: Tram\n\nThe tram brakes.\n";

    private static List<String> mails(String mbox) {
        return PartList.texts(PartList.of(mbox, "news.mbox"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From editor@paper.example Fri Nov 20 18:01:00 2026",
                "From - Fri Nov 20 18:01:00 2026",
                "From 1803@xxx Fri Nov 20 18:01:00 +0000 2026",
                "From MAILER-DAEMON Fri Nov  6 08:01 2026",
                "From \"a b\"@paper.example Fri Nov 20 18:01:00 2026 remote from x"
            })
    void a_mail_begins_at_each_usual_separator(String separator) {
        assertEquals(List.of(FIRST, SECOND), mails(separator + "\n" + FIRST + separator + "\n" + SECOND));
    }

    @Test
    void an_archive_with_crlf_has_the_same_mails() {
        String mbox = "From a@b Fri Nov 20 18:01:00 2026\n" + FIRST + "From a@b Fri Nov 20 18:02:00 2026\n" + SECOND;
        assertEquals(
                List.of(FIRST.replace("\n", "\r\n"), SECOND.replace("\n", "\r\n")), mails(mbox.replace("\n", "\r\n")));
    }

    @Test
    void lines_of_text_that_begin_with_from_split_no_mail() {
        String text = FIRST
                + "From here on the road is closed.\n\nFrom 18:00 to 19:00 in the year 2026 too.\n\n"
                + "From a@b Fri Nov 20 18:01:00 2026\nis how a mail begins in such a file.\n";
        assertEquals(List.of(text), mails("From a@b Fri Nov 20 18:01:00 2026\n" + text));
    }

    private static final String SEPARATOR = "From a@b Fri Nov 20 18:01:00 2026\n";

    /** A mail that quotes another one as it stands in an archive. */
    private static String forwarding(int length, String end) {
        String body = "Look at this:\n\n" + SEPARATOR + FIRST + SEPARATOR + SECOND;
        return "Subject: Fwd\nContent-Length: " + (body.length() + length) + "\n\n" + body + end;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void a_forwarded_mail_within_the_length_of_a_mail_is_its_text(String end) {
        String mail = forwarding(0, end);
        assertEquals(List.of(mail, SECOND), mails(SEPARATOR + mail + SEPARATOR + SECOND));
        assertEquals(List.of(SECOND + "\n", mail), mails(SEPARATOR + SECOND + "\n" + SEPARATOR + mail));
        String crlf = mail.replace("\n", "\r\n");
        int length = forwarding(0, "").replace("\n", "\r\n").length() - crlf.indexOf("\r\n\r\n") - 4;
        crlf = crlf.replaceFirst("Length: \\d+", "Length: " + length);
        assertEquals(List.of(crlf), mails(SEPARATOR.replace("\n", "\r\n") + crlf));
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, -30, -5, 7, 40, 80, 9_000, 19_000_000, 90_000_000})
    void a_length_after_which_no_mail_begins_is_ignored(int wrong) {
        String mail = forwarding(wrong, "\n");
        int second = mail.indexOf(SEPARATOR);
        assertEquals(
                List.of(mail.substring(0, second), FIRST, SECOND + "\n", SECOND + "\n", SECOND),
                mails(SEPARATOR + mail + (SEPARATOR + SECOND + "\n").repeat(2).stripTrailing() + "\n"));
    }

    @Test
    void a_quotation_mark_within_a_wrong_length_is_taken_off_once() {
        String mail = "Subject: x\nContent-Length: 5000\n\nx\n\n";
        String quoting = "Subject: y\n\n>>From a@b Fri Nov 20 18:01:00 2026\n";
        assertEquals(List.of(mail, quoting.replace(">>", ">")), mails(SEPARATOR + mail + SEPARATOR + quoting));
    }

    @Test
    void one_quotation_mark_before_from_is_taken_off() {
        String mbox =
                "From a@b Fri Nov 20 18:01:00 2026\nSubject: x\n\n>From the north\n>>From the south\n> From afar\n";
        assertEquals(List.of("Subject: x\n\nFrom the north\n>From the south\n> From afar\n"), mails(mbox));
    }

    @Test
    void a_mail_over_the_bound_is_named_and_its_neighbours_are_read() {
        String large = "Subject: x\n\n" + "A line of the large mail.\n".repeat(900_000) + "\n";
        String separator = "From a@b Fri Nov 20 18:01:00 2026\n";
        List<Part> parts = PartList.of(separator + FIRST + separator + large + separator + SECOND, "x");
        assertEquals(List.of(FIRST, "too-large", SECOND), PartList.texts(parts));
        assertEquals("mail 2", parts.get(1).name());
    }

    @Test
    void lines_longer_than_a_buffer_are_whole() {
        String text = FIRST + "x".repeat(300_000) + "\nFrom y 10:00 2026\n";
        assertEquals(List.of(text), mails("From a@b Fri Nov 20 18:01:00 2026\n" + text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From our reporter at 18:01 in 2026\nThe ferry sails.\n",
                "Subject: x\n\nFrom a@b Fri Nov 20 18:01:00 2026\nSubject: y\n",
                "From a@b Fri Nov 20 18:01:00 2026",
                "From a@b\nSubject: x\n\ntext\n"
            })
    void a_file_that_does_not_begin_as_one_is_none(String text) {
        assertTrue(mails(text).isEmpty());
    }
}

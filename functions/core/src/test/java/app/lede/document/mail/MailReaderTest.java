package app.lede.document.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.DocumentMetadata.Term;
import app.lede.document.DocumentReader;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Page;
import app.lede.document.Reading.Plain;
import app.lede.document.Reading.Problem;
import app.lede.document.Reading.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {

    private static final String NORTH =
            "The harbour opened its north quay on Tuesday, the council said. Ships may moor there from six in the"
                    + " morning to ten at night; the fee is twelve crowns for each metre of length.";

    private static final String SOUTH =
            "The south quay stays closed until May, when the last of its four cranes will have been taken down"
                    + " and sold.";

    private static final String STORY = NORTH + "\n\n" + SOUTH;

    private final DocumentReader reader = new DocumentReader();

    private Reading read(String mail) {
        return reader.read(new RawDocument(mail.getBytes(StandardCharsets.UTF_8), null, "a.eml", null));
    }

    private static String text(Reading reading) {
        return switch (reading) {
            case Plain plain -> plain.text();
            case Markup markup -> markup.dom().text();
            case Page page -> page.dom().text();
            case Unreadable unreadable -> "unreadable: " + unreadable.detail();
        };
    }

    private static void assertForwarded(Reading reading) {
        String text = text(reading);
        assertTrue(text.contains("opened its north quay") && text.contains("taken down and sold."), text);
        assertFalse(text.contains("page three") || text.contains("Ines Palma") || text.contains(">"), text);
        assertEquals(List.of("Ines Palma"), reading.about().all(Term.AUTHOR));
        assertEquals(List.of("North quay opens"), reading.about().all(Term.HEADLINE));
        assertEquals(
                "2026-03-04", reading.about().first(Term.PUBLISHED).orElse("").substring(0, 10));
    }

    private static String mail(String fields, String body) {
        return """
            From: Night Desk <night@courier.example>
            To: web@courier.example
            Date: Fri, 6 Mar 2026 10:00:00 +0100
            """ + fields + "\n\n" + body + "\n";
    }

    private static String quoted(String text) {
        return text.replaceAll("(?m)^", "> ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---------- Forwarded message ---------|From: Ines Palma <ines@harbour.example>|Date: Wed, Mar 4, 2026"
                        + " at 6:02 PM|Subject: North quay opens|To: <night@courier.example>",
                "-------- Forwarded Message --------|Subject: \tNorth quay opens|Date: \tWed, 4 Mar 2026 18:02:00 +0100"
                        + "|From: \tInes Palma <ines@harbour.example>|To: \tnight@courier.example",
                "________________________________|From: Ines Palma <ines@harbour.example>|Sent: Wednesday, March 4,"
                        + " 2026 6:02 PM|To: Night Desk <night@courier.example>|Subject: North quay opens",
                "-----Ursprüngliche Nachricht-----|Von: Ines Palma <ines@harbour.example>|Gesendet: Mittwoch, 4. März"
                        + " 2026 18:02|An: Night Desk|Betreff: North quay opens",
                "Gesendet: Mittwoch, 04. März 2026 um 18:02 Uhr|Von: \"Ines Palma\" <ines@harbour.example>"
                        + "|An: night@courier.example|Betreff: North quay opens",
                "Début du message réexpédié :|De: Ines Palma <ines@harbour.example>|Objet: North quay opens"
                        + "|Date: 4 mars 2026 à 18:02:11 UTC+1|À: night@courier.example",
                "---------- Пересылаемое сообщение ----------|От: Ines Palma <ines@harbour.example>|Дата: ср, 4 мар."
                        + " 2026 г.|Тема: North quay opens|Кому: night@courier.example",
                "转发的邮件：|发件人: Ines Palma <ines@harbour.example>|日期: 2026年3月4日 18:02|主题: North quay opens"
            })
    void a_forwarded_story_is_read_without_the_note(String header) {
        String body = "For page three, please.\n\n" + header.replace('|', '\n') + "\n\n" + STORY;
        assertForwarded(read(mail("Subject: Fwd: North quay opens", body)));
        assertForwarded(read(mail(
                "Subject: Fwd: North quay opens",
                "For page three, please.\n\n" + quoted(header.replace('|', '\n') + "\n\n" + STORY))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>For page three.</div><blockquote type='cite'><div>Begin forwarded"
                        + " message:</div><br><div><b>From: </b>Ines Palma"
                        + " &lt;ines@harbour.example&gt;<br></div><div><b>Subject: </b>North quay"
                        + " opens<br></div><div><b>Date: </b>4 March 2026 at 18:02:11"
                        + " CET</div><br><div>STORY</div></blockquote>",
                "For page three.<br><div class='moz-forward-container'>-------- Forwarded Message"
                        + " --------<table><tbody><tr><th>Subject: </th><td>North quay opens</td></tr><tr><th>Date:"
                        + " </th><td>Wed, 4 Mar 2026 18:02:00 +0100</td></tr><tr><th>From: </th><td>Ines Palma"
                        + " &lt;ines@harbour.example&gt;</td></tr></tbody></table><br>STORY</div>",
                "<div>For page three.</div><div style='border-top:solid #E1E1E1 1.0pt'><p><b>From:</b> Ines Palma"
                        + " &lt;ines@harbour.example&gt;<br><b>Sent:</b> Wednesday, March 4, 2026 6:02 PM<br><b>To:</b>"
                        + " Night Desk<br><b>Subject:</b> North quay opens</p></div>STORY",
                "<div dir=ltr>For page three.<div class=gmail_quote><div class=gmail_attr>---------- Forwarded message"
                        + " ---------<br>From: <strong>Ines Palma</strong> <span>&lt;<a"
                        + " href='mailto:x'>ines@harbour.example</a>&gt;</span><br>Date: Wed, Mar 4, 2026 at 6:02"
                        + " PM<br>Subject: North quay opens<br>To:"
                        + " &lt;night@courier.example&gt;<br></div>STORY</div></div>"
            })
    void a_story_forwarded_in_html_is_read_without_the_note(String html) {
        String story = "<p>" + STORY.replace("\n\n", "</p><p>") + "</p>";
        assertForwarded(read(mail(
                "Subject: Fwd: North quay opens\nContent-Type: text/html; charset=utf-8",
                html.replace("STORY", story))));
    }

    @Test
    void a_quotation_is_the_story_of_a_forward_only() {
        String body = "For page three.\n\nOn 4 Mar 2026, at 18:02, Ines Palma <ines@harbour.example> wrote:\n\n"
                + quoted(STORY);
        assertForwarded(read(mail("Subject: Fwd: North quay opens", body)));
        Reading answer = read(mail("Subject: Re: North quay opens", body));
        assertEquals("For page three.", text(answer).strip());
        assertEquals(List.of("Night Desk"), answer.about().all(Term.AUTHOR));
    }

    @Test
    void an_answer_keeps_its_own_words_above_the_header_of_what_it_answers() {
        String answered = """

            From: Jo Lind <jo@courier.example>
            Sent: Monday, March 2, 2026 1:00 PM
            To: Ines
            Subject: Quay?

            Is it open?\
            """;
        String body = STORY + "\n" + answered;
        assertTrue(text(read(mail("Subject: RE: Quay?", body))).contains("opened its north quay"));
    }

    private static final String MIXED =
            "Subject: North quay opens\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m";

    @Test
    void text_around_pictures_is_one_text() {
        String body = """
            --m
            Content-Type: text/html

            <p>The north quay is open.</p>
            --m
            Content-Type: image/png; name=q.png
            Content-Disposition: inline

            x
            --m
            Content-Type: text/html

            <p>The south quay is not.</p>
            --m--\
            """;
        assertEquals("The north quay is open. The south quay is not.", text(read(mail(MIXED, body))));
    }

    @Test
    void an_attached_mail_or_document_is_the_story_of_a_short_note() {
        String inner =
                "From: Ines Palma <ines@harbour.example>\nTo: night@courier.example\nDate: Wed, 4 Mar 2026 18:02:00"
                        + " +0100\nSubject: North quay opens\n\n" + STORY;
        String body = "--m\nContent-Type: text/plain\n\nSee page three.\n--m\nContent-Type: message/rfc822;"
                + " name=quay.eml\nContent-Disposition: attachment\n\n" + inner + "\n--m--";
        Reading attached = read(mail(MIXED, body));
        assertForwarded(attached);
        assertTrue(attached.about().remarks().contains("the story is the attachment quay.eml"));

        String rtf = "--m\nContent-Type: text/plain\n\nSee attached.\n--m\nContent-Type: application/octet-stream;"
                + " name=quay.rtf\nContent-Disposition: attachment\n\n{\\rtf1 " + STORY + "\\par}\n--m--";
        Reading document = read(mail(MIXED, rtf));
        assertTrue(text(document).contains("opened its north quay"), text(document));
        assertEquals(List.of("2026-03-06T10:00:00+01:00"), document.about().all(Term.PUBLISHED));
    }

    @Test
    void an_attachment_is_no_story_beside_a_long_text() {
        String body = "--m\nContent-Type: text/plain\n\n" + (STORY + "\n\n").repeat(3)
                + "\n--m\nContent-Type: text/plain; name=terms.txt\nContent-Disposition: attachment\n\n"
                + "Terms of use. ".repeat(300)
                + "\n--m--";
        assertFalse(text(read(mail(MIXED, body))).contains("Terms"));
    }

    @Test
    void mails_in_mails_are_opened_three_deep() {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            mail.append(
                    "From: a@courier.example\nTo: b\nSubject: S\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b%d\n\n--b%d\n"
                            .formatted(i, i));
            mail.append("Content-Type: message/rfc822\n\n");
        }
        assertInstanceOf(Unreadable.class, read(mail + STORY));
    }

    @Test
    void the_reason_is_told_if_the_only_attachment_cannot_be_read() {
        String body = """
            --m
            Content-Type: application/vnd.ms-excel; name=quays.xls
            Content-Disposition: attachment
            Content-Transfer-Encoding: base64

            0M8R4KGxGuE=
            --m--\
            """;
        Unreadable refused = assertInstanceOf(Unreadable.class, read(mail(MIXED, body)));
        assertTrue(refused.detail().startsWith("the attachment quays.xls: "), refused.detail());
    }

    @Test
    void the_page_of_a_saved_page_is_the_one_that_start_names() {
        String page = """
            From: <Saved by Blink>
            Snapshot-Content-Location: https://courier.example/quay
            MIME-Version: 1.0
            Content-Type: multipart/related;
            \ttype="text/html";
            \tstart="<f0@x>";
            \tboundary=b

            --b
            Content-Type: text/html
            Content-ID: <f1@x>

            <p>An advertisement
            --b
            Content-Type: text/html
            Content-ID: <f0@x>

            <p>The quay
            --b--
            """;
        assertEquals("The quay", text(read(page)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Importance: high\n",
                "Thread-Topic: quay\n",
                "X-Odd_Field!: 1\n",
                "ARC-Seal: i=1;\n a=rsa\n",
                "\uFEFF",
                "\n\n",
                "From ines@harbour.example Wed Mar  4 18:02:00 2026\n"
            })
    void a_mail_may_begin_with_anything(String first) {
        Reading reading = read(
                first + "from: Ines Palma <ines@harbour.example>\nto: b@courier.example\nsubject: Quay\n\n" + STORY);
        assertEquals(List.of("Quay"), reading.about().all(Term.HEADLINE));
        assertTrue(text(reading).startsWith("The harbour"), text(reading));
    }

    @Test
    void flowed_lines_are_joined() {
        String fields = "Subject: Q\nContent-Type: text/plain; charset=utf-8; format=flowed";
        assertEquals(
                "The quay is open again.\nSecond line",
                text(read(mail(fields, "The quay \nis open \nagain.\nSecond line")))
                        .strip());
        assertEquals(
                "埠頭が再開した",
                text(read(mail(fields + "; delsp=yes", "埠頭が \n再開した"))).strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wed,  4 Mar 2026 18:02:00 +0100 | 2026-03-04T18:02:00+01:00",
                "4 Mar 26 18:02 EST | 2026-03-04T18:02:00-05:00",
                "Wed, 04 Mar 2026 18:02:00 CEST (summer) | 2026-03-04T18:02:00+02:00",
                "Wednesday, 4-Mar-26 18:02:00 UT | 2026-03-04T18:02:00Z",
                "Wed Mar  4 18:02:00 2026 | 2026-03-04",
                "Wed, 4 Mar 2026 18:02:00 Nowhere | 2026-03-04",
                "Wed, 31 Feb 2026 18:02:00 GMT | none"
            })
    void dates_of_headers_are_read_in_old_forms(String date, String expected) {
        assertEquals(expected, MailDate.header(date).orElse("none"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "miércoles, 4 de marzo de 2026 18:02 | 2026-03-04",
                "4 maart 2026 om 18:02 | 2026-03-04",
                "środa, 4 marca 2026 18:02 | 2026-03-04",
                "04.03.2026 18:02 | 2026-03-04",
                "25/03/2026 | 2026-03-25",
                "3/25/26, 6:02 PM | 2026-03-25",
                "3/4/2026 | none",
                "yesterday | none"
            })
    void dates_above_forwards_are_read_in_their_readers_language(String date, String expected) {
        assertEquals(expected, MailDate.written(date).orElse("none"));
    }

    @Test
    void encoded_words_may_name_their_language() {
        Reading reading = read("Subject: =?utf-8*en?Q?The_qu=C3=A4y?=\nFrom: a@courier.example\nTo: b\n\n" + STORY);
        assertEquals(List.of("The quäy"), reading.about().all(Term.HEADLINE));
    }

    @Test
    void a_signed_mail_is_read_and_an_encrypted_one_named() {
        String fields = """
            Subject: Q
            MIME-Version: 1.0
            Content-Type: multipart/signed; boundary=s; protocol="application/pkcs7-signature\"\
            """;
        String start = """
            --s
            Content-Type: text/plain

            """;
        String end = """

            --s
            Content-Type: application/pkcs7-signature; name=smime.p7s
            Content-Transfer-Encoding: base64

            MIAG
            --s--\
            """;
        String signed = mail(fields, start + STORY + end);
        assertTrue(text(read(signed)).startsWith("The harbour"));
        String packed = """
            Subject: Q
            MIME-Version: 1.0
            Content-Type: application/pkcs7-mime; smime-type=enveloped-data\
            """;
        Unreadable locked = assertInstanceOf(Unreadable.class, read(mail(packed, "MIAG")));
        assertEquals(Problem.ENCRYPTED, locked.problem());
        assertTrue(locked.detail().contains("save it as text"));
    }

    @Test
    void furniture_of_newsletters_and_confidentiality_notices_are_left_out() {
        String notice = "This e-mail and any attachments are confidential and intended solely for the addressee. "
                + "Do not copy. ".repeat(40);
        String text = text(read(mail(
                "Subject: Q",
                "Harbour Notes is a reader-supported publication.\n\n" + STORY + "\n\nShare this post\n\n" + notice)));
        assertEquals(STORY, text.strip());
    }
}

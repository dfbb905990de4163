package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.Reading.Problem;
import app.lede.document.Reading.Unreadable;
import app.lede.fuzz.Effort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;

/** Hostile and unreadable documents end in named problems. */
class HostileDocumentsTest {

    private static final String DOCUMENT = "word/document.xml";
    private static final int MEGABYTE = 1024 * 1024;

    private final DocumentReader reader = new DocumentReader();

    private Unreadable refused(byte[] bytes, String name) {
        return assertInstanceOf(Unreadable.class, reader.read(new RawDocument(bytes, null, name, null)));
    }

    private void assertRefused(Problem problem, String detail, byte[] bytes, String name) {
        Unreadable refused = refused(bytes, name);
        assertEquals(problem, refused.problem(), refused.detail());
        assertTrue(refused.detail().contains(detail), refused.detail());
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static PDPage pageSaying(PDDocument document, String words) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 12);
            content.newLineAtOffset(50, 700);
            content.showText(words);
            content.endText();
        }
        return page;
    }

    @Test
    void a_zip_bomb_is_too_large() throws IOException {
        byte[] bomb = zip(DOCUMENT, new byte[60 * MEGABYTE]);
        assertTrue(bomb.length < MEGABYTE);
        assertRefused(Problem.TOO_LARGE, "inflates to more than", bomb, "bomb.docx");
    }

    @Test
    void an_archive_of_too_many_files_is_too_large() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= 5000; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i));
            }
        }
        assertRefused(Problem.TOO_LARGE, "5001 files", bytes.toByteArray(), "many.docx");
    }

    @Test
    void an_archive_cut_off_is_unreadable() throws IOException {
        byte[] whole = zip(DOCUMENT, "<w:document/>".getBytes(StandardCharsets.UTF_8));
        assertRefused(Problem.UNREADABLE, "the file was cut", Arrays.copyOf(whole, whole.length - 30), "cut.docx");
    }

    @Test
    void an_archive_whose_files_can_not_be_inflated_is_named_so() throws IOException {
        byte[] whole = zip(DOCUMENT, "<w:document/>".getBytes(StandardCharsets.UTF_8));
        String readable = new String(whole, StandardCharsets.ISO_8859_1);
        whole[readable.indexOf(DOCUMENT) + DOCUMENT.length()] = 7; // There is no block of type 3.
        assertEquals(Problem.ENCODING, refused(whole, "broken.docx").problem());
    }

    @Test
    void an_archive_whose_check_sum_is_wrong_is_damaged() throws IOException {
        byte[] whole =
                zip(DOCUMENT, "<w:document><w:body><w:p/></w:body></w:document>".getBytes(StandardCharsets.UTF_8));
        String readable = new String(whole, StandardCharsets.ISO_8859_1);
        int directory = readable.lastIndexOf("PK\u0001\u0002");
        whole[directory + 16] ^= 1;
        assertRefused(Problem.ENCODING, "check sum", whole, "damaged.docx");
    }

    @Test
    void broken_archives_never_throw() throws IOException {
        byte[] whole =
                zip(DOCUMENT, "<w:document><w:body><w:p/></w:body></w:document>".getBytes(StandardCharsets.UTF_8));
        Random random = new Random(3);
        for (int i = 0; i < Effort.of(2000); i++) {
            byte[] broken = whole.clone();
            for (int j = 0; j < 4; j++) {
                broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt(256);
            }
            reader.read(new RawDocument(broken, null, "broken.docx", null));
        }
    }

    @Test
    void a_spreadsheet_is_no_document_that_is_read() throws IOException {
        byte[] sheet = zip("xl/workbook.xml", "<workbook/>".getBytes(StandardCharsets.UTF_8));
        assertEquals(Problem.UNKNOWN_TYPE, refused(sheet, "sheet.docx").problem());
    }

    @Test
    void a_word_document_with_a_password_is_encrypted() {
        String container =
                "\u00d0\u00cf\u0011\u00e0" + "\0".repeat(2000) + "EncryptedPackage".replaceAll("(.)", "$1\0");
        assertRefused(Problem.ENCRYPTED, "password", container.getBytes(StandardCharsets.ISO_8859_1), "locked.docx");
    }

    @Test
    void xml_nested_a_hundred_thousand_deep_is_read_or_refused() throws IOException {
        String deep = "<w:document><w:body>" + "<w:x>".repeat(100_000) + "<w:p/></w:body></w:document>";
        reader.read(new RawDocument(zip(DOCUMENT, deep.getBytes(StandardCharsets.UTF_8)), null, "deep.docx", null));
    }

    @Test
    void a_pdf_with_a_password_is_encrypted() throws IOException {
        try (PDDocument document = new PDDocument()) {
            pageSaying(document, "Secret");
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            assertRefused(Problem.ENCRYPTED, "password", saved(document), "locked.pdf");
        }
    }

    @Test
    void a_pdf_that_only_forbids_printing_is_read() throws IOException {
        try (PDDocument document = new PDDocument()) {
            pageSaying(document, "Open to all readers");
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            Reading reading = reader.read(new RawDocument(saved(document), null, "open.pdf", null));
            assertEquals(
                    "Open to all readers",
                    assertInstanceOf(Reading.Markup.class, reading).dom().text());
        }
    }

    @Test
    void a_pdf_of_pictures_has_no_text() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            assertRefused(Problem.NO_TEXT, "no text layer", saved(document), "scan.pdf");
        }
    }

    @Test
    void a_pdf_without_pages_is_empty() throws IOException {
        try (PDDocument document = new PDDocument()) {
            assertRefused(Problem.EMPTY, "without pages", saved(document), "none.pdf");
        }
    }

    @Test
    void a_pdf_of_two_hundred_and_one_pages_is_too_large() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i <= 200; i++) {
                document.addPage(new PDPage());
            }
            assertRefused(Problem.TOO_LARGE, "200 pages", saved(document), "long.pdf");
        }
    }

    @Test
    void a_pdf_whose_stream_is_a_bomb_is_too_large() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDStream stream = new PDStream(document);
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                for (int i = 0; i < 60; i++) {
                    out.write(new byte[MEGABYTE]);
                }
            }
            page.setContents(stream);
            assertRefused(Problem.TOO_LARGE, "a stream inflates", saved(document), "bomb.pdf");
        }
    }

    @Test
    void a_pdf_whose_form_draws_itself_comes_to_an_end() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = pageSaying(document, "Round and round");
            PDFormXObject form = new PDFormXObject(document);
            PDResources own = new PDResources();
            own.put(COSName.getPDFName("F"), form);
            form.setResources(own);
            form.setBBox(page.getMediaBox());
            try (var out = form.getStream().createOutputStream()) {
                out.write("/F Do /F Do".getBytes(StandardCharsets.US_ASCII));
            }
            try (PDPageContentStream content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
                content.drawForm(form);
            }
            Reading reading = reader.read(new RawDocument(saved(document), null, "cycle.pdf", null));
            assertTrue(reading instanceof Unreadable || reading instanceof Reading.Markup);
        }
    }

    @Test
    void a_pdf_cut_off_anywhere_is_read_or_refused() throws IOException {
        try (PDDocument document = new PDDocument()) {
            pageSaying(document, "Some words that may be lost");
            byte[] whole = saved(document);
            for (int length = 5; length < whole.length; length += 31) {
                reader.read(new RawDocument(Arrays.copyOf(whole, length), null, "cut.pdf", null));
            }
        }
        assertEquals(
                Problem.UNREADABLE,
                refused("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), "a.pdf")
                        .problem());
    }

    @Test
    void mails_within_mails_without_end_are_refused() {
        StringBuilder mail = new StringBuilder("From: a@courier.example\nTo: b@courier.example\nSubject: Nested\n");
        for (int i = 0; i < 1000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }
        assertRefused(
                Problem.UNREADABLE,
                "more than 20 deep",
                mail.toString().getBytes(StandardCharsets.US_ASCII),
                "nested.eml");
    }

    @Test
    void a_mail_of_attachments_alone_is_empty() {
        String mail = """
            From: a@courier.example
            To: b@courier.example
            Subject: Pictures
            Content-Type: image/png
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            """;
        assertEquals(
                Problem.EMPTY,
                refused(mail.getBytes(StandardCharsets.US_ASCII), "pictures.eml")
                        .problem());
    }

    @Test
    void json_that_is_no_article_or_nested_without_end_is_refused() {
        assertRefused(
                Problem.UNKNOWN_TYPE, "no article", "{\"a\": 1}".getBytes(StandardCharsets.US_ASCII), "data.json");
        byte[] deep = ("[[" + "[".repeat(100_000)).getBytes(StandardCharsets.US_ASCII);
        assertRefused(Problem.UNREADABLE, "broken JSON", deep, "deep.json");
    }

    @Test
    void an_opendocument_bomb_is_too_large_and_a_sheet_of_unknown_type() throws IOException {
        assertRefused(
                Problem.TOO_LARGE, "inflates to more than", zip("content.xml", new byte[60 * MEGABYTE]), "bomb.odt");
        byte[] sheet = zip("content.xml", "<office:body/>".getBytes(StandardCharsets.UTF_8));
        assertRefused(Problem.UNKNOWN_TYPE, "save it as", sheet, "sheet.ods");
    }

    @Test
    void rtf_without_an_end_is_unreadable_and_says_what_to_do() {
        for (String rtf :
                new String[] {"{\\rtf1 The quay", "{\\rtf1" + "{".repeat(100_000), "{\\rtf1\\bin2000000000 x}"}) {
            assertEquals(
                    Problem.UNREADABLE,
                    refused(rtf.getBytes(StandardCharsets.US_ASCII), "a.rtf").problem());
        }
    }

    @Test
    void compound_files_whose_chains_are_circles_are_unreadable() {
        byte[] circle = new byte[4096];
        byte[] magic = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(magic, 0, circle, 0, magic.length);
        byte[] name = "WordDocument".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, circle, 2048, name.length);
        assertRefused(Problem.UNREADABLE, "save it again", circle, "a.doc");
    }

    @Test
    void a_web_archive_of_claims_alone_is_unreadable() {
        byte[] claims = ("bplist00WebMainResource" + "\u00ff".repeat(60)).getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(Problem.UNREADABLE, "save the page again", claims, "a.webarchive");
    }

    @Test
    void a_mail_whose_attachments_are_locked_says_which() throws IOException {
        String mail = """
            From: a@courier.example
            To: b@courier.example
            Subject: Plans
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: application/pdf; name=plan.pdf
            Content-Disposition: attachment

            %PDF-1.4
            --m--
            """;
        assertRefused(
                Problem.UNREADABLE, "the attachment plan.pdf", mail.getBytes(StandardCharsets.US_ASCII), "plans.eml");
    }
}

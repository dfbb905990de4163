package app.lede.document.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.DocumentReader;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.document.Reading.Problem;
import app.lede.document.rtf.CompressedRtf;
import app.lede.fuzz.ProcessorTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mails with {@code winmail.dat}, written here attribute by attribute. */
class WinMailTest {

    private static final String STORY =
            "The harbour opened a second quay on Wednesday, and it is longer than the first. ".repeat(8);

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] tnef(byte[]... attributes) {
        ByteBuffer out = ByteBuffer.allocate(100_000).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x223e9f78).putShort((short) 1);
        for (byte[] attribute : attributes) {
            out.put(attribute);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static byte[] attribute(int level, int id, byte[] value) {
        return ByteBuffer.allocate(value.length + 11)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) level)
                .putInt(id)
                .putInt(value.length)
                .put(value)
                .putShort((short) 0)
                .array();
    }

    /** Returns a named property, a number, and a text in a property. */
    private static byte[] properties(int type, int id, byte[] text) {
        ByteBuffer out = ByteBuffer.allocate(text.length + 200).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(3);
        out.putShort((short) 3)
                .putShort((short) 0x8001)
                .put(new byte[16])
                .putInt(1)
                .putInt(6)
                .put(new byte[8])
                .putInt(7);
        out.putShort((short) 0x1003)
                .putShort((short) 0x3001)
                .putInt(2)
                .putInt(7)
                .putInt(7);
        out.putShort((short) type)
                .putShort((short) id)
                .putInt(1)
                .putInt(text.length)
                .put(text);
        out.put(new byte[-text.length & 3]);
        return attribute(1, 0x00069003, Arrays.copyOf(out.array(), out.position()));
    }

    private static Reading read(byte[] winmail) {
        String mail = "From: Ann Lee <ann@paper.example>\n"
                + "To: b@paper.example\n"
                + "Subject: Quay\n"
                + "MIME-Version: 1.0\n"
                + "Content-Type: application/ms-tnef; name=winmail.dat\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(winmail);
        return new DocumentReader().read(new RawDocument(ascii(mail), null, "a.eml", null));
    }

    private static String text(Reading reading) {
        return switch (reading) {
            case Reading.Plain plain -> plain.text();
            case Reading.Markup markup -> markup.dom().text();
            case Reading.Page page -> page.dom().text();
            case Reading.Unreadable none -> none.detail();
        };
    }

    @Test
    void the_text_is_read_in_any_of_its_forms() {
        byte[] plain = tnef(attribute(1, 0x0002800c, ascii(STORY)));
        byte[] html =
                tnef(attribute(1, 0x0002800c, ascii("x")), properties(0x102, 0x1013, ascii("<p>" + STORY + "</p>")));
        byte[] wide = tnef(properties(0x1f, 0x1000, STORY.getBytes(StandardCharsets.UTF_16LE)));
        byte[] header = HexFormat.of().parseHex("00000000" + "00000000" + "4d454c41" + "00000000");
        byte[] rtf = ascii("{\\rtf1\\ansi " + STORY + "\\par}");
        byte[] ofHtml = ascii("{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {hidden \\htmlrtf0 " + STORY
                + "{\\*\\htmltag72 </p>}\\htmlrtf }\\htmlrtf0}");
        for (byte[] winmail : List.of(
                plain,
                html,
                wide,
                tnef(properties(0x102, 0x1009, packed(header, rtf))),
                tnef(properties(0x102, 0x1009, packed(header, ofHtml))))) {
            Reading reading = read(winmail);
            assertTrue(text(reading).startsWith("The harbour opened"), text(reading));
            assertTrue(text(reading).strip().endsWith("the first."), text(reading));
        }
    }

    @Test
    void two_billion_values_of_no_size_take_no_time() {
        ByteBuffer many = ByteBuffer.allocate(4 + 8 * 1000).order(ByteOrder.LITTLE_ENDIAN);
        many.putInt(1000);
        for (int i = 0; i < 1000; i++) {
            many.putShort((short) 0x1000).putShort((short) 0x3001).putInt(Integer.MAX_VALUE);
        }
        byte[] winmail = tnef(attribute(1, 0x0002800c, ascii(STORY)), attribute(1, 0x00069003, many.array()));
        ProcessorTime.assertAtMost(Duration.ofSeconds(2), () -> read(winmail));
    }

    private static byte[] packed(byte[] header, byte[] rtf) {
        byte[] packed = Arrays.copyOf(header, header.length + rtf.length);
        System.arraycopy(rtf, 0, packed, header.length, rtf.length);
        return packed;
    }

    @Test
    void an_attached_file_longer_than_the_text_is_the_story() {
        byte[] winmail = tnef(
                attribute(1, 0x0002800c, ascii("See below.")),
                attribute(2, 0x00018010, ascii("story.html\0")),
                attribute(2, 0x0006800f, ascii("<html><body><p>" + STORY + "</p></body></html>")));
        assertTrue(text(read(winmail)).startsWith("The harbour opened"));
    }

    @Test
    void one_without_a_text_is_an_unknown_type_with_a_hint() {
        Reading.Unreadable none =
                assertInstanceOf(Reading.Unreadable.class, read(tnef(attribute(1, 0x00069007, new byte[8]))));
        assertEquals(Problem.UNKNOWN_TYPE, none.problem());
        assertTrue(none.detail().contains("ask for it in HTML or plain text"));
        Reading alone = new DocumentReader().read(new RawDocument(tnef(), null, "winmail.dat", null));
        assertEquals(
                Problem.UNKNOWN_TYPE,
                assertInstanceOf(Reading.Unreadable.class, alone).problem());
    }

    /** The example of MS-OXRTFCP, section 4.1. */
    @Test
    void compressed_rtf_is_inflated() {
        byte[] packed = HexFormat.of()
                .parseHex(
                        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0");
        assertEquals(
                "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
                new String(CompressedRtf.inflated(packed).orElseThrow(), StandardCharsets.US_ASCII));
    }

    @Test
    void one_that_is_cut_or_changed_is_read_or_named() {
        byte[] winmail = tnef(properties(0x102, 0x1013, ascii("<p>" + STORY)), attribute(1, 0x0002800c, ascii(STORY)));
        Random random = new Random(6);
        for (int round = 0; round < 300; round++) {
            byte[] changed =
                    round % 2 == 0 ? Arrays.copyOf(winmail, 1 + random.nextInt(winmail.length)) : winmail.clone();
            changed[random.nextInt(Math.min(120, changed.length))] = (byte) random.nextInt(256);
            // Any reading, but no exception.
            read(changed);
        }
    }
}

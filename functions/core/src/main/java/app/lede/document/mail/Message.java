package app.lede.document.mail;

import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import app.lede.text.LowerCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * A parsed mail (RFC 5322, RFC 2045 to 2047): its header, and its leaf parts in order. Attached mails are not parsed.
 *
 * @param header by lower-case name, the first of each name, encoded words decoded
 */
record Message(Map<String, String> header, List<Part> parts) {

    /** Maximum nesting of parts; real mails nest three or four deep. */
    private static final int MAX_DEPTH = 20;

    private static final int MAX_PARTS = 500;
    private static final int MAX_LINE = 1024 * 1024;
    private static final int MAX_HEADER_LENGTH = 100_000;
    private static final int MAX_FIELDS = 1_000;

    private static final MimeConfig LIMITS = MimeConfig.custom()
            .setMaxLineLen(MAX_LINE)
            .setMaxHeaderLen(MAX_HEADER_LENGTH)
            .setMaxHeaderCount(MAX_FIELDS)
            .setMaxContentLen(-1)
            .build();

    static Message of(byte[] bytes) throws ReadingRefused {
        MimeTokenStream tokens = new MimeTokenStream(LIMITS);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(bytes));
        try {
            return read(tokens);
        } catch (MimeException | IOException e) {
            if (e instanceof ReadingRefused refused) {
                throw refused;
            }
            throw new ReadingRefused(Problem.UNREADABLE, "broken mail: " + e.getMessage());
        }
    }

    private static Message read(MimeTokenStream tokens) throws MimeException, IOException {
        Map<String, String> header = new HashMap<>();
        List<Part> parts = new ArrayList<>();
        Map<String, String> own = header;
        int depth = 0;
        for (EntityState state = tokens.getState();
                state != EntityState.T_END_OF_STREAM && parts.size() < MAX_PARTS;
                state = tokens.next()) {
            switch (state) {
                case T_START_BODYPART -> own = new HashMap<>();
                case T_START_MULTIPART -> depth = deeper(depth);
                case T_END_MULTIPART -> depth--;
                case T_FIELD -> note(tokens.getField(), own);
                case T_BODY -> parts.add(part(tokens, own));
                default -> {}
            }
        }
        return new Message(header, parts);
    }

    private static int deeper(int depth) throws ReadingRefused {
        if (depth >= MAX_DEPTH) {
            throw new ReadingRefused(Problem.UNREADABLE, "parts within parts, more than " + MAX_DEPTH + " deep");
        }
        return depth + 1;
    }

    private static void note(Field field, Map<String, String> header) {
        String value = DecoderUtil.decodeEncodedWords(field.getBody(), DecodeMonitor.SILENT);
        header.putIfAbsent(LowerCase.of(field.getName()), value.strip());
    }

    private static Part part(MimeTokenStream tokens, Map<String, String> own) throws IOException {
        BodyDescriptor descriptor = tokens.getBodyDescriptor();
        String disposition = LowerCase.of(own.getOrDefault("content-disposition", ""));
        String declared = LowerCase.of(own.getOrDefault("content-type", ""));
        return new Part(
                LowerCase.of(descriptor.getMimeType()),
                declared.contains("charset") ? String.valueOf(descriptor.getCharset()) : "",
                disposition.startsWith("attachment"),
                own.getOrDefault("content-location", ""),
                tokens.getDecodedInputStream().readAllBytes());
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(header.get(name)).filter(value -> !value.isEmpty());
    }

    /** Returns the first HTML part that is not attached. */
    Optional<Part> html() {
        return parts.stream().filter(part -> part.isHtml() && !part.attached()).findFirst();
    }

    /** Returns the first text part that is not attached. */
    Optional<Part> plain() {
        return parts.stream().filter(part -> part.isPlain() && !part.attached()).findFirst();
    }
}

package app.lede.document.mail;

import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import app.lede.text.LowerCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
 * A parsed mail (RFC 5322, RFC 2045 to 2047): its header, and its tree of parts. Attached mails are leaves.
 *
 * @param header by lower-case name, the first of each name, encoded words decoded
 */
record Message(Map<String, String> header, Node root) {

    /** Maximum nesting of parts; real mails nest three or four deep. */
    private static final int MAX_DEPTH = 20;

    private static final int MAX_PARTS = 500;
    private static final int MAX_LINE = 1024 * 1024;
    private static final int MAX_HEADER_LENGTH = 100_000;
    private static final int MAX_FIELDS = 1_000;

    /** A language tag inside an encoded word (RFC 2231, section 5). */
    private static final Pattern TAGGED = Pattern.compile("=\\?([\\w-]{1,40})\\*[\\w-]{1,40}\\?");

    private static final Pattern START = Pattern.compile("(?i)[;\\s]start\\s*=\\s*\"?<?([^\";>\\s]{1,300})");

    private static final MimeConfig LIMITS = MimeConfig.custom()
            .setMaxLineLen(MAX_LINE)
            .setMaxHeaderLen(MAX_HEADER_LENGTH)
            .setMaxHeaderCount(MAX_FIELDS)
            .setMaxContentLen(-1)
            .build();

    /** A part: a leaf, or several parts of a kind such as {@code mixed}. */
    sealed interface Node {

        record Leaf(Part part) implements Node {}

        record Parts(String kind, List<Node> children) implements Node {}

        /** Returns all leaves in order. */
        default Stream<Part> leaves() {
            return switch (this) {
                case Leaf leaf -> Stream.of(leaf.part());
                case Parts parts -> parts.children().stream().flatMap(Node::leaves);
            };
        }
    }

    static Message of(byte[] bytes) throws ReadingRefused {
        int start = start(bytes);
        MimeTokenStream tokens = new MimeTokenStream(LIMITS);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(bytes, start, bytes.length - start));
        try {
            return read(tokens);
        } catch (MimeException | IOException e) {
            if (e instanceof ReadingRefused refused) {
                throw refused;
            }
            throw new ReadingRefused(Problem.UNREADABLE, "broken mail: " + e.getMessage());
        }
    }

    /** Returns a mail's header alone; empty if it has none. */
    static Map<String, String> header(byte[] bytes) throws ReadingRefused {
        int start = start(bytes);
        MimeTokenStream tokens = new MimeTokenStream(LIMITS);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(bytes, start, bytes.length - start));
        Map<String, String> header = new HashMap<>();
        try {
            for (EntityState state = tokens.getState();
                    state != EntityState.T_END_HEADER && state != EntityState.T_END_OF_STREAM;
                    state = tokens.next()) {
                if (state == EntityState.T_FIELD) {
                    note(tokens.getField(), header);
                }
            }
        } catch (MimeException | IOException e) {
            throw new ReadingRefused(Problem.UNREADABLE, "broken mail: " + e.getMessage());
        }
        return header;
    }

    /** Returns the index of the first byte after a byte order mark and empty lines. */
    private static int start(byte[] bytes) {
        boolean marked = bytes.length > 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb;
        int at = marked ? 3 : 0;
        while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        return at;
    }

    private static Message read(MimeTokenStream tokens) throws MimeException, IOException {
        Map<String, String> header = new HashMap<>();
        Map<String, String> own = header;
        Deque<Node.Parts> open = new ArrayDeque<>();
        open.push(new Node.Parts("", new ArrayList<>()));
        int parts = 0;
        for (EntityState state = tokens.getState();
                state != EntityState.T_END_OF_STREAM && parts < MAX_PARTS;
                state = tokens.next()) {
            switch (state) {
                case T_START_BODYPART -> own = new HashMap<>();
                case T_FIELD -> note(tokens.getField(), own);
                case T_START_MULTIPART -> open.push(deeper(tokens, open));
                case T_END_MULTIPART -> open.pop();
                case T_BODY -> {
                    parts++;
                    open.element().children().add(new Node.Leaf(part(tokens, own)));
                }
                default -> {}
            }
        }
        return new Message(header, open.getLast());
    }

    private static Node.Parts deeper(MimeTokenStream tokens, Deque<Node.Parts> open) throws ReadingRefused {
        if (open.size() > MAX_DEPTH) {
            throw new ReadingRefused(Problem.UNREADABLE, "parts within parts, more than " + MAX_DEPTH + " deep");
        }
        String type = LowerCase.of(tokens.getBodyDescriptor().getMimeType());
        Node.Parts parts = new Node.Parts(type.substring(type.indexOf('/') + 1), new ArrayList<>());
        open.element().children().add(parts);
        return parts;
    }

    private static void note(Field field, Map<String, String> header) {
        String body = TAGGED.matcher(field.getBody()).replaceAll("=?$1?");
        String value = DecoderUtil.decodeEncodedWords(body, DecodeMonitor.SILENT);
        header.putIfAbsent(LowerCase.of(field.getName().strip()), value.strip());
    }

    private static Part part(MimeTokenStream tokens, Map<String, String> own) throws IOException {
        BodyDescriptor descriptor = tokens.getBodyDescriptor();
        String declared = LowerCase.of(own.getOrDefault("content-type", ""));
        return new Part(
                LowerCase.of(descriptor.getMimeType()),
                declared.contains("charset") ? String.valueOf(descriptor.getCharset()) : "",
                Map.copyOf(own),
                tokens.getDecodedInputStream().readAllBytes());
    }

    /** Returns this mail with the content and the fields of its content of another, such as one inside of a signature. */
    Message with(Message content) {
        Map<String, String> fields = new HashMap<>(header);
        fields.keySet().removeIf(name -> name.startsWith("content-"));
        content.header.forEach((name, value) -> {
            if (name.startsWith("content-")) {
                fields.put(name, value);
            } else {
                fields.putIfAbsent(name, value);
            }
        });
        return new Message(fields, content.root);
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(header.get(name)).filter(value -> !value.isEmpty());
    }

    /** Returns the page of a saved page: the part that the {@code start} parameter names (RFC 2387), else the first page. */
    Optional<Part> page() {
        Matcher start = START.matcher(header.getOrDefault("content-type", ""));
        String id = start.find() ? start.group(1) : "";
        List<Part> pages =
                root.leaves().filter(part -> part.isHtml() && !part.attached()).toList();
        return pages.stream()
                .filter(part -> !id.isEmpty() && part.field("content-id").contains(id))
                .findFirst()
                .or(() -> pages.stream().findFirst());
    }

    /** Returns the parts that are shown as the mail's text, in order: of alternatives the one with HTML. */
    List<Part> shown() {
        return shown(root);
    }

    private static List<Part> shown(Node node) {
        return switch (node) {
            case Node.Leaf leaf ->
                (leaf.part().isHtml() || leaf.part().isPlain()) && !leaf.part().attached()
                        ? List.of(leaf.part())
                        : List.of();
            case Node.Parts parts -> {
                Stream<List<Part>> children =
                        parts.children().stream().map(Message::shown).filter(shown -> !shown.isEmpty());
                yield switch (parts.kind()) {
                    case "alternative" -> alternative(children.toList());
                    case "related", "signed" -> children.findFirst().orElse(List.of());
                    default -> children.flatMap(List::stream).toList();
                };
            }
        };
    }

    private static List<Part> alternative(List<List<Part>> children) {
        return children.stream()
                .filter(shown -> shown.stream().anyMatch(Part::isHtml))
                .findFirst()
                .or(() -> children.stream().findFirst())
                .orElse(List.of());
    }

    /** Returns the parts that may hold a story of their own: attached mails and documents. */
    List<Part> documents() {
        return root.leaves().filter(part -> part.isMail() || isDocument(part)).toList();
    }

    private static boolean isDocument(Part part) {
        boolean text = part.isHtml() || part.isPlain();
        return (part.attached() || !text) && !part.type().startsWith("image/");
    }
}

package app.lede.packaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a class file says of other classes, and its methods as runs of bytes that can be left out. Names are internal ones, with slashes.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html">JVMS, chapter 4</a>
 */
final class ClassFile {

    private static final int POOL_AT = 8;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int HANDLE = 15;

    private final byte[] bytes;
    private final int[] pool;
    private final int poolEnd;

    /** A call of a method: the class or interface it is called on, its name, and its descriptor. */
    record Call(String owner, String method, String descriptor) {}

    ClassFile(byte[] bytes) {
        this.bytes = bytes;
        this.pool = new int[unsigned(POOL_AT)];
        int at = POOL_AT + 2;
        for (int i = 1; i < pool.length; i++) {
            pool[i] = at;
            int tag = bytes[at];
            at += 1 + length(tag, at);
            if (tag == LONG || tag == DOUBLE) {
                i++;
            }
        }
        this.poolEnd = at;
    }

    private int length(int tag, int at) {
        return switch (tag) {
            case UTF8 -> 2 + unsigned(at + 1);
            case LONG, DOUBLE -> 8;
            case CLASS, 8, 16, 19, 20 -> 2;
            case HANDLE -> 3;
            case 3, 4, 9, METHOD, INTERFACE_METHOD, 12, 17, 18 -> 4;
            default -> throw new IllegalArgumentException("Unknown constant " + tag + " at " + at);
        };
    }

    /** Returns the name of the class. */
    String name() {
        return utf8(pool[unsigned(pool[unsigned(poolEnd + 2)] + 1)]);
    }

    /** Hands over every name in the file that could be a class's: constants, and the parts of descriptors and signatures. */
    void mentioned(Consumer<String> taker) {
        for (int at : pool) {
            if (at > 0 && bytes[at] == UTF8 && isQualified(at)) {
                String text = utf8(at);
                taker.accept(text.replace('.', '/'));
                for (int from = text.indexOf('L'); from >= 0; from = text.indexOf('L', from + 1)) {
                    int end = from + 1;
                    while (end < text.length() && ";<:".indexOf(text.charAt(end)) < 0) {
                        end++;
                    }
                    taker.accept(text.substring(from + 1, end));
                }
            }
        }
    }

    /** Tells whether a text has a slash or a dot; few texts do, and no class of a library lies in the unnamed package. */
    private boolean isQualified(int at) {
        for (int i = at + 3, end = i + unsigned(at + 1); i < end; i++) {
            if (bytes[i] == '/' || bytes[i] == '.') {
                return true;
            }
        }
        return false;
    }

    /** Returns the calls of methods whose owner is of interest. */
    List<Call> calls(Predicate<String> owners) {
        List<Call> calls = new ArrayList<>();
        for (int at : pool) {
            if (at > 0 && (bytes[at] == METHOD || bytes[at] == INTERFACE_METHOD)) {
                String owner = utf8(pool[unsigned(pool[unsigned(at + 1)] + 1)]);
                if (owners.test(owner)) {
                    int nameAndType = pool[unsigned(at + 3)];
                    calls.add(new Call(
                            owner, utf8(pool[unsigned(nameAndType + 1)]), utf8(pool[unsigned(nameAndType + 3)])));
                }
            }
        }
        return calls;
    }

    /** Returns the file without some methods, told by name and descriptor. Constants that nothing uses any more stay in the file. */
    byte[] without(BiPredicate<String, String> methods) {
        int at = poolEnd + 6;
        at += 2 + 2 * unsigned(at);
        int fields = unsigned(at);
        at += 2;
        for (int i = 0; i < fields; i++) {
            at = memberEnd(at);
        }
        int count = unsigned(at);
        int kept = 0;
        ByteBuffer out = ByteBuffer.allocate(bytes.length).put(bytes, 0, at + 2);
        int countAt = at;
        at += 2;
        for (int i = 0; i < count; i++) {
            int end = memberEnd(at);
            if (!methods.test(utf8(pool[unsigned(at + 2)]), utf8(pool[unsigned(at + 4)]))) {
                out.put(bytes, at, end - at);
                kept++;
            }
            at = end;
        }
        out.put(bytes, at, bytes.length - at).putShort(countAt, (short) kept);
        byte[] shorter = new byte[out.position()];
        out.flip().get(shorter);
        return shorter;
    }

    private int memberEnd(int member) {
        int at = member + 8;
        for (int left = unsigned(member + 6); left > 0; left--) {
            at += 6 + ByteBuffer.wrap(bytes).getInt(at + 2);
        }
        return at;
    }

    private int unsigned(int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    /** Returns a text of the pool; names of the SDK are ASCII, and those of others are looked up and not found. */
    private String utf8(int at) {
        return new String(bytes, at + 3, unsigned(at + 1), StandardCharsets.ISO_8859_1);
    }
}

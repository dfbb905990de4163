package app.lede.story;

import app.lede.article.ArticleId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores reports as bytes behind one of the form's version. Reading gives back what was written. Thread safe. */
public final class ReportBytes {

    /** Bytes of the largest report. */
    static final int MOST_BYTES = 4_500;

    private static final byte VERSION = 1;

    private ReportBytes() {}

    public static byte[] write(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(report.id().value());
            out.writeUTF(report.publisher());
            out.writeUTF(report.credit() == null ? "" : report.credit());
            out.writeUTF(report.language() == null ? "" : report.language());
            out.writeLong(report.first().toEpochMilli());
            out.writeInt(report.shingles());
            ByteBuffer signature = ByteBuffer.allocate(Signature.BYTES);
            report.signature().write(signature);
            out.write(signature.array());
            out.writeByte(report.features().size());
            for (Feature feature : report.features()) {
                out.writeByte(feature.kind().code());
                out.writeUTF(feature.shown());
                out.writeByte(feature.weight());
            }
            out.writeUTF(String.join(" ", report.countries()));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory", e);
        }
        return bytes.toByteArray();
    }

    /** Reads a report; null for another version, which the article's next indexing replaces. */
    public static @Nullable Report read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                return null;
            }
            ArticleId id = new ArticleId(in.readUTF());
            String publisher = in.readUTF();
            String credit = in.readUTF();
            String language = in.readUTF();
            Instant first = Instant.ofEpochMilli(in.readLong());
            int shingles = in.readInt();
            Signature signature = Signature.read(ByteBuffer.wrap(in.readNBytes(Signature.BYTES)));
            List<Feature> features = features(in);
            String countries = in.readUTF();
            return new Report(
                    id,
                    publisher,
                    credit.isEmpty() ? null : credit,
                    language.isEmpty() ? null : language,
                    first,
                    shingles,
                    signature,
                    features,
                    countries.isEmpty() ? List.of() : List.of(countries.split(" ", -1)));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a report", e);
        }
    }

    private static List<Feature> features(DataInputStream in) throws IOException {
        List<Feature> features = new ArrayList<>();
        int size = in.readUnsignedByte();
        for (int i = 0; i < size; i++) {
            Feature.Kind kind = Feature.Kind.ofCode(in.readUnsignedByte());
            String shown = in.readUTF();
            features.add(new Feature(kind, shown, in.readUnsignedByte()));
        }
        return features;
    }
}

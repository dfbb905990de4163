package app.lede.benchmarks;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code benchmarks languages}: converts the model of PyPI's py3langid 0.4.0 into the resource that the language detector
 * reads.
 *
 * <p>The resource is gzipped: languages (count byte; tag, prior, floor each), number of states (int), number of rows (int);
 * per state in order of breadth the number of children, then the byte that leads to it, then 1 if it has a row of its own; per
 * row the number of languages above their floor; their numbers, all rows one after the other; their values above the floor, in
 * eighths of a natural logarithm. Left out are languages that their script tells, such as Greek, and small ones of which no
 * news is known; dialects count for their language. Rounding costs no text of 1,278 measured; the dense matrix and full
 * automaton take 68 MB of memory, this form 6.
 */
@Command(
        name = "languages",
        mixinStandardHelpOptions = true,
        description = {
            "Converts the model of py3langid 0.4.0 (BSD-3-Clause) into languages.gz. To get the model:",
            "pip download --no-deps py3langid==0.4.0 && unzip -p py3langid-*.whl py3langid/data/model.npz.xz | xz -d"
        })
final class LanguageModelCommand implements Callable<Integer> {

    /** The model's labels and the language of each. */
    private static final Map<String, String> DIALECTS =
            Map.of("ary", "ar", "arz", "ar", "uzs", "uz", "sdh", "ku", "fuv", "ff", "nn", "no");

    private static final List<String> KEPT = List.of(
            ("af ar ary arz as az ba be bg bn br bs ca cs cy da de en eo es et eu fa fi fo fr fuv fy ga gd gl ha hi hr"
                + " ht hu id ig is it jv kk ku ky la lb lg ln lt lv mg mk mn mr ms mt ne nl nn no nso oc om pl ps pt"
                + " qu ro ru rw sdh sk sl sn so sq sr st sv sw tg tk tl tr tt ug uk ur uz uzs vi xh yo zu")
                    .split(" ", -1));

    private static final float STEP = 1 / 8f;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "MODEL", description = "model.npz, unpacked by xz.")
    private Path model = Path.of("");

    @Parameters(index = "1", paramLabel = "RESOURCE", description = "languages.gz, written anew.")
    private Path resource = Path.of("");

    @Override
    public Integer call() throws IOException {
        NumpyArchive archive = NumpyArchive.read(model);
        Converted converted = new Converted(archive);
        try (OutputStream file = Files.newOutputStream(resource);
                OutputStream gzip = new Smallest(file);
                DataOutputStream out = new DataOutputStream(gzip)) {
            converted.write(out);
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%d languages, %d sequences, %d values, %d bytes%n",
                        converted.columns.length, converted.rows.size(), converted.values(), Files.size(resource));
        return 0;
    }

    private static final class Smallest extends GZIPOutputStream {
        Smallest(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    /** The parts of the resource. */
    private static final class Converted {

        private final NumpyArchive archive;
        private final int[] columns;
        private final float[] floors;
        private final List<byte[][]> rows = new ArrayList<>();
        private final byte[] children;
        private final byte[] labels;
        private final byte[] own;

        Converted(NumpyArchive archive) {
            this.archive = archive;
            List<String> classes = archive.strings("classes");
            columns = java.util.stream.IntStream.range(0, classes.size())
                    .filter(i -> KEPT.contains(classes.get(i)))
                    .toArray();
            floors = floors();
            int states = archive.length("out_feat");
            children = new byte[states];
            labels = new byte[states];
            own = new byte[states];
            states(states);
        }

        private float probability(int feature, int column) {
            return archive.number("ptc", feature * archive.length("pc") + columns[column]);
        }

        private float[] floors() {
            float[] least = new float[columns.length];
            for (int feature = 0; feature < archive.length("ptc") / archive.length("pc"); feature++) {
                for (int column = 0; column < columns.length; column++) {
                    least[column] = Math.min(least[column], probability(feature, column));
                }
            }
            return least;
        }

        /** Walks the automaton by breadth: a transition to a state not seen before is the state's own sequence. */
        private void states(int count) {
            int[] order = new int[count];
            boolean[] seen = new boolean[count];
            boolean[] given = new boolean[archive.length("ptc") / archive.length("pc")];
            seen[0] = true;
            int end = 1;
            for (int at = 0; at < end; at++) {
                int transitions = ((int) archive.number("nextmove_row", order[at])) * 256;
                int feature = (int) archive.number("out_feat", order[at]);
                if (feature >= 0 && !given[feature]) {
                    given[feature] = true;
                    own[at] = 1;
                    rows.add(row(feature));
                }
                int first = end;
                // Signed order, in which Java compares bytes.
                for (int label = Byte.MIN_VALUE; label <= Byte.MAX_VALUE; label++) {
                    int next = (int) archive.number("nextmove", transitions + (label & 0xff));
                    if (!seen[next]) {
                        seen[next] = true;
                        labels[end] = (byte) label;
                        order[end++] = next;
                    }
                }
                children[at] = (byte) (end - first);
            }
            if (end != count) {
                throw new IllegalArgumentException(end + " of " + count + " states can be reached");
            }
        }

        private byte[][] row(int feature) {
            byte[] languages = new byte[columns.length];
            byte[] values = new byte[columns.length];
            int length = 0;
            for (int column = 0; column < columns.length; column++) {
                int value = Math.round((probability(feature, column) - floors[column]) / STEP);
                if (value > 0) {
                    languages[length] = (byte) column;
                    values[length++] = (byte) Math.min(value, Byte.MAX_VALUE);
                }
            }
            return new byte[][] {Arrays.copyOf(languages, length), Arrays.copyOf(values, length)};
        }

        private long values() {
            return rows.stream().mapToLong(row -> row[0].length).sum();
        }

        void write(DataOutputStream out) throws IOException {
            List<String> classes = archive.strings("classes");
            out.writeByte(columns.length);
            for (int column = 0; column < columns.length; column++) {
                String label = classes.get(columns[column]);
                @Nullable String language = DIALECTS.get(label);
                out.writeUTF(language == null ? label : language);
                out.writeFloat(archive.number("pc", columns[column]));
                out.writeFloat(floors[column]);
            }
            out.writeInt(children.length);
            out.writeInt(rows.size());
            out.write(children);
            out.write(labels);
            out.write(own);
            for (byte[][] row : rows) {
                out.writeByte(row[0].length);
            }
            for (int part = 0; part < 2; part++) {
                for (byte[][] row : rows) {
                    out.write(row[part]);
                }
            }
        }
    }
}

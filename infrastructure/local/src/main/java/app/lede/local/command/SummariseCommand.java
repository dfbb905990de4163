package app.lede.local.command;

import app.lede.enrich.LanguageDetector;
import app.lede.json.Json;
import app.lede.local.command.jsonlines.ArticleLine;
import app.lede.local.command.jsonlines.ListFile;
import app.lede.local.command.terminal.Terminal;
import app.lede.summary.ExtractiveSummariser;
import app.lede.summary.Length;
import app.lede.summary.SummaryLines;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code lede summarise}: summarises documents and texts, without a stack. */
@Command(
        name = "summarise",
        description = "Print one JSON line per article with its summary. A list may name files, or hold texts:"
                + " {\"id\", \"text\", \"language\"?, \"headline\"?}.")
public final class SummariseCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final ArticleLine articles = new ArticleLine();
    private final LanguageDetector languages = new LanguageDetector();
    private final ExtractiveSummariser summariser = new ExtractiveSummariser();

    @Parameters(paramLabel = "FILE|DIR", description = "Documents or folders of them, of any kind that extract reads.")
    private List<Path> files = List.of();

    @Mixin
    private ListOption listOption = new ListOption();

    @Option(
            names = "--length",
            paramLabel = "LENGTH",
            converter = LengthName.class,
            description = "headline: one sentence; short: at most 60 words (default); three-sentences: the first three;"
                    + " key-points: up to five points from the whole text.")
    private Length length = Length.SHORT;

    public SummariseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Reads the name of a length. */
    static final class LengthName implements ITypeConverter<Length> {

        @Override
        public Length convert(String name) {
            return Length.of(name)
                    .orElseThrow(() -> new TypeConversionException("no length is called '" + name + "'; there are "
                            + Arrays.stream(Length.values()).map(Length::tag).collect(Collectors.joining(", "))));
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        return ListOption.write(
                terminal, "summarise", listOption.ofFilesAndTexts(files, this::document, this::text, "text"));
    }

    private String text(ListFile.Entry entry) throws IOException {
        String text = entry.required("text");
        Optional<String> language =
                languages.detect(text, entry.optional("language").orElse(null));
        return SummaryLines.line(
                entry.required("id"),
                summariser.summarise(
                        text, language.orElse(null), entry.optional("headline").orElse(null), length));
    }

    /** Returns the summary of a document, or of each part of a collection, one a line. */
    private String document(byte[] bytes, ListFile.Entry entry) throws IOException {
        return articles.of(bytes, entry, false).lines().map(this::summarised).collect(Collectors.joining("\n"));
    }

    private String summarised(String line) {
        if (!(Json.read(line) instanceof ObjectNode record)) {
            throw new IllegalStateException("a record is no JSON object");
        }
        ObjectNode shown = Json.object();
        for (String field :
                List.of("id", "part", "name", "file", "url", "headline", "inLanguage", "outcome", "detail")) {
            if (record.hasNonNull(field)) {
                shown.set(field, record.get(field));
            }
        }
        if (record.hasNonNull("articleBody")) {
            shown.set(
                    "summary",
                    SummaryLines.json(summariser.summarise(
                            record.path("articleBody").asText(),
                            known(record, "inLanguage"),
                            known(record, "headline"),
                            length)));
        }
        return shown.toString();
    }

    private static @Nullable String known(ObjectNode record, String field) {
        return record.hasNonNull(field) ? record.path(field).asText() : null;
    }
}

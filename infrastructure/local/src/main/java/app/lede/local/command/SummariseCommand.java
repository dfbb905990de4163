package app.lede.local.command;

import app.lede.enrich.LanguageDetector;
import app.lede.local.command.jsonlines.ListFile;
import app.lede.local.command.terminal.Terminal;
import app.lede.summary.ExtractiveSummariser;
import app.lede.summary.SummaryLines;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lede summarise}: summarises texts, without a stack. */
@Command(
        name = "summarise",
        description = "Print one JSON line per text of a list of {\"id\", \"text\", \"language\"?}: its summary.")
public final class SummariseCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final LanguageDetector languages = new LanguageDetector();
    private final ExtractiveSummariser summariser = new ExtractiveSummariser();

    @Mixin
    private ListOption listOption = new ListOption();

    public SummariseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        return ListOption.write(terminal, "summarise", listOption.ofEntries(this::line, "id"));
    }

    private String line(ListFile.Entry entry) throws IOException {
        String text = entry.required("text");
        Optional<String> language =
                languages.detect(text, entry.optional("language").orElse(null));
        String headline = entry.optional("headline").orElse(null);
        return SummaryLines.line(entry.required("id"), summariser.summarise(text, language.orElse(null), headline));
    }
}

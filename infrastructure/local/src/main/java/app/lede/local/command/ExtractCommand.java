package app.lede.local.command;

import app.lede.local.command.jsonlines.ArticleLine;
import app.lede.local.command.jsonlines.LargeFile;
import app.lede.local.command.jsonlines.ListFile;
import app.lede.local.command.jsonlines.Question;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lede extract}: extracts articles from documents, without a stack. */
@Command(
        name = "extract",
        description = "Print one JSON line per article with text and metadata: one per document, or one per part of a"
                + " collection.")
public final class ExtractCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final ArticleLine articles = new ArticleLine();

    @Parameters(
            paramLabel = "FILE|DIR",
            description =
                    "Documents, or folders of them: HTML, MHTML, text, Markdown, RTF, PDF, DOCX, DOC, ODT, EPUB, EML,"
                        + " EMLX, MSG, SRT, VTT, SBV, NITF, NewsML, ninjs, JSON; also as .gz. Collections of up to 1"
                        + " GB: mbox, zip, tar, WARC, WACZ, lists in JSON, JSON Lines, CSV, NewsML, exports of press"
                        + " databases and blogs.")
    private List<Path> files = List.of();

    @Mixin
    private ListOption listOption = new ListOption();

    @Option(names = "--trace", description = "Also print the passages kept and dropped, with reasons.")
    private boolean trace;

    public ExtractCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        int exit = ExitCode.COMPLETE.value();
        List<Question> small = new ArrayList<>();
        for (ListFile.Entry entry : listOption.entries(files)) {
            if (LargeFile.is(entry)) {
                exit = Math.max(exit, ListOption.write(terminal, "extract", small));
                small.clear();
                large(entry).ifPresent(small::add);
            } else {
                small.add(Question.ofListedFile(entry, this::line));
            }
        }
        return Math.max(exit, ListOption.write(terminal, "extract", small));
    }

    /** Writes the parts of a large collection one by one; returns the question for another file, or one that fails. */
    private Optional<Question> large(ListFile.Entry entry) {
        Question one = Question.ofListedFile(entry, this::line);
        try {
            return articles.ofLarge(entry, trace, this::print) ? Optional.empty() : Optional.of(one);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            terminal.result(one.errorLine(e));
            return Optional.empty();
        }
    }

    private boolean print(String line) {
        terminal.result(line);
        return !terminal.closed();
    }

    private String line(byte[] bytes, ListFile.Entry entry) throws IOException {
        return articles.of(bytes, entry, trace);
    }
}

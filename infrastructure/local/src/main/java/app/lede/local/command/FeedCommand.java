package app.lede.local.command;

import app.lede.feed.FeedLines;
import app.lede.feed.FeedReader;
import app.lede.feed.FeedReading;
import app.lede.local.command.jsonlines.ListFile;
import app.lede.local.command.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lede feed}: parses feeds, without a stack. */
@Command(name = "feed", description = "Print one JSON line per feed: its title, link and entries.")
public final class FeedCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final FeedReader reader = new FeedReader();
    private final FeedLines lines = new FeedLines();

    @Parameters(paramLabel = "FILE", description = "Feeds, or folders of them; also as .gz.")
    private List<Path> files = List.of();

    @Mixin
    private ListOption listOption = new ListOption();

    public FeedCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        return ListOption.write(terminal, "feed", listOption.ofFiles(files, this::line));
    }

    private String line(byte[] bytes, ListFile.Entry entry) throws IOException {
        String type = entry.optional("content_type").orElse(null);
        FeedReading reading = reader.read(bytes, type, entry.optional("url").orElse(""));
        return lines.line(entry.required("file"), entry.optional("id").orElse(null), reading);
    }
}

package app.lede.local.command;

import app.lede.local.command.jsonlines.AnswersInOrder;
import app.lede.local.command.jsonlines.InputFile;
import app.lede.local.command.jsonlines.ListFile;
import app.lede.local.command.jsonlines.Question;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Progress;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The {@code --list} option of commands that need no stack. */
final class ListOption {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Option(
            names = "--list",
            paramLabel = "LIST.jsonl",
            description = "A list of inputs, one JSON object per line; files in it are relative to the list.")
    Optional<Path> list = Optional.empty();

    /** Returns the entries for files, as if from a list with only their names, and those of the list. */
    List<ListFile.Entry> entries(List<Path> files) {
        if (files.isEmpty() && list.isEmpty()) {
            throw new WrongUsage("no input: name files or folders, or a list with --list LIST.jsonl");
        }
        Stream<ListFile.Entry> named = InputFile.expand(files).stream().map(ListFile.Entry::ofFile);
        Stream<ListFile.Entry> listed = list.stream().flatMap(path -> ListFile.read(path).stream());
        return Stream.concat(named, listed).toList();
    }

    /** Returns the questions for files, or for a list of them. */
    List<Question> ofFiles(List<Path> files, Question.OfBytes line) {
        return entries(files).stream()
                .map(entry -> Question.ofListedFile(entry, line))
                .toList();
    }

    /**
     * Returns the questions for files, or for a list of files and texts.
     *
     * @param field the field that holds a text; entries without it name a file
     */
    List<Question> ofFilesAndTexts(List<Path> files, Question.OfBytes ofFile, Question.OfEntry ofText, String field) {
        if (files.isEmpty() && list.isEmpty()) {
            throw new WrongUsage("no input: name files or folders, or a list with --list LIST.jsonl");
        }
        Stream<Question> named = InputFile.expand(files).stream().map(file -> Question.ofFile(file, ofFile));
        Stream<Question> listed = list.stream()
                .flatMap(path -> ListFile.read(path).stream())
                .map(entry -> hasText(entry, field)
                        ? Question.ofEntry(entry, ofText, "id")
                        : Question.ofListedFile(entry, ofFile));
        return Stream.concat(named, listed).toList();
    }

    private static boolean hasText(ListFile.Entry entry, String field) {
        try {
            return !entry.object().hasNonNull("file") || entry.object().has(field);
        } catch (IOException e) {
            // Answering fails on the same broken entry and reports the reason.
            return true;
        }
    }

    /** Returns the questions for a list's entries. */
    List<Question> ofEntries(Question.OfEntry line, String... labelFields) {
        Path path = list.orElseThrow(() -> new WrongUsage("no input: name a list with --list LIST.jsonl"));
        return ListFile.read(path).stream()
                .map(entry -> Question.ofEntry(entry, line, labelFields))
                .toList();
    }

    /** Writes one line per question. */
    static int write(Terminal terminal, String command, List<Question> questions) throws InterruptedException {
        Progress progress = new Progress(terminal, InstantSource.system(), command);
        int threads = Runtime.getRuntime().availableProcessors();
        int lost = new AnswersInOrder(terminal, progress, threads, LIMIT).write(questions);
        if (lost > 0) {
            terminal.message(command + ": " + lost + " of " + questions.size() + " inputs got no answer");
        }
        return (lost == 0 ? ExitCode.COMPLETE : ExitCode.LOST).value();
    }
}

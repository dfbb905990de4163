package app.lede.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.command.terminal.RecordedTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedeTest {

    @TempDir
    Path folder = Path.of("");

    private final RecordedTerminal recorded = new RecordedTerminal();

    private int run(String... arguments) {
        return Lede.run(recorded.terminal(), arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"once", "up", "extract", "feed", "summarise", "address", "invoke"})
    void every_subcommand_has_help_and_takes_json(String subcommand) {
        assertEquals(0, run(subcommand, "--help"));
        String help = String.join("\n", recorded.results());
        assertTrue(help.startsWith("Usage: lede " + subcommand), help);
        assertTrue(help.contains("--json"), help);
        assertEquals("", recorded.messages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"once", "up", "extract", "feed", "summarise", "address", "invoke"})
    void every_subcommand_has_a_version(String subcommand) {
        assertEquals(0, run(subcommand, "--version"));
        assertTrue(recorded.results().get(0).startsWith("lede "));
    }

    @Test
    void the_help_of_lede_names_its_subcommands_and_exit_codes() {
        assertEquals(0, run("--help"));
        String help = String.join("\n", recorded.results());
        for (String word : List.of("once", "up", "extract", "feed", "summarise", "address", "invoke", "Exit codes")) {
            assertTrue(help.contains(word), help);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        onse                             | 'lede: Unmatched argument at index 0: ''onse'''
        extract                          | 'lede extract: no input: name files or folders, or a list with --list LIST.jsonl'
        extract missing.html             | 'lede extract: no such file or folder: missing.html'
        feed --list missing.jsonl        | 'lede feed: no such list: missing.jsonl'
        summarise                        | 'lede summarise: no input: name files or folders, or a list with --list LIST.jsonl'
        address --list                   | 'lede address: Missing required parameter for option ''--list'' (LIST.jsonl)'
        invoke parse-document            | 'lede invoke: Missing required parameter: ''EVENT.json'''
        invoke parse-document none.json  | 'lede invoke: no such event: none.json'
        once missing.html                | 'lede once: no such file or folder: missing.html'
        once --patience 0                | 'lede once: --patience takes a number of seconds from 1, not 0'
        once --chaos often               | 'lede once: Invalid value for option ''--chaos'': ''often'' is not a double'
        proxy 127.0.0.1:6480             | 'lede proxy: Invalid value for positional parameter at index 0 (API_URL): an address such as http://127.0.0.1:4580 is expected, not ''127.0.0.1:6480'''
        reprocess --from 2026-13-01      | 'lede reprocess: --from and --to take a day (2026-01-31) or a time (2026-01-31T12:00:00Z): Text ''2026-13-01'' could not be parsed: Invalid value for MonthOfYear (valid values 1 - 12): 13'
        reprocess --from 2026-02-01 --to 2026-01-01 | 'lede reprocess: --from must be before --to, and --rate from 1 to 6000'
        up --port 70000                  | 'lede up: --port must be between 1 and 65000, not 70000'
        """)
    void wrong_usage_ends_with_2_and_says_what_is_wrong(String arguments, String message) {
        assertEquals(2, run(arguments.strip().split(" +")));
        assertEquals(message, recorded.messages().lines().findFirst().orElse(""));
        assertEquals(List.of(), recorded.results());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOC", "ODT", "RTF", "MSG", "SRT", "VTT", "NITF", "ninjs", "PDF", "WACZ"})
    void the_help_of_extract_names_every_format(String format) {
        assertEquals(0, run("extract", "--help"));
        String help = String.join(" ", recorded.results());
        assertTrue(Pattern.compile("\\b" + format + "\\b").matcher(help).find(), help);
    }

    @Test
    void a_misspelt_subcommand_is_met_with_the_one_meant() {
        assertEquals(2, run("extrakt"));
        assertTrue(recorded.messages().contains("extract"), recorded.messages());
    }

    @Test
    void an_address_to_allow_without_a_port_is_wrong_usage() throws IOException {
        Path template = Files.writeString(folder.resolve("template.yaml"), "Resources: {}");
        Path page = Files.writeString(folder.resolve("page.html"), "<p>");
        assertEquals(
                2, run("once", "--template", template.toString(), "--allow", "http://127.0.0.1:1/", page.toString()));
        assertTrue(recorded.messages().contains("--allow takes HOST:PORT"), recorded.messages());
    }

    @Test
    void a_stack_that_does_not_start_ends_with_3_and_says_why() throws IOException {
        Path template =
                Files.writeString(folder.resolve("template.yaml"), "Resources: {Thing: {Type: \"AWS::Unheard::Of\"}}");
        Path page = Files.writeString(folder.resolve("page.html"), "<p>");
        assertEquals(3, run("once", "--template", template.toString(), page.toString()));
        assertTrue(recorded.messages().contains("lede once: the stack did not start: "), recorded.messages());
        assertEquals(List.of(), recorded.results());
    }
}

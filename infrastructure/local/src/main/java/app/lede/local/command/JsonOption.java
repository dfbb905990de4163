package app.lede.local.command;

import picocli.CommandLine.Option;

/** The {@code --json} option. */
final class JsonOption {

    @Option(names = "--json", description = "Results as JSON, one object per line.")
    boolean json;
}

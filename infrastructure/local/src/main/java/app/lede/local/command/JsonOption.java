package app.lede.local.command;

import picocli.CommandLine.Option;

/** The choice between words for people and JSON for programs. */
final class JsonOption {

    @Option(names = "--json", description = "Results as JSON, one object per line.")
    boolean json;
}

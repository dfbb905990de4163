package app.lede.local.command.ingestion;

import app.lede.local.command.terminal.Terminal;

/** Prints a run: a table with outcome counts, or JSON Lines. */
public final class Report {

    private final Terminal terminal;

    public Report(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints the table; the last line counts the outcomes. */
    public void table(Arrival arrival) {
        ArticleTable.lines(arrival).forEach(terminal::result);
        terminal.result("");
        terminal.result(counts(arrival));
    }

    /** Prints one JSON record per line; the outcome counts go to standard error. */
    public void json(Arrival arrival) {
        arrival.documents().forEach(document -> terminal.result(document.json().toString()));
        terminal.message(counts(arrival));
        arrival.lost().forEach(name -> terminal.message("lost: " + name));
    }

    private static String counts(Arrival arrival) {
        return OutcomeCounts.line(
                arrival.documents().stream()
                        .map(document -> document.row().outcome())
                        .toList(),
                arrival.lost().size());
    }
}

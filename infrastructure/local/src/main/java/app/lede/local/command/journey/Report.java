package app.lede.local.command.journey;

import app.lede.local.command.terminal.Terminal;

/** A run as it is shown: a table and the counted outcomes for people, or one record a line for programs. */
public final class Report {

    private final Terminal terminal;

    public Report(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The table; the last line counts the outcomes. */
    public void table(Arrival arrival) {
        ArticleTable.lines(arrival).forEach(terminal::result);
        terminal.result("");
        terminal.result(counts(arrival));
    }

    /** One record a line; the counted outcomes go to the person. */
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

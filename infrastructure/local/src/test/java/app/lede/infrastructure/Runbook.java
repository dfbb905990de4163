package app.lede.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The commands and headings of {@code infrastructure/runbook.md}. */
public final class Runbook {

    private static final String TEXT = Repository.text("infrastructure/runbook.md");
    private static final Pattern ALARM = Pattern.compile("`([A-Za-z]+Alarm)`");

    private Runbook() {}

    /** Returns the commands of the blocks marked {@code sh}, a line each, in their order. */
    public static List<String> commands() {
        List<String> commands = new ArrayList<>();
        boolean inside = false;
        for (String line : TEXT.lines().toList()) {
            if (line.startsWith("```")) {
                inside = line.equals("```sh");
            } else if (inside) {
                commands.add(line.strip());
            }
        }
        return commands;
    }

    /** Returns the alarms that headings of the third level name. */
    static Set<String> alarms() {
        Set<String> alarms = new TreeSet<>();
        TEXT.lines().filter(line -> line.startsWith("### ")).forEach(line -> ALARM.matcher(line)
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(alarms::add));
        return alarms;
    }
}

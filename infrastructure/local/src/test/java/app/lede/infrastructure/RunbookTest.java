package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RunbookTest {

    @Test
    void every_alarm_has_an_entry_and_every_entry_an_alarm() {
        assertEquals(new TreeSet<>(Template.read().resources(Template.ALARM).keySet()), Runbook.alarms());
    }

    @Test
    void every_operation_is_a_command_that_the_test_on_the_local_stack_runs() {
        List<String> commands = Runbook.commands();
        for (String operation : List.of(
                "lede redrive",
                "lede reprocess",
                "lede pause-host",
                "lede restore",
                "lede rotate-cursors",
                "lede reindex",
                "curl -X DELETE $api/v1/articles/")) {
            assertTrue(commands.stream().anyMatch(command -> command.startsWith(operation)), operation);
        }
        commands.forEach(command -> assertTrue(
                command.startsWith("lede ") || command.startsWith("curl "), "is to be marked as on AWS: " + command));
    }
}

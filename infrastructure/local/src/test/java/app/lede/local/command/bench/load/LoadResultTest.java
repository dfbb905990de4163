package app.lede.local.command.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.command.terminal.RecordedTerminal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadResultTest {

    private static LoadResult result(Accounts accounts, int listed, int dead, Map<String, Integer> depths) {
        Heap heap = new Heap();
        heap.sample(0);
        return new LoadResult(
                List.of(new Step(1, 2, 4, Map.of(), Map.of(), Map.of("parse", 3))),
                accounts,
                1,
                listed,
                1,
                0,
                dead,
                depths,
                heap);
    }

    private static final Accounts BALANCED =
            new Accounts(2, Map.of("stored", 1, "deleted", 1), 0, List.of(), List.of(), List.of());

    @Test
    void a_balanced_account_and_an_empty_stack_have_no_fault() {
        LoadResult result = result(BALANCED, 1, 0, Map.of("parse", 0, "parse-dead-letters", 0));
        assertEquals(List.of(), result.faults());
        assertEquals(0.5, result.json().at("/steps/0/articlesPerSecond").asDouble());
    }

    @Test
    void every_fault_is_named() {
        Accounts accounts =
                new Accounts(2, Map.of("stored", 1), 0, List.of("a"), List.of("b: stored"), List.of("c: failed"));
        LoadResult result = result(accounts, 2, 3, Map.of("parse", 4));
        assertEquals(
                List.of(
                        "1 lost: a",
                        "1 doubled: b: stored",
                        "1 neither stored nor deleted: c: failed",
                        "1 articles should be listed, and 2 are",
                        "3 messages are in dead-letter queues",
                        "the queues did not drain: {parse=4}"),
                result.faults());
    }

    @Test
    void the_table_names_faults_and_the_greatest_depths() {
        RecordedTerminal terminal = new RecordedTerminal();
        new LoadReport(terminal.terminal()).print(result(BALANCED, 2, 0, Map.of("parse", 0)), "1,000 articles");
        String table = String.join("\n", terminal.results());
        assertTrue(table.contains("FAULT: 1 articles should be listed, and 2 are"), table);
        assertTrue(table.matches("(?s).*parse +3 +0\n.*"), table);
    }
}

package app.lede.local.command.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.CanonicalUrl;
import app.lede.local.command.ingestion.DocumentRow;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final String UPLOAD = "inbox/7.html";
    private static final URI PAGE = URI.create("http://127.0.0.1:8081/0/3.html");

    private static DocumentRow row(String key, String outcome) {
        return new DocumentRow("id", key, outcome, Optional.empty(), Optional.empty());
    }

    private static DocumentRow page(String body, String outcome) {
        return row("web/" + CanonicalUrl.of(PAGE.toString()).orElseThrow().sha256() + "/" + body, outcome);
    }

    private static Accounts accounts(DocumentRow... rows) {
        return Accounts.of(List.of(UPLOAD), List.of(PAGE), List.of(rows), false);
    }

    @Test
    void one_outcome_for_each_upload_and_page_balances() {
        Accounts accounts = accounts(row(UPLOAD, "deleted"), page("a", "stored"));
        assertTrue(accounts.balanced());
        assertEquals(2, accounts.sent());
        assertEquals(Map.of("deleted", 1, "stored", 1), accounts.outcomes());
    }

    @Test
    void an_item_without_an_outcome_is_lost() {
        Accounts accounts = accounts(page("a", "stored"));
        assertEquals(List.of(UPLOAD), accounts.lost());
        assertFalse(accounts.balanced());
    }

    @Test
    void a_second_document_of_an_item_is_doubled_and_one_of_nothing_sent_too() {
        Accounts accounts = accounts(
                row(UPLOAD, "stored"),
                row(UPLOAD, "unchanged"),
                page("a", "stored"),
                page("b", "stored"),
                row("inbox/8", "stored"),
                row("web/0/a", "unchanged"));
        assertEquals(
                List.of(UPLOAD + ": unchanged", PAGE + ": stored", "inbox/8: stored", "web/0/a: unchanged"),
                accounts.doubled());
        assertEquals(0, accounts.repeated());
    }

    @Test
    void a_page_that_is_fetched_once_more_and_ends_unchanged_is_repeated() {
        Accounts accounts = accounts(row(UPLOAD, "stored"), page("a", "unchanged"), page("a", "stored"));
        assertTrue(accounts.balanced());
        assertEquals(1, accounts.repeated());
        assertEquals(
                List.of(PAGE.toString()),
                accounts(row(UPLOAD, "stored"), page("a", "unchanged")).lost());
    }

    @Test
    void where_events_are_repeated_on_purpose_an_upload_may_end_unchanged_once_more() {
        List<DocumentRow> rows = List.of(row(UPLOAD, "unchanged"), row(UPLOAD, "stored"), page("a", "stored"));
        Accounts accounts = Accounts.of(List.of(UPLOAD), List.of(PAGE), rows, true);
        assertTrue(accounts.balanced());
        assertEquals(1, accounts.repeated());
    }

    @Test
    void an_outcome_that_is_neither_stored_nor_deleted_is_named() {
        Accounts accounts = accounts(row(UPLOAD, "failed"), page("a", "stored"));
        assertEquals(List.of(UPLOAD + ": failed"), accounts.other());
        assertFalse(accounts.balanced());
    }
}

package app.lede.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The deployed template runs on the local stack. */
class DeployedTemplateTest {

    @Test
    void the_deployed_template_is_interpreted_completely() throws IOException {
        Path repository = Path.of(System.getProperty("lede.repository", "../.."));
        Template template = Template.read(repository.resolve("infrastructure/template.yaml"), Map.of());
        assertEquals(
                List.of("documents", "library", "index"),
                template.buckets().stream().map(Bucket::name).toList());
        assertEquals(
                List.of("articles", "sources", "control"),
                template.tables().stream().map(Table::name).toList());
        assertEquals(
                Set.of(
                        "schedule-polls",
                        "poll-source",
                        "fetch-article",
                        "parse-document",
                        "summarise-article",
                        "query-articles",
                        "manage-library",
                        "receive-push",
                        "export-articles",
                        "deliver-alerts",
                        "send-webhook",
                        "index-articles",
                        "compact-index",
                        "reconcile-documents"),
                template.functions().stream().map(Function::name).collect(Collectors.toSet()));
        assertEquals(
                Set.of("QueryArticlesFunction", "ManageLibraryFunction", "ReceivePushFunction"),
                template.routes().stream().map(Route::function).collect(Collectors.toSet()));
    }

    @Test
    void without_search_nothing_is_indexed_and_no_index_is_read() throws IOException {
        Path repository = Path.of(System.getProperty("lede.repository", "../.."));
        Template template = Template.read(repository.resolve("infrastructure/template.yaml"), Map.of("Search", "none"));
        Set<String> functions =
                template.functions().stream().map(Function::name).collect(Collectors.toSet());
        assertFalse(functions.contains("index-articles"));
        assertFalse(functions.contains("compact-index"));
        template.functions().forEach(function -> {
            Text bucket = function.environment().getOrDefault("INDEX_BUCKET", Text.of(""));
            assertEquals("", bucket.resolve(reference -> "<" + reference + ">"), function.name());
        });
    }
}

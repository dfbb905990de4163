package app.lede.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
                List.of("articles", "stories", "sources", "control"),
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
                        "reprocess-articles",
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

    @Test
    void with_opensearch_articles_are_indexed_there_and_no_segments_are_kept() throws IOException {
        Path repository = Path.of(System.getProperty("lede.repository", "../.."));
        Template template = Template.read(
                repository.resolve("infrastructure/template.yaml"),
                Map.of("Search", "opensearch", "OpenSearchEndpoint", "http://127.0.0.1:9200"));
        Set<String> functions =
                template.functions().stream().map(Function::name).collect(Collectors.toSet());
        assertTrue(functions.contains("index-articles"));
        assertFalse(functions.contains("compact-index"));
        template.functions().stream()
                .filter(function -> function.environment().containsKey("INDEX_BUCKET"))
                .forEach(function -> {
                    assertEquals("", resolved(function, "INDEX_BUCKET"), function.name());
                    assertEquals("http://127.0.0.1:9200/lede", resolved(function, "OPENSEARCH_URL"), function.name());
                });
    }

    private static String resolved(Function function, String variable) {
        return function.environment().getOrDefault(variable, Text.of("?")).resolve(reference -> "<" + reference + ">");
    }
}

package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.ArticleId;
import app.lede.search.Change;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Search;
import app.lede.search.SearchIndex;
import app.lede.search.Sort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Words that analysers part or join wrongly, in {@code traps/}, one file for each trap. The first line of a file is a language;
 * each other line is two expressions: {@code a = b} find each other, {@code a != b} do not, {@code a > b} the text a is found
 * by the query b, {@code a !> b} is not.
 */
public abstract class AnalysisTraps {

    private static final Pattern LINE = Pattern.compile("(.+?) (!?[=>]) (.+)");

    /** Returns an empty index. */
    protected abstract SearchIndex emptyIndex();

    @TestFactory
    Stream<DynamicTest> traps() throws IOException {
        Path folder = Path.of(System.getProperty("lede.repository", "."), "functions/testkit/src/main/resources/traps");
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.sorted().toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)));
    }

    private void run(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        String language = lines.getFirst();
        List<Pair> pairs = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IOException(file + ": " + line);
            }
            pairs.add(new Pair(parts.group(1), parts.group(3), !parts.group(2).startsWith("!")));
            if (parts.group(2).endsWith("=")) {
                pairs.add(
                        new Pair(parts.group(3), parts.group(1), !parts.group(2).startsWith("!")));
            }
        }
        SearchIndex index = emptyIndex();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            changes.add(SearchSamples.put(
                    SearchSamples.document(i, "1", pairs.get(i).article(), language, List.of())));
        }
        index.apply(changes);
        assertAll(IntStream.range(0, pairs.size())
                .mapToObj(i -> () -> pairs.get(i).check(index, SearchSamples.id(i), language)));
    }

    /** A text, and whether a query is to find it. */
    private record Pair(String text, String query, boolean found) {

        String article() {
            return "7 " + text.replace("\"", "") + " 7";
        }

        void check(SearchIndex index, ArticleId id, String language) {
            Criteria criteria = Criteria.of(Filter.ALL.asking(query));
            boolean hit = index.search(new Search(criteria, Sort.NEWEST, Search.MAX_LIMIT, null)).hits().stream()
                    .anyMatch(each -> each.id().equals(id));
            assertEquals(found, hit, () -> "'" + text + "' found by '" + query + "'");
            assertEquals(
                    found,
                    index.passage(criteria.query().orElseThrow(), language, article())
                            .isPresent(),
                    () -> "passage of '" + query + "' in '" + text + "'");
        }
    }
}

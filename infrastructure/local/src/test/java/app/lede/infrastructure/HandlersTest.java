package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.lede.aws.Environment;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handlers named by the template exist, and read the variables the template sets. */
class HandlersTest {

    private static final Template TEMPLATE = Template.read();
    private static final String AWS = "functions/aws/src/main/java/app/lede/aws/";

    /** Classes that read variables for several functions, by the call that makes them do so. */
    private static final Map<String, String> READERS =
            Map.of("FetchSettings.of(", "FetchSettings.java", ".allowedAddresses()", "Environment.java");

    private static final Pattern VARIABLE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)*)\"");
    private static final long MEGABYTE = 1_000_000;

    @ParameterizedTest
    @MethodSource("modules")
    void a_handler_takes_streams_and_can_be_made_for_lambda_and_for_any_environment(String module)
            throws ClassNotFoundException {
        Class<?> handler = Class.forName(function(module).path("Handler").asText());
        assertTrue(RequestStreamHandler.class.isAssignableFrom(handler));
        assertDoesNotThrow(() -> handler.getConstructor());
        assertDoesNotThrow(() -> handler.getConstructor(Environment.class));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_function_reads_the_variables_that_are_set_for_it_and_no_others(String module) throws IOException {
        Set<String> set = new TreeSet<>();
        function(module).at("/Environment/Variables").fieldNames().forEachRemaining(set::add);
        Set<String> read = quotedCapitals(Repository.file("functions/" + module + "/src/main/java"));
        read.retainAll(variablesOfAllFunctions());
        assertEquals(set, read);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_zip_is_far_below_the_limit_of_lambda(String module) throws IOException {
        Path zip = Repository.file("infrastructure")
                .resolve(function(module).path("CodeUri").asText())
                .normalize();
        assumeTrue(Files.exists(zip), "zips are made by mvn package, and there is no " + zip);
        assertTrue(Files.size(zip) < 50 * MEGABYTE, zip + " has " + Files.size(zip) + " bytes");
    }

    static Stream<String> modules() {
        return TEMPLATE.functions().keySet().stream();
    }

    private static JsonNode function(String module) {
        return TEMPLATE.functions().getOrDefault(module, TEMPLATE.root());
    }

    private static Set<String> variablesOfAllFunctions() {
        Set<String> variables = new TreeSet<>();
        TEMPLATE.functions().values().forEach(function -> function.at("/Environment/Variables")
                .fieldNames()
                .forEachRemaining(variables::add));
        return variables;
    }

    private static Set<String> quotedCapitals(Path sources) throws IOException {
        Set<String> found = new TreeSet<>();
        List<Path> files;
        try (Stream<Path> tree = Files.walk(sources)) {
            files = tree.filter(file -> file.toString().endsWith(".java")).toList();
        }
        for (Path file : files) {
            addVariables(file, found);
        }
        return found;
    }

    private static void addVariables(Path file, Set<String> found) throws IOException {
        String text = Files.readString(file);
        VARIABLE.matcher(text).results().forEach(match -> found.add(match.group(1)));
        for (Map.Entry<String, String> reader : READERS.entrySet()) {
            if (text.contains(reader.getKey())) {
                addVariables(Repository.file(AWS + reader.getValue()), found);
            }
        }
    }
}

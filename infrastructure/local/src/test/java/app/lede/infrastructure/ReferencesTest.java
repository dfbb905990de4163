package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every name used in the template is defined, and every defined name is used; replaces cfn-lint where it is not
 * installed.
 */
class ReferencesTest {

    private static final Template TEMPLATE = Template.read();
    private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{([^}]+)}");

    @Test
    void every_reference_leads_to_a_parameter_or_a_resource() {
        List<String> dangling = new ArrayList<>();
        names().forEach(name -> {
            boolean known = name.startsWith("AWS::")
                    || TEMPLATE.root().path("Parameters").has(name)
                    || TEMPLATE.root().path("Resources").has(name);
            if (!known) {
                dangling.add(name);
            }
        });
        assertEquals(List.of(), dangling);
    }

    @Test
    void every_parameter_is_used_and_offered_in_a_group() {
        Set<String> parameters = new TreeSet<>();
        TEMPLATE.root().path("Parameters").fieldNames().forEachRemaining(parameters::add);
        assertTrue(names().containsAll(parameters), () -> "unused: " + parameters);
        Set<String> offered = new TreeSet<>();
        TEMPLATE.root()
                .at("/Metadata/AWS::CloudFormation::Interface/ParameterGroups")
                .forEach(group -> group.path("Parameters").forEach(name -> offered.add(name.asText())));
        assertEquals(parameters, offered);
    }

    @Test
    void every_parameter_says_what_it_is_for() {
        TEMPLATE.root()
                .path("Parameters")
                .properties()
                .forEach(parameter -> assertTrue(
                        parameter.getValue().path("Description").asText().length() > 10, parameter.getKey()));
    }

    @Test
    void only_the_contact_must_be_given() {
        List<String> required = new ArrayList<>();
        TEMPLATE.root().path("Parameters").properties().forEach(parameter -> {
            if (!parameter.getValue().has("Default")) {
                required.add(parameter.getKey());
            }
        });
        assertEquals(List.of("Contact"), required);
    }

    @Test
    void a_contact_is_an_address_or_a_page_that_fits_a_header() {
        Pattern allowed = Pattern.compile(
                TEMPLATE.root().at("/Parameters/Contact/AllowedPattern").asText());
        for (String good : List.of("editor@example.org", "https://example.org/about", "http://example.org")) {
            assertTrue(allowed.matcher(good).matches(), good);
        }
        for (String bad : List.of("", "editor", "a b@example.org", "x@example.org) evil(", "ü@example.org", "@.")) {
            assertTrue(!allowed.matcher(bad).matches(), bad);
        }
    }

    /** Returns the names used by Ref, GetAtt and Sub, and in conditions and rules. */
    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        Template.walk(TEMPLATE.root(), node -> {
            names.add(Template.target(node).replaceFirst("\\.Alias$", ""));
            names.addAll(substituted(node.path("Fn::Sub")));
        });
        names.remove("");
        return names;
    }

    private static List<String> substituted(JsonNode text) {
        return SUBSTITUTED
                .matcher(text.asText())
                .results()
                .map((MatchResult match) -> match.group(1))
                .map(name -> name.startsWith("AWS::") ? name : name.split("\\.", 2)[0])
                .toList();
    }
}

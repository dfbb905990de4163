package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.api.FilterParameters;
import app.lede.api.Routes;
import app.lede.document.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ApiTest {

    private static final Template TEMPLATE = Template.read();
    private static final JsonNode DESCRIPTION = Template.yaml(Repository.text("infrastructure/openapi.yaml"));

    @Test
    void the_routes_are_those_that_the_description_promises() {
        Set<String> promised = new TreeSet<>();
        DESCRIPTION.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> !operation.getKey().equals("parameters"))
                .forEach(operation -> promised.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertEquals(promised, named(routes()));
        Set<String> known = new TreeSet<>();
        List.of(Routes.READING, Routes.WRITING, Routes.HUBS).forEach(known::addAll);
        assertEquals(promised, known);
    }

    @Test
    void what_no_route_takes_goes_to_the_function_that_reads() {
        Set<String> others = routes();
        others.removeAll(named(routes()));
        assertEquals(Set.of(Routes.DEFAULT, Routes.PREFLIGHT, Routes.HEAD_OF_FEED), others);
    }

    /** Routes of one method and path; the others take what is left. */
    private static Set<String> named(Set<String> routes) {
        Set<String> named = new TreeSet<>(routes);
        named.removeIf(route -> route.startsWith("$") || route.contains("+}") || route.startsWith("HEAD "));
        return named;
    }

    @Test
    void reading_routes_go_to_query_articles_hubs_to_receive_push_and_writing_ones_to_manage_library() {
        TEMPLATE.resources(Template.ROUTE).forEach((id, route) -> {
            String key = route.path("RouteKey").asText();
            String function = key.contains("/websub/")
                    ? "ReceivePush"
                    : Routes.WRITING.contains(key) ? "ManageLibrary" : "QueryArticles";
            assertEquals(
                    "integrations/${" + function + "Integration}",
                    route.at("/Target/Fn::Sub").asText(),
                    id);
        });
    }

    @Test
    void every_route_but_the_page_the_description_and_those_with_a_token_asks_who_is_calling() {
        List<String> open = new ArrayList<>();
        TEMPLATE.resources(Template.ROUTE).forEach((id, route) -> {
            JsonNode type = route.path("AuthorizationType");
            if (type.isTextual()) {
                assertEquals("NONE", type.asText());
                open.add(route.path("RouteKey").asText());
            } else {
                assertEquals(
                        "[\"Authorization\",{\"Ref\":\"AuthMode\"},\"Type\"]",
                        type.path("Fn::FindInMap").toString());
                assertEquals(
                        "[\"HasJwt\",{\"Ref\":\"JwtAuthorizer\"},{\"Ref\":\"AWS::NoValue\"}]",
                        route.at("/AuthorizerId/Fn::If").toString());
                // Tools that write need the scope that writes.
                if (route.path("RouteKey").asText().equals("POST /mcp")) {
                    assertEquals(
                            "[\"HasMcpWrites\",{\"Ref\":\"JwtWriteScope\"},{\"Ref\":\"JwtReadScope\"}]",
                            route.at("/AuthorizationScopes/Fn::If/1/0/Fn::If").toString());
                    return;
                }
                String scope =
                        Routes.WRITING.contains(route.path("RouteKey").asText()) ? "JwtWriteScope" : "JwtReadScope";
                assertEquals(
                        "[\"HasJwt\",[{\"Ref\":\"" + scope + "\"}],{\"Ref\":\"AWS::NoValue\"}]",
                        route.at("/AuthorizationScopes/Fn::If").toString());
            }
        });
        assertEquals(
                List.of(
                        "GET /",
                        "GET /.well-known/http-message-signatures-directory",
                        "GET /openapi.json",
                        "GET /page/{version}/{file}",
                        "GET /v1/feeds/{token}",
                        "GET /v1/websub/{token}",
                        "HEAD /v1/feeds/{token}",
                        "OPTIONS /{proxy+}",
                        "POST /v1/websub/{token}"),
                open.stream().sorted().toList());
    }

    @Test
    void callers_sign_unless_the_deployer_says_otherwise_twice() {
        JsonNode parameters = TEMPLATE.root().path("Parameters");
        assertEquals("IAM", parameters.at("/AuthMode/Default").asText());
        assertEquals("false", parameters.at("/AllowPublic/Default").asText());
        assertEquals(
                "AWS_IAM",
                TEMPLATE.root().at("/Mappings/Authorization/IAM/Type").asText());
        JsonNode rule = TEMPLATE.root().at("/Rules/PublicIsMeant");
        assertEquals(
                "[{\"Ref\":\"AuthMode\"},\"NONE\"]",
                rule.at("/RuleCondition/Fn::Equals").toString());
        assertEquals(
                "[{\"Ref\":\"AllowPublic\"},\"true\"]",
                rule.at("/Assertions/0/Assert/Fn::Equals").toString());
    }

    @Test
    void the_stage_limits_and_records_calls() {
        JsonNode stage = TEMPLATE.properties("ApiStage");
        assertEquals(
                "ApiRate",
                stage.at("/DefaultRouteSettings/ThrottlingRateLimit/Ref").asText());
        assertEquals(
                "ApiBurst",
                stage.at("/DefaultRouteSettings/ThrottlingBurstLimit/Ref").asText());
        assertTrue(TEMPLATE.root().at("/Parameters/ApiRate/MinValue").asInt() > 0);
        assertTrue(TEMPLATE.root().at("/Parameters/ApiBurst/MinValue").asInt() > 0);
        assertEquals("ApiAccessLogGroup", Template.target(stage.at("/AccessLogSettings/DestinationArn")));
        String format = stage.at("/AccessLogSettings/Format").asText();
        assertTrue(Template.yaml(format).has("status"), format);
        assertTrue(
                format.contains("$context.identity.userArn") && format.contains("$context.authorizer.claims.sub"),
                format);
    }

    @Test
    void what_anybody_may_call_has_a_throttle_and_instances_of_its_own() {
        JsonNode settings = TEMPLATE.properties("ApiStage").path("RouteSettings");
        TEMPLATE.resources(Template.ROUTE).forEach((id, route) -> {
            String key = route.path("RouteKey").asText();
            if (route.path("AuthorizationType").isTextual()) {
                assertTrue(settings.path(key).path("ThrottlingRateLimit").asInt() > 0, key);
                assertTrue(
                        TEMPLATE.root()
                                .at("/Resources/ApiStage/DependsOn")
                                .toString()
                                .contains(id),
                        id);
            }
        });
        assertEquals(
                "[\"HasHubConcurrency\",{\"Ref\":\"HubConcurrency\"},{\"Ref\":\"AWS::NoValue\"}]",
                TEMPLATE.properties("ReceivePushFunction")
                        .at("/ReservedConcurrentExecutions/Fn::If")
                        .toString());
    }

    @Test
    void browsers_of_other_sites_may_call_only_where_the_deployer_names_them() {
        assertEquals(
                "", TEMPLATE.root().at("/Parameters/AllowedOrigins/Default").asText("?"));
        JsonNode cors = TEMPLATE.properties("Api").at("/CorsConfiguration/Fn::If");
        assertEquals("HasOrigins", cors.path(0).asText());
        assertEquals("AWS::NoValue", cors.at("/2/Ref").asText());
    }

    @Test
    void calls_reach_the_alias_that_has_the_snapshot_and_a_function_gives_up_before_the_gateway_does() {
        TEMPLATE.resources("AWS::ApiGatewayV2::Integration").forEach((id, integration) -> {
            String alias = integration.at("/IntegrationUri/Ref").asText();
            assertTrue(alias.endsWith("Function.Alias"), id);
            assertEquals("2.0", integration.path("PayloadFormatVersion").asText(), id);
            JsonNode function = TEMPLATE.properties(alias.replaceFirst("\\.Alias$", ""));
            assertTrue(
                    function.path("Timeout").asInt() * 1000
                            < integration.path("TimeoutInMillis").asInt(),
                    id);
        });
        TEMPLATE.resources("AWS::Lambda::Permission")
                .forEach((id, permission) ->
                        assertTrue(permission.at("/FunctionName/Ref").asText().endsWith("Function.Alias"), id));
    }

    @Test
    void the_description_refers_only_to_what_it_defines() {
        Template.walk(DESCRIPTION, node -> {
            String reference = node.path("$ref").asText();
            assertFalse(
                    !reference.isEmpty()
                            && DESCRIPTION.at(reference.substring(1)).isMissingNode(),
                    reference);
        });
    }

    @Test
    void outcomes_and_parameters_are_described_as_the_code_names_them() {
        assertEquals(
                Arrays.stream(Outcome.values()).map(Outcome::label).toList(),
                texts(DESCRIPTION.at("/components/schemas/Outcome/enum")));
        Set<String> parameters = new TreeSet<>();
        DESCRIPTION.at("/paths/~1v1~1articles/get/parameters").forEach(parameter -> {
            String reference = parameter.path("$ref").asText();
            JsonNode described = reference.isEmpty() ? parameter : DESCRIPTION.at(reference.substring(1));
            if (described.path("in").asText().equals("query")) {
                parameters.add(described.path("name").asText());
            }
        });
        Set<String> known = new TreeSet<>(FilterParameters.NAMES);
        known.addAll(Set.of("sort", "format", "limit", "cursor"));
        assertEquals(known, parameters);
    }

    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        TEMPLATE.resources(Template.ROUTE)
                .values()
                .forEach(route -> routes.add(route.path("RouteKey").asText()));
        return routes;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}

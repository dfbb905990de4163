package app.lede.local.policy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.policy.Statement.Effect;
import app.lede.local.policy.Statement.Matched;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases follow the examples of the IAM User Guide and of the guides of DynamoDB and S3. */
class PoliciesTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/reader";
    private static final String TABLE = "arn:aws:dynamodb:us-west-2:123456789012:table/GameScores";
    private static final Context NOTHING = new Context(Map.of());

    private static Statement statement(Effect effect, String action, String resource, Condition... conditions) {
        return new Statement(
                "Test",
                effect,
                Matched.ALL,
                new Matched(List.of(action), false),
                new Matched(List.of(resource), false),
                List.of(conditions));
    }

    private static boolean decide(List<Statement> own, List<Statement> ofResources, Request request) {
        return new Policies(Map.of(ROLE, own), ofResources).allow(request);
    }

    private static boolean decide(Statement own, String action, String resource, Context context) {
        return decide(List.of(own), List.of(), new Request(ROLE, action, resource, context));
    }

    private static Condition condition(String operator, String key, String... values) {
        return new Condition(operator, key, List.of(values));
    }

    private static Context keys(String... keys) {
        return new Context(Map.of("dynamodb:LeadingKeys", List.of(keys)));
    }

    @Test
    void nothing_is_allowed_that_no_statement_allows() {
        assertFalse(decide(List.of(), List.of(), new Request(ROLE, "dynamodb:GetItem", TABLE, NOTHING)));
        assertFalse(decide(statement(Effect.ALLOW, "dynamodb:GetItem", TABLE), "dynamodb:PutItem", TABLE, NOTHING));
        assertTrue(decide(statement(Effect.ALLOW, "dynamodb:GetItem", TABLE), "dynamodb:GetItem", TABLE, NOTHING));
    }

    @Test
    void a_denial_wins_over_every_permission_wherever_it_stands() {
        Statement allow = statement(Effect.ALLOW, "s3:*", "*");
        Statement deny = statement(Effect.DENY, "s3:DeleteObject", "arn:aws:s3:::reports/*");
        Request request = new Request(ROLE, "s3:DeleteObject", "arn:aws:s3:::reports/march", NOTHING);
        assertFalse(decide(List.of(allow, deny), List.of(), request));
        assertFalse(decide(List.of(allow), List.of(deny), request));
        assertTrue(decide(List.of(allow), List.of(), request));
    }

    @Test
    void a_resource_may_allow_what_the_role_does_not() {
        Statement ofBucket = new Statement(
                "Readers",
                Effect.ALLOW,
                new Matched(List.of(ROLE), false),
                new Matched(List.of("s3:GetObject"), false),
                new Matched(List.of("arn:aws:s3:::reports/*"), false),
                List.of());
        Request request = new Request(ROLE, "s3:GetObject", "arn:aws:s3:::reports/march", NOTHING);
        assertTrue(decide(List.of(), List.of(ofBucket), request));
        assertFalse(decide(
                List.of(),
                List.of(ofBucket),
                new Request("arn:aws:iam::123456789012:role/other", "s3:GetObject", request.resource(), NOTHING)));
    }

    @ParameterizedTest
    @CsvSource({
        "s3:GetObject,s3:getobject,true",
        "s3:Get*,s3:GetObjectVersion,true",
        "*,sqs:SendMessage,true",
        "iam:*AccessKey*,iam:CreateAccessKey,true",
        "s3:Get*,s3:PutObject,false",
        "s3:?etObject,s3:GetObject,true",
    })
    void actions_match_without_regard_to_case(String pattern, String action, boolean matches) {
        assertTrue(matches == decide(statement(Effect.ALLOW, pattern, "*"), action, TABLE, NOTHING));
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:s3:::amzn-s3-demo-bucket/*,arn:aws:s3:::amzn-s3-demo-bucket/a/b/c,true",
        "arn:aws:s3:::amzn-s3-demo-bucket/*,arn:aws:s3:::amzn-s3-demo-bucket,false",
        "arn:aws:s3:::amzn-s3-demo-bucket/*/test/*,arn:aws:s3:::amzn-s3-demo-bucket/1/2/test/3/object.jpg,true",
        "arn:aws:s3:::amzn-s3-demo-bucket/*/test/*,arn:aws:s3:::amzn-s3-demo-bucket/1/test,false",
        "arn:aws:sns:*:123456789012:my-topic,arn:aws:sns:eu-west-1:123456789012:my-topic,true",
        "arn:aws:s3:::A/*,arn:aws:s3:::a/x,false",
    })
    void resources_match_with_regard_to_case(String pattern, String resource, boolean matches) {
        assertTrue(matches == decide(statement(Effect.ALLOW, "*", pattern), "s3:GetObject", resource, NOTHING));
    }

    @Test
    void leading_keys_are_those_of_the_caller_alone() {
        Statement own = statement(
                Effect.ALLOW,
                "dynamodb:GetItem",
                TABLE,
                condition("ForAllValues:StringEquals", "dynamodb:LeadingKeys", "plan"));
        assertTrue(decide(own, "dynamodb:GetItem", TABLE, keys("plan")));
        assertFalse(decide(own, "dynamodb:GetItem", TABLE, keys("plan", "searches")));
        // As documented: a request without the key passes ForAllValues.
        assertTrue(decide(own, "dynamodb:GetItem", TABLE, NOTHING));
    }

    @Test
    void a_pattern_of_leading_keys_covers_its_prefix_alone() {
        Statement own = statement(
                Effect.ALLOW,
                "dynamodb:BatchGetItem",
                TABLE,
                condition("ForAllValues:StringLike", "dynamodb:LeadingKeys", "host#*", "url#*"));
        assertTrue(decide(own, "dynamodb:BatchGetItem", TABLE, keys("host#a", "url#b")));
        assertFalse(decide(own, "dynamodb:BatchGetItem", TABLE, keys("host#a", "hosts")));
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals,home/,home/,true",
        "StringEquals,home/,home/x,false",
        "StringLike,home/*,home/x,true",
        "StringEqualsIgnoreCase,HOME/,home/,true",
        "StringNotEquals,home/,home/,false",
        "StringNotLike,home/*,work/x,true",
        "ForAnyValue:StringEquals,home/,home/,true",
    })
    void strings_of_a_present_key(String operator, String value, String given, boolean holds) {
        Statement list = statement(Effect.ALLOW, "s3:ListBucket", "*", condition(operator, "s3:prefix", value));
        assertTrue(holds == decide(list, "s3:ListBucket", "b", new Context(Map.of("S3:Prefix", List.of(given)))));
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals,false",
        "StringEqualsIfExists,true",
        "StringNotEquals,true",
        "ForAllValues:StringEquals,true",
        "ForAnyValue:StringEquals,false",
        "Bool,false",
    })
    void operators_of_a_missing_key(String operator, boolean holds) {
        Statement list = statement(Effect.ALLOW, "s3:ListBucket", "*", condition(operator, "s3:prefix", "home/"));
        assertTrue(holds == decide(list, "s3:ListBucket", "b", NOTHING));
    }

    @Test
    void null_asks_whether_a_key_is_absent() {
        Statement put = statement(Effect.DENY, "s3:PutObject", "*", condition("Null", "s3:if-none-match", "true"));
        Statement all = statement(Effect.ALLOW, "s3:*", "*");
        Request plain = new Request(ROLE, "s3:PutObject", "b/k", NOTHING);
        assertFalse(decide(List.of(all), List.of(put), plain));
        Context conditional = new Context(Map.of("s3:if-none-match", List.of("*")));
        assertTrue(decide(List.of(all), List.of(put), new Request(ROLE, "s3:PutObject", "b/k", conditional)));
    }

    @Test
    void everybody_but_one_principal_is_denied() {
        Statement all = statement(Effect.ALLOW, "s3:*", "*");
        Request request = new Request(ROLE, "s3:PutObject", "b/web/k", NOTHING.with("aws:PrincipalArn", ROLE));
        Statement others = statement(
                Effect.DENY, "s3:PutObject", "b/web/*", condition("ArnNotEquals", "aws:PrincipalArn", ROLE, "x"));
        assertTrue(decide(List.of(all), List.of(others), request));
        Statement me =
                statement(Effect.DENY, "s3:PutObject", "b/web/*", condition("ArnNotEquals", "aws:PrincipalArn", "y"));
        assertFalse(decide(List.of(all), List.of(me), request));
        Statement notPrincipal = new Statement(
                "NotPrincipal",
                Effect.DENY,
                new Matched(List.of(ROLE), true),
                new Matched(List.of("s3:PutObject"), false),
                Matched.ALL,
                List.of());
        assertTrue(decide(List.of(all), List.of(notPrincipal), request));
    }

    @Test
    void arns_match_part_by_part() {
        Statement own = statement(
                Effect.ALLOW, "*", "*", condition("ArnLike", "aws:SourceArn", "arn:aws:sns:*:123456789012:*"));
        assertTrue(decide(
                own,
                "sqs:SendMessage",
                "q",
                NOTHING.with("aws:SourceArn", "arn:aws:sns:us-east-1:123456789012:topic:x")));
        assertFalse(decide(
                own,
                "sqs:SendMessage",
                "q",
                NOTHING.with("aws:SourceArn", "arn:aws:sns:us-east-1:999:123456789012:x")));
    }

    @Test
    void plain_http_is_denied() {
        Statement tls = statement(Effect.DENY, "s3:*", "*", condition("Bool", "aws:SecureTransport", "false"));
        Statement all = statement(Effect.ALLOW, "s3:*", "*");
        Request plain = new Request(ROLE, "s3:GetObject", "b/k", NOTHING.with("aws:SecureTransport", "false"));
        assertFalse(decide(List.of(all), List.of(tls), plain));
    }

    @Test
    void operators_that_are_not_evaluated_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> condition("IpAddress", "aws:SourceIp", "203.0.113.0/24"));
    }

    @Test
    void a_long_pattern_of_stars_is_matched_in_time() {
        assertFalse(decide(
                statement(Effect.ALLOW, "*", "*a".repeat(200) + "b"), "s3:GetObject", "a".repeat(5_000), NOTHING));
    }
}

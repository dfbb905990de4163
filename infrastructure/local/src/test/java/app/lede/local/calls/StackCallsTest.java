package app.lede.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.aws.AwsClients;
import app.lede.aws.CallWatch;
import app.lede.aws.Environment;
import app.lede.local.calls.CallLedger.Count;
import app.lede.local.template.Function;
import app.lede.local.template.Template;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

class StackCallsTest {
    private static final String TEMPLATE = """
        Resources:
          Rows:
            Type: AWS::DynamoDB::Table
            Properties:
              AttributeDefinitions:
                - {AttributeName: pk, AttributeType: S}
                - {AttributeName: sk, AttributeType: S}
              KeySchema:
                - {AttributeName: pk, KeyType: HASH}
                - {AttributeName: sk, KeyType: RANGE}
          Jobs:
            Type: AWS::SQS::Queue
          Pages:
            Type: AWS::S3::Bucket
          PagesPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Pages
              PolicyDocument:
                Statement:
                  - {Effect: Deny, Principal: '*', Action: s3:PutObject, Resource: !Sub '${Pages.Arn}/web/*', Condition: {ArnNotEquals: {'aws:PrincipalArn': !GetAtt OtherRole.Arn}}}
          OtherRole:
            Type: AWS::IAM::Role
          ReaderRole:
            Type: AWS::IAM::Role
            Properties:
              Policies:
                - PolicyDocument:
                    Statement:
                      - {Sid: Rows, Effect: Allow, Action: [dynamodb:GetItem, dynamodb:PutItem], Resource: !GetAtt Rows.Arn, Condition: {'ForAllValues:StringLike': {'dynamodb:LeadingKeys': ['url#*']}}}
                      - {Sid: Jobs, Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Jobs.Arn}
                      - {Sid: Pages, Effect: Allow, Action: [s3:GetObject, s3:PutObject], Resource: !Sub '${Pages.Arn}/*'}
                      - {Sid: Kept, Effect: Allow, Action: s3:DeleteObject, Resource: !Sub '${Pages.Arn}/entries/backfill/*'}
          ReaderFunction:
            Type: AWS::Serverless::Function
            Properties: {Handler: Any, Role: !GetAtt ReaderRole.Arn}
        """;

    private final Template template = Template.parse(TEMPLATE, Map.of());
    private final Function function = template.functions().getFirst();
    private final StackCalls calls = new StackCalls(template, Map.of("Jobs", "http://127.0.0.1/q/jobs"));
    private final CallWatch watch = calls.of(function);
    private final AwsClients clients = new AwsClients(new Environment(
            Map.of(
                    "AWS_REGION", "us-east-1",
                    "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                    "AWS_ACCESS_KEY_ID", "id",
                    "AWS_SECRET_ACCESS_KEY", "secret"),
            InstantSource.system(),
            Optional.of(watch)));

    private DynamoDbClient rows(int status, String body) {
        return clients.configured(DynamoDbClient.builder().httpClient(new AnsweringClient(status, body)), "DYNAMODB")
                .build();
    }

    private S3Client pages(int status) {
        SdkHttpClient http = new AnsweringClient(status, "");
        return clients.configured(S3Client.builder().httpClient(http), "S3")
                .forcePathStyle(true)
                .build();
    }

    private static Map<String, AttributeValue> key(String partition) {
        return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS("x"));
    }

    private CallLedger.Line only() {
        List<CallLedger.Line> lines = calls.ledger().lines();
        assertEquals(1, lines.size(), lines.toString());
        return lines.getFirst();
    }

    @Test
    void a_read_is_counted_with_its_capacity_and_the_kind_of_its_key() {
        try (DynamoDbClient client =
                rows(200, "{\"ConsumedCapacity\":{\"TableName\":\"rows\",\"CapacityUnits\":0.5}}")) {
            client.getItem(get -> get.tableName("rows").key(key("url#one")));
            client.getItem(get -> get.tableName("rows").key(key("url#two")));
        }
        CallLedger.Line line = only();
        assertEquals("dynamodb:GetItem", line.call().action());
        assertEquals("Rows.Arn", line.call().resource());
        assertEquals(
                Map.of("dynamodb:leadingkeys", List.of("url#…")),
                line.call().context().keys());
        assertEquals(2, line.of(Count.REQUESTS));
        assertEquals(1, line.readUnits());
        assertEquals(0, line.writeUnits());
    }

    @Test
    void a_refused_condition_consumes_a_write_unit() {
        try (DynamoDbClient client = rows(400, "{\"__type\":\"ConditionalCheckFailedException\"}")) {
            assertThrows(
                    ConditionalCheckFailedException.class,
                    () -> client.putItem(put -> put.tableName("rows").item(key("url#one"))));
        }
        assertEquals(1, only().writeUnits());
    }

    @Test
    void each_repetition_of_a_request_is_counted() {
        try (DynamoDbClient client = rows(500, "{}")) {
            assertThrows(
                    DynamoDbException.class,
                    () -> client.getItem(get -> get.tableName("rows")
                            .key(key("url#one"))
                            .overrideConfiguration(call -> call.apiCallTimeout(Duration.ofMinutes(1)))));
        }
        assertEquals(true, only().of(Count.REQUESTS) > 1);
    }

    @Test
    void a_row_outside_the_roles_leading_keys_is_refused_before_it_is_asked_for() {
        try (DynamoDbClient client = rows(200, "{}")) {
            AwsServiceException denied = assertThrows(
                    AwsServiceException.class,
                    () -> client.getItem(get -> get.tableName("rows").key(key("plan"))));
            assertEquals(403, denied.statusCode());
            assertEquals("AccessDenied", denied.awsErrorDetails().errorCode());
        }
        assertEquals(1, only().of(Count.DENIED));
        assertEquals(0, only().of(Count.REQUESTS));
    }

    @Test
    void a_missing_object_is_forbidden_to_who_may_not_list_its_bucket() {
        try (S3Client client = pages(404)) {
            AwsServiceException denied = assertThrows(
                    AwsServiceException.class,
                    () -> client.getObject(get -> get.bucket("pages").key("web/1")));
            assertEquals(false, denied instanceof NoSuchKeyException);
            assertEquals(403, denied.statusCode());
        }
        assertEquals(
                List.of("s3:GetObject Pages.Arn/web/… 0", "s3:ListBucket Pages.Arn 1"),
                calls.ledger().lines().stream()
                        .map(line -> line.call().action() + " " + line.call().resource() + " " + line.of(Count.DENIED))
                        .toList());
    }

    @Test
    void a_buckets_policy_refuses_what_the_role_allows() {
        try (S3Presigner presigner = clients.presigner()) {
            assertThrows(
                    AwsServiceException.class,
                    () -> presigner.presignPutObject(put -> put.signatureDuration(Duration.ofMinutes(1))
                            .putObjectRequest(object -> object.bucket("pages").key("web/1"))));
            presigner.presignPutObject(put -> put.signatureDuration(Duration.ofMinutes(1))
                    .putObjectRequest(object -> object.bucket("pages").key("uploads/1")));
        }
        assertEquals(
                List.of("Pages.Arn/uploads/… 0", "Pages.Arn/web/… 1"),
                calls.ledger().lines().stream()
                        .map(line -> line.call().resource() + " " + line.of(Count.DENIED))
                        .toList());
    }

    @Test
    void a_right_to_a_folder_within_another_ends_there() {
        try (S3Client client = pages(204)) {
            client.deleteObject(delete -> delete.bucket("pages").key("entries/backfill/one/0"));
            assertThrows(
                    AwsServiceException.class,
                    () -> client.deleteObject(delete -> delete.bucket("pages").key("entries/one/0")));
        }
        assertEquals(
                List.of("Pages.Arn/entries/backfill/… 0", "Pages.Arn/entries/… 1"),
                calls.ledger().lines().stream()
                        .map(line -> line.call().resource() + " " + line.of(Count.DENIED))
                        .toList());
    }

    @Test
    void a_queue_is_named_as_in_the_template() {
        try (SqsClient client = clients.configured(
                        SqsClient.builder().httpClient(new AnsweringClient(200, "{}")), "SQS")
                .checksumValidationEnabled(false)
                .build()) {
            client.sendMessage(send -> send.queueUrl("http://127.0.0.1/q/jobs").messageBody("a"));
        }
        assertEquals("Jobs.Arn", only().call().resource());
        assertEquals("sqs:SendMessage", only().call().action());
    }

    @Test
    void embedded_metrics_are_counted_by_their_dimensions() {
        String line = "{\"outcome\":\"stored\",\"_aws\":{\"CloudWatchMetrics\":[{\"Namespace\":\"N\",\"Dimensions\":"
                + "[[\"outcome\"]],\"Metrics\":[{\"Name\":\"items\"}]}]}}";
        calls.ledger().logged("reader", line);
        calls.ledger().logged("reader", line.replace("stored", "empty"));
        calls.ledger().logged("reader", line);
        calls.ledger().logged("reader", "plain text");
        assertEquals(
                Set.of("N/items{outcome=stored}", "N/items{outcome=empty}"),
                calls.ledger().invocations().getFirst().metrics());
    }
}

package app.lede.local.wiring;

import app.lede.local.template.Function;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds a function's environment variables: the template's, and the endpoints of local engines. */
final class FunctionEnvironment {
    private final Endpoints endpoints;
    private final PhysicalNames names;
    private final StackOptions options;

    FunctionEnvironment(Endpoints endpoints, PhysicalNames names, StackOptions options) {
        this.endpoints = endpoints;
        this.names = names;
        this.options = options;
    }

    Map<String, String> of(Function function) {
        Map<String, String> variables = new HashMap<>();
        function.environment().forEach((name, text) -> variables.put(name, text.resolve(names)));
        if (variables.containsKey("ALLOWED_ADDRESSES") && !options.allow().isEmpty()) {
            variables.put("ALLOWED_ADDRESSES", options.allow().stream().sorted().collect(Collectors.joining(",")));
        }
        if (variables.containsKey("HOST_GAP_SECONDS") && !options.hostGaps().isEmpty()) {
            variables.put("HOST_GAPS", hostGaps());
        }
        variables.put("AWS_REGION", endpoints.region());
        variables.put("AWS_ACCESS_KEY_ID", endpoints.accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", endpoints.secretAccessKey());
        variables.put("AWS_ENDPOINT_URL_S3", endpoints.s3().toString());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", endpoints.dynamodb().toString());
        variables.put("AWS_ENDPOINT_URL_SQS", endpoints.sqs().toString());
        variables.put(
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", endpoints.secretsManager().toString());
        variables.put("AWS_ENDPOINT_URL_SNS", endpoints.sns().toString());
        endpoints.bedrock().ifPresent(at -> variables.put("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", at.toString()));
        return variables;
    }

    private String hostGaps() {
        return options.hostGaps().entrySet().stream()
                .map(gap -> gap.getKey() + "=" + gap.getValue())
                .sorted()
                .collect(Collectors.joining(","));
    }
}

package app.lede.bedrock;

import app.lede.abstractive.LanguageModel;
import app.lede.abstractive.ModelAnswer;
import app.lede.abstractive.ModelAnswer.Answered;
import app.lede.abstractive.ModelAnswer.Useless;
import app.lede.abstractive.Prompt;
import app.lede.abstractive.Reason;
import app.lede.abstractive.Usage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.JsonSchemaDefinition;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.OutputConfig;
import software.amazon.awssdk.services.bedrockruntime.model.OutputFormat;
import software.amazon.awssdk.services.bedrockruntime.model.OutputFormatStructure;
import software.amazon.awssdk.services.bedrockruntime.model.OutputFormatType;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/**
 * Asks one model by the Converse API, at temperature 0. Uses structured output ({@code outputConfig.textFormat}) until the
 * service rejects it for the model, then asks for JSON in words only; an instance finds out once.
 *
 * <p>Thread safe.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</a>
 */
public final class BedrockModel implements LanguageModel {

    private final BedrockRuntimeClient client;
    private final String id;
    private final AtomicBoolean structured = new AtomicBoolean(true);

    /** Creates a model by its id or that of an inference profile. */
    public BedrockModel(BedrockRuntimeClient client, String id) {
        this.client = client;
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ModelAnswer ask(Prompt prompt) {
        boolean asked = structured.get();
        try {
            return answer(client.converse(request(prompt, asked)), prompt);
        } catch (ValidationException e) {
            return asked ? unstructured(prompt) : Failures.of(e);
        } catch (SdkException e) {
            return Failures.of(e);
        }
    }

    /** Asks again without a schema: the service validates before it asks the model, so nothing was charged. */
    private ModelAnswer unstructured(Prompt prompt) {
        try {
            ConverseResponse response = client.converse(request(prompt, false));
            structured.set(false);
            return answer(response, prompt);
        } catch (SdkException e) {
            return Failures.of(e);
        }
    }

    private ConverseRequest request(Prompt prompt, boolean schema) {
        ConverseRequest.Builder request = ConverseRequest.builder()
                .modelId(id)
                .system(SystemContentBlock.fromText(prompt.task()))
                .messages(Message.builder()
                        .role(ConversationRole.USER)
                        .content(ContentBlock.fromText(prompt.article()))
                        .build())
                .inferenceConfig(InferenceConfiguration.builder()
                        .maxTokens(Prompt.MOST_TOKENS)
                        .temperature(0f)
                        .build());
        return schema ? request.outputConfig(format(prompt)).build() : request.build();
    }

    private static OutputConfig format(Prompt prompt) {
        JsonSchemaDefinition schema = JsonSchemaDefinition.builder()
                .name("summary")
                .schema(prompt.schema())
                .build();
        return OutputConfig.builder()
                .textFormat(OutputFormat.builder()
                        .type(OutputFormatType.JSON_SCHEMA)
                        .structure(OutputFormatStructure.fromJsonSchema(schema))
                        .build())
                .build();
    }

    private static ModelAnswer answer(ConverseResponse response, Prompt prompt) {
        Usage usage = usage(response.usage(), prompt);
        Optional<Reason> useless = useless(response.stopReason());
        return useless.<ModelAnswer>map(reason -> new Useless(reason, usage))
                .orElseGet(() -> new Answered(text(response), usage));
    }

    /** Returns the tokens charged; an answer that does not count them is charged in full. */
    private static Usage usage(TokenUsage counted, Prompt prompt) {
        boolean counts = counted != null && counted.inputTokens() != null && counted.outputTokens() != null;
        return counts ? new Usage(counted.inputTokens(), counted.outputTokens()) : prompt.most();
    }

    /** Names an end other than the model's own. A reason that is newer than the SDK has no constant, or is null. */
    private static Optional<Reason> useless(StopReason stop) {
        return switch (stop) {
            case END_TURN, STOP_SEQUENCE -> Optional.empty();
            case MAX_TOKENS, MODEL_CONTEXT_WINDOW_EXCEEDED -> Optional.of(Reason.CUT_OFF);
            case GUARDRAIL_INTERVENED, CONTENT_FILTERED -> Optional.of(Reason.REFUSED);
            case MALFORMED_MODEL_OUTPUT, MALFORMED_TOOL_USE, TOOL_USE -> Optional.of(Reason.MALFORMED);
            case UNKNOWN_TO_SDK_VERSION -> Optional.of(Reason.UNKNOWN_STOP);
            case null -> Optional.of(Reason.UNKNOWN_STOP);
        };
    }

    private static String text(ConverseResponse response) {
        boolean present = response.output() != null && response.output().message() != null;
        List<ContentBlock> content = present ? response.output().message().content() : List.of();
        return content.stream()
                .map(ContentBlock::text)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("\n"));
    }
}

package app.lede.bedrock;

import app.lede.abstractive.AbstractiveSummariser;
import app.lede.abstractive.ModelBudget;
import app.lede.abstractive.Prices;
import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoAnswers;
import app.lede.aws.dynamodb.DynamoSpending;
import app.lede.enrich.Countries;
import app.lede.grounding.GroundingGate;
import java.math.BigDecimal;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires a stack's model from the environment. */
public final class BedrockSummaries {

    private BedrockSummaries() {}

    /**
     * Returns the summariser of the model that {@code MODEL_ID} names; empty if it names none.
     *
     * @throws IllegalStateException if the budget or a price is missing
     */
    public static Optional<AbstractiveSummariser> of(
            Environment environment, AwsClients clients, DynamoDbClient dynamo, Countries countries) {
        return environment.find("MODEL_ID").map(model -> {
            String control = environment.require("CONTROL_TABLE");
            return new AbstractiveSummariser(
                    new BedrockModel(BedrockClients.of(clients), model),
                    new Prices(amount(environment, "MODEL_INPUT_PRICE"), amount(environment, "MODEL_OUTPUT_PRICE")),
                    ModelBudget.ofDollars(
                            model, amount(environment, "MODEL_BUDGET"), new DynamoSpending(dynamo, control)),
                    new DynamoAnswers(dynamo, control),
                    new GroundingGate(countries),
                    new MetricLog(System.out, "summarise-article", environment.clock()),
                    environment.clock());
        });
    }

    private static BigDecimal amount(Environment environment, String variable) {
        return new BigDecimal(environment.require(variable));
    }
}

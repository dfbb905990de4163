package app.lede.abstractive;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Prices of a model in US dollars per million tokens, which are millionths of a dollar per token.
 *
 * @param input more than 0
 * @param output more than 0
 */
public record Prices(BigDecimal input, BigDecimal output) {

    public Prices {
        if (input.signum() <= 0 || output.signum() <= 0) {
            throw new IllegalArgumentException("a budget needs the model's prices, not " + input + " and " + output);
        }
    }

    /** Returns the cost in millionths of a dollar, rounded up. */
    public long cost(Usage usage) {
        return input.multiply(BigDecimal.valueOf(usage.input()))
                .add(output.multiply(BigDecimal.valueOf(usage.output())))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }
}

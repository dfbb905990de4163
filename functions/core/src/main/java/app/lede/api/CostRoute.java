package app.lede.api;

import app.lede.abstractive.ModelBudget;
import app.lede.abstractive.MonthCosts;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The route that shows what the stack's model costs this month. Thread safe. */
final class CostRoute {

    /** Sources shown: those that cost most. */
    private static final int MOST_SOURCES = 100;

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int MICROS_PER_CENT = 10_000;

    private final Optional<ModelBudget> model;
    private final InstantSource clock;

    CostRoute(Optional<ModelBudget> model, InstantSource clock) {
        this.model = model;
        this.clock = clock;
    }

    /** Handles {@code GET /v1/costs}. */
    Answer costs() {
        Instant now = clock.instant();
        ObjectNode json = Json.object();
        json.put("month", ModelBudget.month(now).toString()).put("currency", "USD");
        if (model.isEmpty()) {
            return Answer.json(200, json.put("state", "off"));
        }
        ModelBudget budget = model.get();
        MonthCosts costs = budget.spending().costs(ModelBudget.month(now));
        json.put("state", isExhausted(budget, costs) ? "exhausted" : "within");
        json.put("model", budget.model());
        json.put("budget", dollars(budget.limit()));
        json.put("spent", dollars(costs.spent()));
        json.put("reserved", dollars(Math.max(0, costs.committed() - costs.spent())));
        json.put("forecast", dollars(costs.forecast(now)));
        json.put("articles", costs.articles());
        cents(json, costs.spent(), costs.articles());
        ArrayNode sources = json.putArray("sources");
        costs.sources().stream().limit(MOST_SOURCES).forEach(source -> source(sources.addObject(), source));
        return Answer.json(200, json);
    }

    /** Tests whether less than a hundredth of the budget is left: an ordinary reservation does not fit it. */
    private static boolean isExhausted(ModelBudget budget, MonthCosts costs) {
        return budget.limit() - costs.committed() <= budget.limit() / 100;
    }

    private static void source(ObjectNode json, MonthCosts.Source source) {
        if (!source.id().equals(MonthCosts.UPLOADS)) {
            json.put("sourceId", source.id());
        }
        json.put("spent", dollars(source.spent())).put("articles", source.articles());
        cents(json, source.spent(), source.articles());
    }

    private static void cents(ObjectNode json, long spent, long articles) {
        if (articles > 0) {
            BigDecimal cents = BigDecimal.valueOf(spent)
                    .divide(BigDecimal.valueOf(articles * MICROS_PER_CENT), 4, RoundingMode.HALF_UP);
            json.put("centsPerArticle", cents);
        }
    }

    private static BigDecimal dollars(long micros) {
        return BigDecimal.valueOf(micros).divide(MILLION, 6, RoundingMode.HALF_UP);
    }
}

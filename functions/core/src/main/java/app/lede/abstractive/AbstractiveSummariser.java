package app.lede.abstractive;

import app.lede.abstractive.AnswerStore.Claim;
import app.lede.abstractive.ModelSummary.Shown;
import app.lede.abstractive.ModelSummary.Withheld;
import app.lede.grounding.Finding;
import app.lede.grounding.Grounding;
import app.lede.grounding.GroundingGate;
import app.lede.text.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks a model for the summary of a text and lets through what {@link GroundingGate} supports.
 *
 * <p>Nothing is paid twice: the question is claimed before it is asked, the answer is kept before the costs are settled, and a
 * question whose answer was lost is not asked again. The month's budget is reserved before the call. Thread safe.
 */
public final class AbstractiveSummariser {

    /** Name and version of the method; changes with the prompt. */
    public static final String METHOD = "abstractive-" + Prompt.VERSION;

    /** Shorter texts are as good as their summary. */
    private static final int FEWEST_WORDS = 80;

    private final LanguageModel model;
    private final Prices prices;
    private final ModelBudget budget;
    private final AnswerStore answers;
    private final GroundingGate gate;
    private final CallLog log;
    private final InstantSource clock;

    /** Creates a summariser that asks one model within one budget. */
    public AbstractiveSummariser(
            LanguageModel model,
            Prices prices,
            ModelBudget budget,
            AnswerStore answers,
            GroundingGate gate,
            CallLog log,
            InstantSource clock) {
        this.model = model;
        this.prices = prices;
        this.budget = budget;
        this.answers = answers;
        this.gate = gate;
        this.log = log;
        this.clock = clock;
    }

    /** Returns the id of the model. */
    public String model() {
        return model.id();
    }

    /**
     * A text to summarise.
     *
     * @param whole false for a stub of the article
     * @param allowed whether the publisher allows the text to be handed to a model
     * @param language BCP 47 tag, if known
     * @param sourceId whose account bears the costs; null for uploads
     */
    public record Request(
            String text,
            @Nullable String language,
            @Nullable String headline,
            boolean whole,
            boolean allowed,
            @Nullable String sourceId) {}

    /**
     * Summarises a text.
     *
     * @throws CallUnderway if another is asking the same at this moment: come again after {@link AnswerStore#LEASE}
     */
    public ModelSummary summarise(Request request) {
        Optional<Reason> obstacle = obstacle(request);
        if (obstacle.isPresent()) {
            return withheld(obstacle.get(), Usage.NONE);
        }
        String language = Optional.ofNullable(request.language()).orElseThrow();
        Prompt prompt = Prompt.summary(request.text(), language, request.headline());
        String key = prompt.key(model.id());
        return switch (answers.claim(key, clock.instant())) {
            case Claim.Granted ignored -> asked(request, prompt, key);
            case Claim.Known known -> checked(request, known.answer(), Usage.NONE);
            case Claim.Interrupted ignored -> withheld(Reason.INTERRUPTED, Usage.NONE);
            case Claim.Underway ignored -> throw new CallUnderway();
        };
    }

    private static Optional<Reason> obstacle(Request request) {
        if (!request.whole()) {
            return Optional.of(Reason.STUB);
        }
        if (!request.allowed()) {
            return Optional.of(Reason.RIGHTS);
        }
        if (!GroundingGate.judges(request.language())) {
            return Optional.of(Reason.LANGUAGE);
        }
        return Words.count(request.text()) < FEWEST_WORDS ? Optional.of(Reason.SHORT) : Optional.empty();
    }

    private ModelSummary asked(Request request, Prompt prompt, String key) {
        YearMonth month = ModelBudget.month(clock.instant());
        long most = prices.cost(prompt.most());
        if (!budget.reserve(month, most)) {
            answers.release(key);
            return withheld(Reason.BUDGET, Usage.NONE);
        }
        return switch (model.ask(prompt)) {
            case ModelAnswer.Answered answered ->
                paid(request, key, month, most, StoredAnswer.of(answered.text()), answered.usage());
            case ModelAnswer.Useless useless ->
                paid(request, key, month, most, StoredAnswer.of(useless.reason()), useless.usage());
            case ModelAnswer.Lost lost ->
                paid(request, key, month, most, StoredAnswer.of(lost.reason()), prompt.most());
            case ModelAnswer.Unpaid unpaid -> {
                budget.spending().settle(month, most, Spending.Call.NONE);
                answers.release(key);
                yield withheld(unpaid.reason(), Usage.NONE);
            }
        };
    }

    /** Keeps the answer first: if this attempt ends in between, the next one finds it, and the reservation stands for its costs. */
    private ModelSummary paid(
            Request request, String key, YearMonth month, long reserved, StoredAnswer answer, Usage usage) {
        Instant now = clock.instant();
        answers.keep(key, answer, now);
        budget.spending().settle(month, reserved, new Spending.Call(request.sourceId(), prices.cost(usage)));
        return checked(request, answer, usage);
    }

    private ModelSummary checked(Request request, StoredAnswer answer, Usage usage) {
        String text = answer.text();
        if (text == null) {
            return withheld(Optional.ofNullable(answer.reason()).orElse(Reason.UNKNOWN_STOP), usage);
        }
        Optional<List<String>> sentences = SummaryText.sentences(text);
        if (sentences.isEmpty()) {
            return withheld(Reason.MALFORMED, usage);
        }
        if (SummaryText.isTooLong(sentences.get())) {
            return withheld(Reason.TOO_LONG, usage);
        }
        return switch (gate.check(request.text(), request.language(), sentences.get())) {
            case Grounding.Grounded grounded -> {
                ended(Optional.empty(), "", usage);
                yield new Shown(grounded.sentences());
            }
            case Grounding.Ungrounded ungrounded -> {
                Finding first = ungrounded.findings().getFirst();
                String detail = first.kind().label() + ": " + first.detail();
                ended(Optional.of(Reason.UNGROUNDED), detail, usage);
                yield new Withheld(Reason.UNGROUNDED, detail);
            }
        };
    }

    private ModelSummary withheld(Reason reason, Usage usage) {
        ended(Optional.of(reason), "", usage);
        return new Withheld(reason);
    }

    private void ended(Optional<Reason> reason, String detail, Usage usage) {
        boolean asked = !usage.equals(Usage.NONE) || reason.equals(Optional.of(Reason.BUDGET));
        long share = asked ? share() : -1;
        log.ended(new CallLog.Ended(reason, detail, usage, prices.cost(usage), share));
    }

    private long share() {
        long committed = budget.spending().total(ModelBudget.month(clock.instant()));
        return budget.limit() == 0 ? 100 : 100 * committed / budget.limit();
    }
}

package app.lede.api;

import app.lede.pipeline.PushEnd;
import app.lede.pipeline.ReceivePush;
import app.lede.websub.Intent;

/** Routes of the callback for WebSub hubs. Thread safe. */
public final class PushRoutes {

    private final ReceivePush step;

    public PushRoutes(ReceivePush step) {
        this.step = step;
    }

    /** Handles a request. */
    public PushEnd end(Request request) {
        String token = request.variable("token");
        return request.route().startsWith("GET ")
                ? step.intent(token, Intent.of(request.query()))
                : step.push(
                        token,
                        request.header("x-hub-signature").orElse(null),
                        request.header("content-type").orElse(null),
                        request.body());
    }

    /**
     * Returns the response to a hub. An invalid signature gets the same answer as a valid one (WebSub, section 8). Only
     * hubs are told 410, which makes them forget a callback; other callers learn nothing.
     */
    public Answer answer(Request request, PushEnd end) {
        return switch (end) {
            case PushEnd.Confirmed confirmed -> Answer.text(200, "text/plain; charset=utf-8", confirmed.challenge());
            case PushEnd.Denied ignored -> Answer.empty(204);
            case PushEnd.Taken ignored -> Answer.empty(204);
            case PushEnd.BadSignature ignored -> Answer.empty(204);
            case PushEnd.Prompted ignored -> Answer.empty(204);
            case PushEnd.Unreadable ignored -> Answer.empty(204);
            case PushEnd.Skipped ignored -> Answer.empty(204);
            case PushEnd.Unwanted unwanted -> Problem.notFound(unwanted.detail());
            case PushEnd.TooLarge large ->
                Problem.tooLarge("the push has " + large.bytes() + " bytes; send at most " + ReceivePush.MAX_BYTES);
            case PushEnd.Unknown ignored ->
                request.route().startsWith("GET ")
                        ? Problem.notFound("there is no such callback")
                        : Problem.gone("there is no such callback");
        };
    }
}

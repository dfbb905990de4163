package app.lede.api;

import app.lede.pipeline.PushResult;
import app.lede.pipeline.ReceivePush;
import app.lede.websub.Intent;

/** Routes of the callback for WebSub hubs. Thread safe. */
public final class PushRoutes {

    private final ReceivePush step;

    public PushRoutes(ReceivePush step) {
        this.step = step;
    }

    /** Handles a request. */
    public PushResult end(Request request) {
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
    public Answer answer(Request request, PushResult end) {
        return switch (end) {
            case PushResult.Confirmed confirmed -> Answer.text(200, "text/plain; charset=utf-8", confirmed.challenge());
            case PushResult.Denied ignored -> Answer.empty(204);
            case PushResult.Taken ignored -> Answer.empty(204);
            case PushResult.BadSignature ignored -> Answer.empty(204);
            case PushResult.Prompted ignored -> Answer.empty(204);
            case PushResult.Unreadable ignored -> Answer.empty(204);
            case PushResult.Skipped ignored -> Answer.empty(204);
            case PushResult.Unwanted unwanted -> Problem.notFound(unwanted.detail());
            case PushResult.TooLarge large ->
                Problem.tooLarge("the push has " + large.bytes() + " bytes; send at most " + ReceivePush.MAX_BYTES);
            case PushResult.Unknown ignored ->
                request.route().startsWith("GET ")
                        ? Problem.notFound("there is no such callback")
                        : Problem.gone("there is no such callback");
        };
    }
}

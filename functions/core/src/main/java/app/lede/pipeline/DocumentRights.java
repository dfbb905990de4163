package app.lede.pipeline;

import app.lede.document.FetchedFrom;
import app.lede.document.Reading;
import app.lede.fetch.UsageSignals;
import app.lede.rights.Evidence;
import app.lede.rights.Rights;
import app.lede.rights.RightsResolver;
import app.lede.rights.RslDocument;
import app.lede.rights.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the statements on usage rights that hold for one document: those of its site, headers and feed entry, which came with
 * the fetch, and those of the page.
 *
 * @param usageInfo the robots and TDMRep signals of headers and page in one line, null without any
 */
public record DocumentRights(@Nullable String usageInfo, Rights rights) {

    private static final int MAX_SCRIPTS = 5;

    /** Statement of a licence in the page of which nothing can be read; it is kept, and nothing is guessed. */
    private static final String NOT_UNDERSTOOD = "not understood";

    /**
     * Resolves the rights to a document.
     *
     * @param from null for uploads, of which the page alone says anything
     * @param url address of the document, null if unknown
     * @param at time of the fetch or upload
     */
    public static DocumentRights of(@Nullable FetchedFrom from, Reading reading, @Nullable String url, Instant at) {
        UsageSignals headers =
                from == null || from.usageInfo() == null ? UsageSignals.NONE : UsageSignals.ofLabel(from.usageInfo());
        List<Evidence> evidence = new ArrayList<>(headers.evidence("header", at));
        if (from != null) {
            evidence.addAll(from.rights());
            evidence.addAll(price(from));
        }
        UsageSignals signals = headers;
        if (reading instanceof Reading.Page page) {
            UsageSignals own = UsageSignals.of(page.dom());
            evidence.addAll(own.evidence("page", at));
            evidence.addAll(licences(page.dom(), url == null ? "" : url, List.copyOf(evidence), at));
            signals = headers.and(own);
        }
        return new DocumentRights(signals.label().orElse(null), RightsResolver.resolve(evidence));
    }

    private static List<Evidence> price(FetchedFrom from) {
        FetchedFrom.Refusal refusal = from.refusal();
        return refusal == null || refusal.status() != FetchedFrom.Refusal.PRICED
                ? List.of()
                : List.of(new Evidence(Signal.PAYMENT, "status", refusal.reason(), from.at()));
    }

    /** Returns the RSL licences that stand in the page, and those it names that were not read with the site's. */
    private static List<Evidence> licences(Document page, String url, List<Evidence> known, Instant at) {
        List<Evidence> licences = new ArrayList<>();
        for (Element script : page.select("script[type=" + RslDocument.TYPE + "]").stream()
                .limit(MAX_SCRIPTS)
                .toList()) {
            if (!script.data().isBlank()) {
                String terms = RslDocument.licence(script.data(), url).orElse(NOT_UNDERSTOOD);
                licences.add(new Evidence(Signal.RSL, "page", terms, at));
            }
        }
        RslDocument.link(page)
                .filter(file -> known.stream().noneMatch(one -> one.where().equals(file)))
                .ifPresent(file -> licences.add(new Evidence(Signal.RSL, file, RightsFiles.UNREAD, at)));
        return licences;
    }
}

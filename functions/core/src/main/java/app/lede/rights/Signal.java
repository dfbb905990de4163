package app.lede.rights;

import java.util.Locale;

/** Standards by which publishers state usage rights, in the versions of November 2026. */
public enum Signal {
    /** IETF AIPREF, drafts attach-05 and vocab-08: {@code Content-Usage}, a dictionary of RFC 9651. */
    CONTENT_USAGE,
    /** Content Signals of Cloudflare: {@code Content-Signal: search=yes, ai-input=no, ai-train=no}. */
    CONTENT_SIGNAL,
    /** Really Simple Licensing 1.0 with errata to 2026-05-27; the value is the licence that applies, see {@link RslLicence}. */
    RSL,
    /** TDM Reservation Protocol of a W3C community group: reservation 0 or 1, and a policy. */
    TDMREP,
    /** Robots directives: {@code X-Robots-Tag} and {@code <meta name=robots>}, such as {@code noai, nosnippet}. */
    ROBOTS,
    /** HTTP 402 in answer to a crawler, with Cloudflare's {@code crawler-price} where it names one; rules on no use. */
    PAYMENT;

    /** Spells it as in the API, for example {@code content-usage}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a label; anything else is an IllegalArgumentException. */
    public static Signal ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

package app.lede.pipeline;

import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.document.mail.MailOrigin;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceStore;
import app.lede.text.LowerCase;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Admits mails that Amazon SES wrote to the bucket under {@value #PREFIX}: what SES takes for spam or a virus is refused, and each
 * proven sender is a source of its own, which can be paused.
 *
 * <p>Thread safe.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/receiving-email-concepts.html">Email receiving concepts</a>
 */
public final class InboundMail {

    static final String PREFIX = "inbox/mail/";

    /** Object that SES writes once to test its right to write. */
    private static final String SETUP = PREFIX + "AMAZON_SES_SETUP_NOTIFICATION";

    private final @Nullable SourceStore sources;
    private final List<Sender> senders;
    private final InstantSource clock;

    /**
     * Creates the check.
     *
     * @param senders addresses and domains that may send, in any case, each with {@code =} and its language where that is set;
     *     empty for everybody
     */
    public InboundMail(SourceStore sources, List<String> senders, InstantSource clock) {
        this.sources = sources;
        this.senders = senders.stream().map(Sender::of).toList();
        this.clock = clock;
    }

    private InboundMail(InstantSource clock) {
        this.sources = null;
        this.senders = List.of();
        this.clock = clock;
    }

    /** Admits everything as an ordinary upload: for a stack that receives no mail. */
    static InboundMail none(InstantSource clock) {
        return new InboundMail(clock);
    }

    /** Result of the check. */
    sealed interface Admission {

        /**
         * Parse it.
         *
         * @param source the sender; null for an ordinary upload and for a sender that nothing proves
         * @param language in which the sender writes, null where it is not set
         */
        record Admitted(@Nullable SourceId source, @Nullable String language) implements Admission {

            static final Admitted UPLOAD = new Admitted(null, null);
        }

        /** Don't parse it. */
        record Ended(Outcome outcome, String detail) implements Admission {}
    }

    /** Checks one object, and records the arrival with its source. */
    Admission admit(ObjectCreated announced, byte[] body) {
        SourceStore store = sources;
        if (store == null || !announced.key().startsWith(PREFIX)) {
            return Admission.Admitted.UPLOAD;
        }
        if (announced.key().equals(SETUP)) {
            return new Admission.Ended(Outcome.TEST_EVENT, "Amazon SES tested its right to write");
        }
        Optional<MailOrigin> mail = MailOrigin.of(body).filter(MailOrigin::isExamined);
        if (mail.isEmpty()) {
            // Not from SES: somebody who may write to the bucket put it there.
            return Admission.Admitted.UPLOAD;
        }
        Optional<String> refusal = refusal(mail.get());
        return refusal.isPresent() ? new Admission.Ended(Outcome.REFUSED, refusal.get()) : admitted(store, mail.get());
    }

    private Optional<String> refusal(MailOrigin mail) {
        if (mail.virus().equals("FAIL")) {
            return Optional.of("the mail has a virus (X-SES-Virus-Verdict)");
        }
        if (mail.spam().equals("FAIL")) {
            return Optional.of("the mail is taken for spam (X-SES-Spam-Verdict)");
        }
        if (mail.isDisowned()) {
            return Optional.of("the sender's domain disowns the mail (DMARC)");
        }
        return isAllowed(mail.address())
                ? Optional.empty()
                : Optional.of("its sender is not among those that may send (MailSenders)");
    }

    private boolean isAllowed(@Nullable String address) {
        return senders.isEmpty() || (address != null && isListed(address));
    }

    private boolean isListed(String address) {
        return senders.stream().anyMatch(sender -> sender.sends(address));
    }

    /** Returns the language of an address, which outranks that of its domain. */
    private @Nullable String language(String address) {
        return senders.stream()
                .filter(sender -> sender.sends(address) && sender.language() != null)
                .sorted(Comparator.comparingInt((Sender sender) -> sender.name().length())
                        .reversed())
                .map(Sender::language)
                .findFirst()
                .orElse(null);
    }

    /** An address or a domain that may send, with the language of its mails, null where it is not set. */
    private record Sender(String name, @Nullable String language) {

        static Sender of(String entry) {
            int equals = entry.indexOf('=');
            String name = LowerCase.of(equals < 0 ? entry : entry.substring(0, equals));
            String language = equals < 0 ? "" : entry.substring(equals + 1).strip();
            return new Sender(name.strip(), language.isEmpty() ? null : language);
        }

        boolean sends(String address) {
            return address.equals(name) || address.endsWith("@" + name) || address.endsWith("." + name);
        }
    }

    private Admission admitted(SourceStore store, MailOrigin mail) {
        String address = mail.address();
        if (address == null || !mail.isProven()) {
            return Admission.Admitted.UPLOAD;
        }
        String url = Source.MAIL + address;
        SourceId id = SourceId.ofUrl(url);
        Source source =
                store.get(id).orElseGet(() -> added(store, Source.added(id, url, mail.name(), clock.instant())));
        if (source.state() != Source.State.ACTIVE) {
            return new Admission.Ended(Outcome.REFUSED, "its source is paused");
        }
        store.change(id, found -> found.mailed(clock.instant()));
        return new Admission.Admitted(id, language(address));
    }

    private static Source added(SourceStore store, Source source) {
        store.add(source);
        return source;
    }
}

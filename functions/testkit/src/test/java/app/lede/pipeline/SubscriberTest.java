package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.HostGate;
import app.lede.testkit.InMemoryQueue;
import app.lede.websub.Subscription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriberTest extends WebSubScenario {

    @Test
    void a_poll_that_meets_a_hub_subscribes_there() {
        assertInstanceOf(PollResult.Read.class, poll());
        FetchRequest form = forms.getFirst();
        assertEquals(URI.create(HUB), form.url());
        assertEquals("subscribe", parameter(form, "hub.mode"));
        assertEquals(FEED.toString(), parameter(form, "hub.topic"));
        assertEquals("https://api.example.org/v1/websub/" + TOKEN, parameter(form, "hub.callback"));
        assertEquals("864000", parameter(form, "hub.lease_seconds"));
        assertEquals(52, parameter(form, "hub.secret").length());
        assertEquals(Subscription.State.ASKED, subscription().state());
    }

    @Test
    void a_hub_may_ask_back_before_it_answers() {
        List<PushResult> verified = new ArrayList<>();
        beforeTheHubAnswers = () -> verified.add(verify());
        poll();
        assertEquals(List.of(new PushResult.Confirmed("challenge", LEASE)), verified);
        assertEquals(Subscription.State.ACTIVE, subscription().state());
    }

    @Test
    void half_of_a_lease_later_a_poll_renews_it_also_when_the_feed_is_unchanged() {
        poll();
        verify();
        now = now.plus(LEASE.dividedBy(2)).minusSeconds(3_601);
        assertInstanceOf(PollResult.Unchanged.class, poll());
        assertEquals(1, forms.size());
        poll();
        assertEquals(2, forms.size());
        assertEquals(new PushResult.Confirmed("challenge", LEASE), verify());
        assertEquals(now.plus(LEASE), subscription().leaseEnds());
    }

    @Test
    void a_hub_that_refuses_is_asked_again_later() {
        answer = new FetchOutcome.Refused(URI.create(HUB), 404, "status 404");
        poll();
        assertEquals(Subscription.State.REFUSED, subscription().state());
        assertEquals("answered 404", subscription().detail());
        poll();
        assertEquals(2, forms.size());
        poll();
        assertEquals(2, forms.size());
    }

    @Test
    void a_hub_that_is_a_private_address_is_refused_by_the_fence() {
        answer = new FetchOutcome.Blocked(HUB, "private address");
        poll();
        assertEquals("blocked: private address", subscription().detail());
    }

    @Test
    void a_hub_s_turn_is_waited_for_on_the_queue() {
        Instant polled = now.plus(Duration.ofHours(1));
        HostGate.Admission.Entered place = assertInstanceOf(
                HostGate.Admission.Entered.class, gate.enter("hub.example.net", Duration.ofSeconds(5), polled));
        gate.leave(place, polled.plusSeconds(5));
        poll();
        assertEquals(List.of(), forms);
        assertEquals(0, subscription().attempts());
        InMemoryQueue.Sent<PollJob> later = polls.sent().getFirst();
        now = now.plus(later.delay());
        assertEquals(new PollResult.Subscribing(HUB), polling.poll(later.job()));
        assertEquals(1, forms.size());
        assertEquals(new PollResult.Skipped("the hub was asked already"), polling.poll(later.job()));
        assertEquals(1, forms.size());
    }

    @Test
    void a_hub_that_moved_is_asked_where_it_is_now() {
        answer = new FetchOutcome.Moved(
                URI.create(HUB),
                List.of(new Redirect(URI.create(HUB), 307, URI.create("https://new.example.net/hub"))));
        poll();
        assertEquals(URI.create("https://new.example.net/hub"), forms.get(1).url());
        assertEquals(Subscription.State.ASKED, subscription().state());
    }

    @Test
    void a_redirect_that_would_turn_the_form_into_a_page_is_a_refusal() {
        answer = new FetchOutcome.Moved(
                URI.create(HUB),
                List.of(new Redirect(URI.create(HUB), 302, URI.create("https://new.example.net/hub"))));
        poll();
        assertEquals(1, forms.size());
        assertEquals("redirects to https://new.example.net/hub", subscription().detail());
    }

    @Test
    void the_hub_of_a_link_header_comes_before_the_feed_s_own() {
        links = List.of("</hub>; rel=hub, <https://news.example.org/all>; rel=self");
        poll();
        assertEquals("https://news.example.org/hub", subscription().topic().hub());
        assertEquals("https://news.example.org/all", subscription().topic().topic());
    }
}

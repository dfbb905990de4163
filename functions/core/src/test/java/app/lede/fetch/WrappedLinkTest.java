package app.lede.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappedLinkTest {

    private static final String STORY = "https://courier.example/2026/quay?id=7";
    private static final String ENCODED = "https%3A%2F%2Fcourier.example%2F2026%2Fquay%3Fid%3D7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.google.com/url?rct=j&sa=t&url=%s&ct=ga&cd=CAEYAC&usg=AOv",
                "https://www.google.co.jp/url?q=%s&sa=D",
                "https://news.google.com/news/url?sa=t&fd=R&url=%s",
                "https://l.facebook.com/l.php?u=%s&h=AT1",
                "https://lm.facebook.com/l.php?u=%s",
                "https://l.instagram.com/?u=%s&e=AT",
                "https://eur02.safelinks.protection.outlook.com/?url=%s&data=05%%7C01",
                "https://www.youtube.com/redirect?event=x&q=%s",
                "https://out.reddit.com/t3_1?url=%s",
                "https://duckduckgo.com/l/?uddg=%s",
                "https://vk.com/away.php?to=%s",
                "https://link.zhihu.com/?target=%s",
                "https://click.letters.example/track?email=7&url=%s",
                "https://news.example/redirect?to=%s",
                "https://tracking.letters.example/c/9/?target=%s"
            })
    void a_link_that_carries_its_target_becomes_the_target(String wrapper) {
        assertEquals(STORY, WrappedLink.unwrapped(wrapper.formatted(ENCODED)));
    }

    @Test
    void wrappers_may_be_nested_and_unencoded() {
        String inner = "https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fcourier.example%252Fquay";
        assertEquals("https://courier.example/quay", WrappedLink.unwrapped("https://www.google.com/url?url=" + inner));
        assertEquals(
                "https://courier.example/quay",
                WrappedLink.unwrapped("https://www.google.com/url?q=https://courier.example/quay"));
        assertEquals(
                "https://courier.example/quay",
                WrappedLink.unwrapped("https://urldefense.com/v3/__https://courier.example/quay__;!!abc$"));
        assertEquals(
                "https://courier.example/quay",
                WrappedLink.unwrapped(
                        "https://urldefense.proofpoint.com/v2/url?u=https-3A__courier.example_quay&d=DwM"));
    }

    @Test
    void a_target_in_base64_is_read() {
        assertEquals(
                STORY,
                WrappedLink.unwrapped("https://news.google.com/rss/articles/"
                        + base64("\u0008\u0013\"&" + STORY + "\u00d2\u0001\u0000")));
        assertEquals(
                STORY,
                WrappedLink.unwrapped(
                        "https://substack.com/redirect/2/" + base64("{\"e\":\"" + STORY + "\",\"p\":1}") + ".x9"));
        assertEquals(STORY, WrappedLink.unwrapped("https://www.bing.com/ck/a?!&&p=1&u=a1" + base64(STORY) + "&ntb=1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://courier.example/2026/quay?ref=https%3A%2F%2Fother.example%2F",
                "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fcourier.example%2Fquay",
                "https://twitter.example/intent/tweet?url=https%3A%2F%2Fcourier.example%2Fquay",
                "https://courier.example/login?redirect=https%3A%2F%2Fcourier.example%2Fquay",
                "https://courier.example/go?url=https%3A%2F%2Fcourier.example%2Fquay",
                "https://www.google.com/url?url=%2Frelative",
                "https://www.google.com/url?url=javascript:alert(1)",
                "https://www.google.com/search?q=https%3A%2F%2Fcourier.example%2Fquay",
                "https://web.archive.example/web/2026/https://courier.example/quay",
                "https://news.google.com/rss/articles/CBMiAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA?oc=5",
                "mailto:ines@courier.example",
                "not an address"
            })
    void any_other_link_stays_as_it_is(String link) {
        assertEquals(link, WrappedLink.unwrapped(link));
    }

    @Test
    void the_canonical_url_of_a_wrapped_link_is_its_targets() {
        assertEquals(CanonicalUrl.of(STORY), CanonicalUrl.of("https://www.google.com/url?rct=j&url=" + ENCODED));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}

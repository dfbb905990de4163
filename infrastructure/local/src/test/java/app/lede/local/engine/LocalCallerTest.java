package app.lede.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalCallerTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:4580", "127.0.0.1:4581", "[::1]:80"})
    void this_machine_s_names_are_answered(String host) {
        assertTrue(LocalCaller.refusal(host, null).isEmpty());
        assertTrue(LocalCaller.refusal(host, "http://" + host).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rebound.example",
                "127.0.0.1.rebound.example",
                "localhost.rebound.example",
                "",
                "127.0.0.2",
                "localhost:4580:1"
            })
    void other_hosts_are_refused(String host) {
        assertTrue(LocalCaller.refusal(host, null).isPresent());
        assertTrue(LocalCaller.refusal("localhost", "https://" + host).isPresent());
    }

    @Test
    void pages_without_an_origin_of_their_own_are_refused() {
        assertTrue(LocalCaller.refusal("localhost", "null").isPresent());
        assertTrue(LocalCaller.refusal("localhost", "file://localhost").isPresent());
    }

    @Test
    void a_program_that_names_no_host_is_answered_and_a_page_is_not() {
        assertTrue(LocalCaller.refusal(null, null).isEmpty());
        assertTrue(LocalCaller.refusal(null, "https://news.example.org").isPresent());
        assertTrue(LocalCaller.refusal("", null).isPresent());
    }

    @Test
    void the_answer_says_who_was_refused_in_plain_characters() {
        assertEquals(
                "This port answers no pages of other sites, such as https://news.example",
                LocalCaller.refusal("localhost", "https://news.example").orElseThrow());
        String shown = LocalCaller.refusal("a\"<\n>ü" + "x".repeat(500), null).orElseThrow();
        assertTrue(shown.length() < 200 && shown.chars().allMatch(c -> c >= ' ' && c < 127), shown);
    }
}

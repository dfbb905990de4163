package app.lede.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RightsTest {

    @Test
    void an_unstated_use_is_allowed_but_for_training() {
        assertTrue(Rights.UNKNOWN.allow(Use.SEARCH));
        assertTrue(Rights.UNKNOWN.allow(Use.SUMMARY));
        assertTrue(Rights.UNKNOWN.allow(Use.AI_INPUT));
        assertFalse(Rights.UNKNOWN.allow(Use.AI_TRAIN));
    }

    @Test
    void the_operator_rules_on_unstated_model_uses_alone() {
        UnstatedUses other = new UnstatedUses(false, true);
        assertTrue(Rights.UNKNOWN.allow(Use.SUMMARY, other));
        assertFalse(Rights.UNKNOWN.allow(Use.AI_INPUT, other));
        assertTrue(Rights.UNKNOWN.allow(Use.AI_TRAIN, other));
        Rights stated = new Rights(Map.of(Use.AI_TRAIN, Verdict.DENIED, Use.AI_INPUT, Verdict.ALLOWED), List.of());
        assertTrue(stated.allow(Use.AI_INPUT, other));
        assertFalse(stated.allow(Use.AI_TRAIN, other));
    }

    @Test
    void a_priced_use_is_not_allowed() {
        assertFalse(new Rights(Map.of(Use.SEARCH, Verdict.PRICED), List.of()).allow(Use.SEARCH));
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void the_most_restrictive_of_two_verdicts_applies(Verdict other) {
        assertEquals(Verdict.DENIED, Verdict.DENIED.and(other));
        assertEquals(other, Verdict.UNKNOWN.and(other));
        assertEquals(other == Verdict.DENIED ? Verdict.DENIED : Verdict.PRICED, other.and(Verdict.PRICED));
    }
}

package app.lede.source;

import org.jspecify.annotations.Nullable;

/**
 * Consecutive failed polls. Any usable response ends the streak.
 *
 * @param points sum of the faults' weights; at {@link PollPlan#DEAD_POINTS} the source is dead
 */
public record ErrorStreak(
        int length,
        double points,
        @Nullable Fault first,
        @Nullable Fault last) {

    public static final ErrorStreak NONE = new ErrorStreak(0, 0, null, null);

    public ErrorStreak plus(Fault fault, Fault.Weight weight) {
        return new ErrorStreak(length + 1, points + weight.points(), first == null ? fault : first, fault);
    }

    public boolean isDead() {
        return points >= PollPlan.DEAD_POINTS;
    }
}

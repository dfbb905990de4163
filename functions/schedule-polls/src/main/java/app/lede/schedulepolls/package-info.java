/** The function schedule-polls: turns schedule ticks into poll jobs. */
@NullMarked
package app.lede.schedulepolls;

import org.jspecify.annotations.NullMarked;

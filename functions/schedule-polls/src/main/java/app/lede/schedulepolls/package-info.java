/** The function schedule-polls: a tick of the schedule to poll jobs. */
@NullMarked
package app.lede.schedulepolls;

import org.jspecify.annotations.NullMarked;

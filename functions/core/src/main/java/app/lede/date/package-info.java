/** Dates and times as people and programs write them: month names, zones, clocks, calendars. */
@NullMarked
package app.lede.date;

import org.jspecify.annotations.NullMarked;

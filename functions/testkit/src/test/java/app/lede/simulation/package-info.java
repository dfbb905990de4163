/** Simulates a month of polling thousands of publishers in seconds, beside a fixed hourly poller. */
@NullMarked
package app.lede.simulation;

import org.jspecify.annotations.NullMarked;

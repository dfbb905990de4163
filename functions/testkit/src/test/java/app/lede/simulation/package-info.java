/** A month of polling thousands of publishers in seconds, beside a poller that asks every hour. */
@NullMarked
package app.lede.simulation;

import org.jspecify.annotations.NullMarked;

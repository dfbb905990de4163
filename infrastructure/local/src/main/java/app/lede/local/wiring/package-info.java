/**
 * AWS's part between the services, on one machine: notifications, pollers, schedules, the API and the functions'
 * runtime.
 */
@NullMarked
package app.lede.local.wiring;

import org.jspecify.annotations.NullMarked;

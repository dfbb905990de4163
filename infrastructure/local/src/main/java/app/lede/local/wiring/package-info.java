/** What AWS does between the services, on one machine: notifications, pollers, ticks, the API and the functions' runtime. */
@NullMarked
package app.lede.local.wiring;

import org.jspecify.annotations.NullMarked;

/** The event bytes AWS sends, read into what the functions need of them. */
@NullMarked
package app.lede.aws.events;

import org.jspecify.annotations.NullMarked;

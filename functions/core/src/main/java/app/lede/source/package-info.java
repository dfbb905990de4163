/** What is polled, when, and how it is doing. */
@NullMarked
package app.lede.source;

import org.jspecify.annotations.NullMarked;

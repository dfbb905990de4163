/** What sites ask of robots (RFC 9309): which pages to leave alone, and how slowly to come. */
@NullMarked
package app.lede.robots;

import org.jspecify.annotations.NullMarked;

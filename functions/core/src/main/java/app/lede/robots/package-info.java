/** robots.txt (RFC 9309): rules, crawl delay, and the cache of answers. */
@NullMarked
package app.lede.robots;

import org.jspecify.annotations.NullMarked;

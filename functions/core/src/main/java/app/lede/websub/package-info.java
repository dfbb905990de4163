/** Pushes in place of polls: WebSub as a subscriber sees it (W3C Recommendation of 23 January 2018). */
@NullMarked
package app.lede.websub;

import org.jspecify.annotations.NullMarked;

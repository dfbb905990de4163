/** WebSub subscriber (W3C Recommendation, 23 January 2018): subscriptions, verification and signatures. */
@NullMarked
package app.lede.websub;

import org.jspecify.annotations.NullMarked;

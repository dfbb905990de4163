/** Tests of alerts against in-memory ports. */
@NullMarked
package app.lede.alert;

import org.jspecify.annotations.NullMarked;

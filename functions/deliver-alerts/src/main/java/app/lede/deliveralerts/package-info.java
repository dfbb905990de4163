/** The function deliver-alerts: finds what saved searches alert of. */
@NullMarked
package app.lede.deliveralerts;

import org.jspecify.annotations.NullMarked;

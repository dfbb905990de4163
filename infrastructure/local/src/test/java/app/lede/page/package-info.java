/** Tests of the page for people in a browser of this machine, on the local stack. */
@NullMarked
package app.lede.page;

import org.jspecify.annotations.NullMarked;

/** Word counting and comparison, uniform in every script. */
@NullMarked
package app.lede.text;

import org.jspecify.annotations.NullMarked;

/** Consistency of the template, the API description, the sample events and the code. */
@NullMarked
package app.lede.infrastructure;

import org.jspecify.annotations.NullMarked;

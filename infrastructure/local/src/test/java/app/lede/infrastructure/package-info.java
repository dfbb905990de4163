/** What the template, the API description and the sample events promise each other and the code. */
@NullMarked
package app.lede.infrastructure;

import org.jspecify.annotations.NullMarked;

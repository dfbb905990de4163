/** Reading and writing JSON: the project's own, and that of others. Knows no class of the domain. */
@NullMarked
package app.lede.json;

import org.jspecify.annotations.NullMarked;

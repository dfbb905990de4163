/** Writers of tables: JSON Lines and CSV. */
@NullMarked
package app.lede.publish.table;

import org.jspecify.annotations.NullMarked;

/** Reprocessing: runs stored documents through today's pipeline, shows what would change, and then makes it so. */
@NullMarked
package app.lede.reprocess;

import org.jspecify.annotations.NullMarked;

/** The function reprocess-articles: runs stored documents through today's pipeline. */
@NullMarked
package app.lede.reprocessarticles;

import org.jspecify.annotations.NullMarked;

/** The function summarise-article: turns article texts into article items. */
@NullMarked
package app.lede.summarisearticle;

import org.jspecify.annotations.NullMarked;

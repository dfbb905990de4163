/** The function summarise-article: the text of an article to its item. */
@NullMarked
package app.lede.summarisearticle;

import org.jspecify.annotations.NullMarked;

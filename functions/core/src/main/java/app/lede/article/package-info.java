/** What is kept: articles, their identity, their revisions, and where their texts are. */
@NullMarked
package app.lede.article;

import org.jspecify.annotations.NullMarked;

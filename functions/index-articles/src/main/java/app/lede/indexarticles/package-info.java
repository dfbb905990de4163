/** The function index-articles: turns changes of the articles table into segments of the search index. */
@NullMarked
package app.lede.indexarticles;

import org.jspecify.annotations.NullMarked;

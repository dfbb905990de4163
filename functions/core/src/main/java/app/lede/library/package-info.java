/** The stored form of articles: JSON as the library bucket and the articles table keep it. */
@NullMarked
package app.lede.library;

import org.jspecify.annotations.NullMarked;

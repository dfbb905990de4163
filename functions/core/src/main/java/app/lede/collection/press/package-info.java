/** Exports of press databases: many articles in one text, between separators and labelled fields. */
@NullMarked
package app.lede.collection.press;

import org.jspecify.annotations.NullMarked;

/** The query grammar of {@code q}: words, phrases, prefixes, fields, AND, OR, NOT and parentheses. */
@NullMarked
package app.lede.search.query;

import org.jspecify.annotations.NullMarked;

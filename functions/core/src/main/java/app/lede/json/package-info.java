/** The JSON form of the domain, for the library, the articles table, messages and the API. */
@NullMarked
package app.lede.json;

import org.jspecify.annotations.NullMarked;

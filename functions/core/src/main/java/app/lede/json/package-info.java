/** The one spelling of the domain in JSON: in the library, in the articles table, in messages and in the API's answers. */
@NullMarked
package app.lede.json;

import org.jspecify.annotations.NullMarked;

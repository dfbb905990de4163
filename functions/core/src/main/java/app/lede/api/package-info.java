/** The HTTP surface: routes from a request to an answer, without a server. */
@NullMarked
package app.lede.api;

import org.jspecify.annotations.NullMarked;

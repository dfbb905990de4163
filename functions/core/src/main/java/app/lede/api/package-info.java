/** The HTTP API: routes from requests to responses, without a server. */
@NullMarked
package app.lede.api;

import org.jspecify.annotations.NullMarked;

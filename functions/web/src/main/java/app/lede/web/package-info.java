/** The one way out to the internet: an HTTP client that can't be led to a private address or made to read without end. */
@NullMarked
package app.lede.web;

import org.jspecify.annotations.NullMarked;

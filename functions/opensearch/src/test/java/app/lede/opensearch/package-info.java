/** Tests that need no cluster. */
@NullMarked
package app.lede.opensearch;

import org.jspecify.annotations.NullMarked;

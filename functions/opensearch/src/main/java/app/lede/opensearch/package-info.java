/** Full-text index in an OpenSearch cluster, for libraries that outgrow segments in an object store. */
@NullMarked
package app.lede.opensearch;

import org.jspecify.annotations.NullMarked;

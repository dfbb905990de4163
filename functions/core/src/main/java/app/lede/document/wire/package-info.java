/** XML of news agencies: NITF, NewsML-G2 and NewsML 1. */
@NullMarked
package app.lede.document.wire;

import org.jspecify.annotations.NullMarked;

/** The two buckets as the domain's stores. */
@NullMarked
package app.lede.aws.s3;

import org.jspecify.annotations.NullMarked;

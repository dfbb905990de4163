/** S3 adapters of the documents and library stores. */
@NullMarked
package app.lede.aws.s3;

import org.jspecify.annotations.NullMarked;

/** Lambda runtime support: SQS batches, HTTP events, and one log line per item. */
@NullMarked
package app.lede.aws.lambda;

import org.jspecify.annotations.NullMarked;

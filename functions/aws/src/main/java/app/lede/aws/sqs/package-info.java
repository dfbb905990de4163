/** Queues of jobs. */
@NullMarked
package app.lede.aws.sqs;

import org.jspecify.annotations.NullMarked;

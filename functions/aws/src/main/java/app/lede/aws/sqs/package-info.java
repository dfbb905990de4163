/** SQS adapter of job queues. */
@NullMarked
package app.lede.aws.sqs;

import org.jspecify.annotations.NullMarked;

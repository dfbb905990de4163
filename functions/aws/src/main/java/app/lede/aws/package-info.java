/** Adapters to AWS: environment, DynamoDB, S3, SQS, events. */
@NullMarked
package app.lede.aws;

import org.jspecify.annotations.NullMarked;

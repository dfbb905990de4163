/** The emulators of DynamoDB, S3 and SQS in this JVM, each on a loopback port, or addresses of ones that run elsewhere. */
@NullMarked
package app.lede.local.engine;

import org.jspecify.annotations.NullMarked;

/** Emulators of DynamoDB, S3 and SQS in this JVM, each on a loopback port, or endpoints of external ones. */
@NullMarked
package app.lede.local.engine;

import org.jspecify.annotations.NullMarked;

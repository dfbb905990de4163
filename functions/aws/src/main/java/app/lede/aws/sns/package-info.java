/** Amazon SNS behind the core's ports. */
@NullMarked
package app.lede.aws.sns;

import org.jspecify.annotations.NullMarked;

/** Evaluates IAM policies as AWS documents it: identity and resource policies of one account. */
@NullMarked
package app.lede.local.policy;

import org.jspecify.annotations.NullMarked;

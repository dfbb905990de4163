/** DynamoDB adapters: articles, sources, and the state that coordinates the functions. */
@NullMarked
package app.lede.aws.dynamodb;

import org.jspecify.annotations.NullMarked;

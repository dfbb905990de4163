/** What is kept in DynamoDB: articles, sources, and what coordinates the functions. */
@NullMarked
package app.lede.aws.dynamodb;

import org.jspecify.annotations.NullMarked;

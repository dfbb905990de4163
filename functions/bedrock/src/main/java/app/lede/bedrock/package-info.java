/** Asks models of Amazon Bedrock by the Converse API. */
@NullMarked
package app.lede.bedrock;

import org.jspecify.annotations.NullMarked;

/** Tests of the Bedrock adapter against a local server that speaks the Converse wire format. */
@NullMarked
package app.lede.bedrock;

import org.jspecify.annotations.NullMarked;

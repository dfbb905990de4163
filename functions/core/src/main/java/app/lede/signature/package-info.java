/** HTTP message signatures (RFC 9421) with Ed25519, as crawlers sign with (Web Bot Auth). */
@NullMarked
package app.lede.signature;

import org.jspecify.annotations.NullMarked;

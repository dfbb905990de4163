/** {@code lede release}: checksums, signature and known advisories of a build. */
@NullMarked
package app.lede.local.command.release;

import org.jspecify.annotations.NullMarked;

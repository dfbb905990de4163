/** The adapters of {@code app.lede.aws} on engines that speak the real protocols: they keep to the same contracts as the ports in memory. */
@NullMarked
package app.lede.contract;

import org.jspecify.annotations.NullMarked;

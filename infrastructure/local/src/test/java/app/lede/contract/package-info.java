/**
 * Runs the contract tests of the ports against the {@code app.lede.aws} adapters on engines that speak the real
 * protocols.
 */
@NullMarked
package app.lede.contract;

import org.jspecify.annotations.NullMarked;

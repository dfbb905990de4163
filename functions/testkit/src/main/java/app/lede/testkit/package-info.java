/** Shared test support: in-memory ports, contract tests, sample events, a ticking clock. */
@NullMarked
package app.lede.testkit;

import org.jspecify.annotations.NullMarked;

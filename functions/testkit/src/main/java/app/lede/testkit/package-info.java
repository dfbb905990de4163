/** What the tests of every module share: in-memory ports, contract suites, real event bytes, a ticking clock. */
@NullMarked
package app.lede.testkit;

import org.jspecify.annotations.NullMarked;

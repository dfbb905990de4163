/**
 * URLs and HTTP semantics: canonical URLs, the SSRF guard's rules, response headers and outcomes, per-host politeness.
 */
@NullMarked
package app.lede.fetch;

import org.jspecify.annotations.NullMarked;

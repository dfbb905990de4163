/** What infrastructure/template.yaml says, as records: the one source of the local stack's wiring. */
@NullMarked
package app.lede.local.template;

import org.jspecify.annotations.NullMarked;

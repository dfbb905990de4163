/** Reads infrastructure/template.yaml into records, from which the local stack is wired. */
@NullMarked
package app.lede.local.template;

import org.jspecify.annotations.NullMarked;

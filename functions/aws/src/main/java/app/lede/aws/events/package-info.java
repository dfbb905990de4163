/** Parses AWS event JSON into records with the fields the functions use. */
@NullMarked
package app.lede.aws.events;

import org.jspecify.annotations.NullMarked;

/** Sources: feeds and sites, their poll schedule and health. */
@NullMarked
package app.lede.source;

import org.jspecify.annotations.NullMarked;

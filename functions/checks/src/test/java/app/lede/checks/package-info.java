/** Checks of the sources of every module: the format here, Error Prone and NullAway in this module's {@code pom.xml}. */
@NullMarked
package app.lede.checks;

import org.jspecify.annotations.NullMarked;

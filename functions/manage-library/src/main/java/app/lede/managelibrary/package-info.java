/** The function manage-library: every writing route of the API. */
@NullMarked
package app.lede.managelibrary;

import org.jspecify.annotations.NullMarked;

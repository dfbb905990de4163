/** The function manage-library: the writing routes of the API. */
@NullMarked
package app.lede.managelibrary;

import org.jspecify.annotations.NullMarked;

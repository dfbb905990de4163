@NullMarked
package app.lede.date;

import org.jspecify.annotations.NullMarked;

/** What a function is given on AWS: its environment and its clients. */
@NullMarked
package app.lede.aws;

import org.jspecify.annotations.NullMarked;

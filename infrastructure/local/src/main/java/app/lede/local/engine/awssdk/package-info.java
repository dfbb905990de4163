/**
 * The objects behind S3Proxy. S3Proxy tells from the name of a store's class what the store can do: {@code .awssdk.} stands for
 * stores that honour the conditions of writes, completions and deletes themselves, as this one does.
 */
@NullMarked
package app.lede.local.engine.awssdk;

import org.jspecify.annotations.NullMarked;

/** The function reconcile-documents: announces documents without an outcome again. */
@NullMarked
package app.lede.reconciledocuments;

import org.jspecify.annotations.NullMarked;

/** The function reconcile-documents: documents without an outcome to the parse queue. */
@NullMarked
package app.lede.reconciledocuments;

import org.jspecify.annotations.NullMarked;

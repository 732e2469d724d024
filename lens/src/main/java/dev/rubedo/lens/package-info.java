/** A page for development that shows what a program does with its database. Start reading at {@link dev.rubedo.lens.Lens}. */
@NullMarked
package dev.rubedo.lens;

import org.jspecify.annotations.NullMarked;

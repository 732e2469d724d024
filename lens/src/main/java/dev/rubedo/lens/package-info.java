/** A development page that shows the database activity of a program. Start reading at {@link dev.rubedo.lens.Lens}. */
@NullMarked
package dev.rubedo.lens;

import org.jspecify.annotations.NullMarked;

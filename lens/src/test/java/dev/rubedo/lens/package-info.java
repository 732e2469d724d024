/** Tests of the page, over HTTP and in a browser. */
@NullMarked
package dev.rubedo.lens;

import org.jspecify.annotations.NullMarked;

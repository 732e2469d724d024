/**
 * The shared listener mechanism. The events themselves are declared next to the code that fires them. Start reading at
 * {@link dev.rubedo.event.ListenerList}.
 */
@NullMarked
package dev.rubedo.event;

import org.jspecify.annotations.NullMarked;

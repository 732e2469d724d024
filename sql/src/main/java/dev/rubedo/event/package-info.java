/**
 * The shared mechanism of listeners. What the events are stands beside what fires them. Start reading at
 * {@link dev.rubedo.event.ListenerList}.
 */
@NullMarked
package dev.rubedo.event;

import org.jspecify.annotations.NullMarked;

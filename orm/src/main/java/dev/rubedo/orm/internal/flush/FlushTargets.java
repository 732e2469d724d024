package dev.rubedo.orm.internal.flush;

import dev.rubedo.engine.Connection;
import dev.rubedo.orm.flush.FlushAction;
import java.util.Map;

/** The databases that a flush writes to. Confined to one thread at a time. */
@FunctionalInterface
public interface FlushTargets {

    /** Returns the parts of a step by the connection that executes them, in the order of their first rows. */
    Map<Connection, FlushAction> split(FlushAction action);
}

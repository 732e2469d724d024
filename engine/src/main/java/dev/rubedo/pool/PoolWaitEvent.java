package dev.rubedo.pool;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;

/** The JDK Flight Recorder event of a wait for a connection. Confined to one thread at a time. */
@Name("rubedo.PoolWait")
@Label("Pool Wait")
@Category("Rubedo")
@Description("A wait for a connection while all are in use")
@Threshold("0 ms")
final class PoolWaitEvent extends Event {

    @Label("Succeeded")
    @Description("Whether a connection became free in time") boolean succeeded;

    @Label("Limit")
    @Description("The number of connections that may be in use at once") int limit;

    @Label("Waiting")
    @Description("The approximate number of waiting callers when the wait ended") int waiting;
}

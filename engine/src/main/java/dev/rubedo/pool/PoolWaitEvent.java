package dev.rubedo.pool;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;

/** A wait for a connection in a recording of JDK Flight Recorder. Confined to one thread at a time. */
@Name("rubedo.PoolWait")
@Label("Pool Wait")
@Category("Rubedo")
@Description("A wait for a connection that others have in use")
@Threshold("0 ms")
final class PoolWaitEvent extends Event {

    @Label("Succeeded")
    @Description("Whether a connection became free in time") boolean succeeded;

    @Label("Limit")
    @Description("The number of connections that may be in use at once") int limit;

    @Label("Waiting")
    @Description("About how many callers waited when the wait ended") int waiting;
}

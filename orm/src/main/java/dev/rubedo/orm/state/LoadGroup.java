package dev.rubedo.orm.state;

import java.util.ArrayList;
import java.util.List;

/**
 * The objects of one entity that came from the same result. Access to an unloaded attribute of one of them may load it
 * for all. Confined to one thread at a time, as its session is.
 */
public abstract class LoadGroup {

    private final List<ManagedEntity> members;

    /** Creates an empty group. */
    protected LoadGroup() {
        this(new ArrayList<>());
    }

    /** Creates a group backed by this list. */
    protected LoadGroup(List<ManagedEntity> members) {
        this.members = members;
    }

    /** Adds an object that was just loaded. */
    public final void add(ManagedEntity member) {
        members.add(member);
    }

    /** Returns the objects, in the order of the result. */
    public final List<ManagedEntity> members() {
        return members;
    }
}

package dev.rubedo.orm.state;

import java.util.ArrayList;
import java.util.List;

/**
 * The objects of one entity that came from the same result: touching an unloaded attribute of one of them may load it for
 * all. Confined to one thread at a time, as its session is.
 */
public abstract class LoadGroup {

    private final List<ManagedEntity> members = new ArrayList<>();

    /** Makes an empty group. */
    protected LoadGroup() {}

    /** Adds an object that was just loaded. */
    public final void add(ManagedEntity member) {
        members.add(member);
    }

    /** Returns the objects, in the order of the result. */
    public final List<ManagedEntity> members() {
        return members;
    }
}

package dev.rubedo.orm.library;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.state.InstanceState;
import java.util.List;

/**
 * What the changes have in common that {@link RandomWork} makes to objects, each done to the {@link World} too. What is not possible now is not
 * done. Confined to one thread at a time.
 */
class RandomChanges {

    final RandomWork work;

    RandomChanges(RandomWork work) {
        this.work = work;
    }

    World world() {
        return work.world;
    }

    /** A collection that was not told of a change is read again, or not looked at. */
    void forget(String owner, boolean lacks) {
        if (!work.expires() || work.maybe()) {
            work.run("session.expire(" + owner + ")", () -> work.session.expire(work.object(owner)));
            work.stale.remove(owner);
            work.lacking.remove(owner);
        } else {
            work.stale.add(owner);
            if (lacks) {
                work.lacking.add(owner);
            }
        }
    }

    /** What does not know its owner, being expired, cannot tell it that it leaves. */
    void readOrForgetOwner(String handle, String attribute, Runnable read) {
        String owner = world().get(handle, attribute);
        if (owner != null && !InstanceState.of(work.object(handle)).values().containsKey(attribute)) {
            if (!work.expires() || work.maybe()) {
                work.run(handle + "." + attribute + "()", read);
            } else {
                work.stale.add(owner);
            }
        }
    }

    void forgetIfLacking(String owner) {
        if (work.lacking.contains(owner)) {
            work.flush();
            work.run("session.expire(" + owner + ")", () -> work.session.expire(work.object(owner)));
            work.stale.remove(owner);
            work.lacking.remove(owner);
        }
    }

    void delete(String handle) {
        if (work.isPending(handle)) {
            work.flush();
        }
        work.run("session.delete(" + handle + ")", () -> work.session.delete(work.object(handle)));
        world().doom(handle, true);
    }

    /** A deletion is taken back, if that is not too late. */
    void keep() {
        List<String> kinds = List.of("author", "book", "member", "card", "club", "shelf", "box", "stamp", "loan",
                "media");
        String kind = kinds.get(work.choice(kinds.size()));
        String handle = work.any(world().going(kind).stream().filter(one -> world().isDoomed(one)).toList());
        if (handle == null || kind.equals("card") && !work.explicit.contains(handle)) {
            return;
        }
        if (work.isDeleted(handle)) {
            work.run("session.add(" + handle + ") is refused",
                    () -> assertThatThrownBy(() -> work.session.add(work.object(handle)))
                            .isInstanceOf(ObjectStateException.class));
            return;
        }
        world().doom(handle, false);
        if (world().isUnique() && !world().isGoing(handle)) {
            work.explicit.remove(handle);
            work.run("session.add(" + handle + ")", () -> work.session.add(work.object(handle)));
        } else {
            world().doom(handle, true);
        }
    }
}

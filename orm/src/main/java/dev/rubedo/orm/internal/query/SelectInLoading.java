package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads right after the owners, with one additional statement for all of them. Immutable.
 *
 * @param chunk the largest number of keys in a statement, or 0 for what suits the database
 * @param depth the number of levels of a self-reference
 */
record SelectInLoading(int chunk, int depth) implements LoaderStrategy {

    /** As many keys in a statement as suit the database, unless an option sets their number. */
    static final int DEFAULT_CHUNK = 0;

    @Override
    public void contribute(Planned plan, RelationshipProperty relationship) {
        plan.afterRows(relationship, this);
    }

    @Override
    public void afterRows(Work work, List<ManagedEntity> owners, RelationshipProperty relationship) {
        if (chunk == DEFAULT_CHUNK) {
            work.load(owners, relationship);
        } else {
            work.load(owners, relationship, chunk);
        }
    }

    @Override
    public void onTouch(Work work, ManagedEntity owner, RelationshipProperty relationship) {
        work.autoflush(relationship);
        work.load(work.companions(owner, relationship), relationship);
    }

    @Override
    public LoaderStrategy toDepth(int levels) {
        return new SelectInLoading(chunk, levels);
    }

    @Override
    public @Nullable LoaderStrategy deeper() {
        return depth == ANY_DEPTH ? this : depth > 1 ? new SelectInLoading(chunk, depth - 1) : null;
    }

    @Override
    public String toString() {
        return "select-in" + (chunk == DEFAULT_CHUNK ? "" : " of " + chunk) + LoaderStrategy.depthText(depth);
    }
}

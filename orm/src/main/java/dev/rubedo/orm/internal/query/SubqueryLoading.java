package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;

/**
 * Loads right after the owners, with one additional statement that contains the query of the owners as a subquery.
 * Immutable.
 */
final class SubqueryLoading implements LoaderStrategy {

    @Override
    public void contribute(Planned plan, RelationshipProperty relationship) {
        plan.afterRows(relationship, this);
    }

    @Override
    public void afterRows(Work work, List<ManagedEntity> owners, RelationshipProperty relationship) {
        work.loadByQuery(owners, relationship);
    }

    @Override
    public void onTouch(Work work, ManagedEntity owner, RelationshipProperty relationship) {
        work.autoflush(relationship);
        work.load(work.companions(owner, relationship), relationship);
    }

    @Override
    public String toString() {
        return "subquery";
    }
}

package dev.rubedo.orm.internal.flush;

import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.flush.FlushAction.Pair;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.result.ParameterWriter;
import java.util.List;
import java.util.Objects;

/** Writes the rows of join tables. Confined to one thread at a time. */
final class LinkWriter {

    private final FlushTarget target;

    LinkWriter(FlushTarget target) {
        this.target = target;
    }

    /** Inserts rows that link pairs. */
    void link(RelationshipProperty relationship, List<Pair> pairs) {
        List<FlushStatements.LinkColumn> columns = target.statements().linkedColumns(relationship);
        target.run(target.statements().link(relationship), pairs.size(),
                (row, out) -> bindLink(columns, pairs.get(row), out));
    }

    /** Deletes the rows that link pairs. */
    void unlink(RelationshipProperty relationship, List<Pair> pairs) {
        List<FlushStatements.LinkColumn> columns = target.statements().linkColumns(relationship);
        long[] counts = target.run(target.statements().unlink(relationship), pairs.size(),
                (row, out) -> bindLink(columns, pairs.get(row), out));
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 1 && counts[i] != java.sql.Statement.SUCCESS_NO_INFO) {
                Pair pair = pairs.get(i);
                throw new StaleDataException(relationship.owner().name(),
                        String.valueOf(relationship.owner().storedKey(pair.owner())),
                        "The row of join table \"" + relationship.link().table().name() + "\" between "
                                + EntityInternals.describe(pair.owner()) + " and "
                                + EntityInternals.describe(pair.target())
                                + " no longer exists: another transaction deleted it. Roll back, load again and repeat the change.");
            }
        }
    }

    private static void bindLink(List<FlushStatements.LinkColumn> columns, Pair pair, ParameterWriter out) {
        for (FlushStatements.LinkColumn column : columns) {
            if (column.attribute() < 0) {
                out.set(column.defaultValue());
                continue;
            }
            ManagedEntity end = column.ofOwner() ? pair.owner() : pair.target();
            out.set(Objects.requireNonNull(EntityInternals.before(end, column.attribute())));
        }
    }
}

package dev.rubedo.orm.internal.query;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.internal.query.Place.JoinedPlace;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.Update;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Translates an UPDATE of an entity that is stored in several tables to one of the table whose columns it sets. The
 * other tables that its condition needs are read by EXISTS. Used for one statement. Confined to one thread at a time.
 */
final class JoinedUpdates {

    private final EntityRewriter rewriter;

    JoinedUpdates(EntityRewriter rewriter) {
        this.rewriter = rewriter;
    }

    Update<Void> update(Update<?> update, EntityPath<?> path, JoinedPlace place) {
        if (!update.selectList().isEmpty() || !update.explicitFroms().isEmpty() || !update.ctes().isEmpty()
                || !update.dialectClauses().isEmpty()) {
            throw new InvalidStatementException("\"" + path
                    + "\" is stored in several tables, so an UPDATE of it can"
                    + " have no WITH, FROM, RETURNING or clause of a dialect. Update one table, or change the objects in"
                    + " a session.");
        }
        EntityTable target = target(update, path, place);
        RowSource source = place.sources().get(target.slot());
        Update<Void> made = Sql.update((TableReference) source);
        for (Assignment<?> assignment : update.assignments()) {
            made = set(made, assignment, place, source);
        }
        Condition whole = Place.all(List.of(rewriter.condition(update.conditions()), rewriter.filter(place)));
        List<RowSource> others = others(place, target, whole);
        return others.isEmpty() ? made.where(whole) : made.where(exists(place, target, others, whole));
    }

    private static EntityTable target(Update<?> update, EntityPath<?> path, JoinedPlace place) {
        EntityTable target = null;
        for (Assignment<?> assignment : update.assignments()) {
            if (!(assignment.column() instanceof Attribute<?, ?> attribute)) {
                throw new InvalidStatementException("\"" + assignment.column().name() + "\" is not an attribute of \""
                        + path + "\". Update the table that has the column.");
            }
            EntityTable own = place.mapper().tableOf(attribute.index());
            if (target != null && target != own) {
                throw new InvalidStatementException("An UPDATE changes one table, but it sets columns of \""
                        + target.table().name() + "\" and of \"" + own.table().name() + "\". Use one UPDATE for each.");
            }
            target = own;
        }
        if (target == null) {
            throw new InvalidStatementException("The UPDATE of \"" + path + "\" sets no column. Add set(...).");
        }
        return target;
    }

    @SuppressWarnings("unchecked")
    private <V extends @Nullable Object> Update<Void> set(Update<Void> made, Assignment<V> assignment,
            JoinedPlace place,
            RowSource target) {
        SettableColumn<V> column = rewriter.column(assignment.column());
        Expression<V> value = (Expression<V>) rewriter.expression(assignment.value());
        for (FromClause read : FromList.sources(List.<Projection<?>>of(value))) {
            if (read != target && place.sources().contains(read)) {
                throw new InvalidStatementException("\"" + assignment.column().name()
                        + "\" is set to a value from another table of the same entity, which an UPDATE of one table"
                        + " cannot read. Select the value in a subquery, or change the objects.");
            }
        }
        return made.set(column, value);
    }

    /**
     * Returns the tables to read: those of subclasses, without which a row is not one of the entity, and those above
     * that the condition names.
     */
    private static List<RowSource> others(JoinedPlace place, EntityTable target, Condition whole) {
        Set<FromClause> named = whole == NoCondition.NONE ? Set.of() : FromList.sources(List.of(whole));
        List<RowSource> others = new ArrayList<>();
        for (int slot = 0; slot < place.sources().size(); slot++) {
            RowSource source = place.sources().get(slot);
            if (slot > target.slot() || slot < target.slot() && named.contains(source)) {
                others.add(source);
            }
        }
        return others;
    }

    private static Condition exists(JoinedPlace place, EntityTable target, List<RowSource> others, Condition whole) {
        List<Condition> parts = new ArrayList<>();
        for (RowSource other : others) {
            EntityTable table = place.mapper().tables().get(place.sources().indexOf(other));
            for (int i = 0; i < target.key().size(); i++) {
                parts.add(new Comparison(column(place, table, i), Operator.EQ, column(place, target, i)));
            }
        }
        parts.add(whole);
        FromClause[] froms = others.toArray(new FromClause[0]);
        Select<?> one = Sql.select(Sql.literalColumn("1", Types.INTEGER)).from(froms);
        return one.where(Place.all(parts)).correlateExcept(froms).exists();
    }

    private static ColumnReference<?> column(JoinedPlace place, EntityTable table, int part) {
        return place.at(table.key().get(part));
    }

    /** Returns the error for an INSERT or DELETE, which would have to write to each table. */
    static InvalidStatementException unwritable(EntityPath<?> path, Place place) {
        if (place.mapper().isReadOnly()) {
            return new InvalidStatementException("\"" + path + "\" is read from a query, so its rows cannot be "
                    + "written. Write to the entities that the query reads.");
        }
        return new InvalidStatementException("\"" + path + "\" is stored in several tables ("
                + place.mapper().tables().stream().map(table -> table.table().name()).collect(Collectors.joining(", "))
                + "). Insert its rows with bulkInsert(...) of a session or as objects. A session deletes its rows in all"
                + " tables, by a DELETE without WITH, USING and RETURNING.");
    }
}

package dev.rubedo.orm.internal.flush;

import dev.rubedo.engine.CachedStatement;
import dev.rubedo.engine.Connection;
import dev.rubedo.orm.internal.query.PlanCache;
import dev.rubedo.orm.internal.query.PlanCache.Use;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ColumnDefault;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.Update;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of a flush, each built and compiled once. Confined to one thread at a time. */
final class FlushStatements {

    /**
     * A column of a join table. Immutable.
     *
     * @param column the column
     * @param ofOwner whether it refers to the owner of the relationship rather than to the target
     * @param attribute the referenced attribute; -1 for a column that refers to neither and has a default
     */
    record LinkColumn(Column<?> column, boolean ofOwner, int attribute) {

        /** Returns the default of a column that refers to neither side. */
        @Nullable
        Object defaultValue() {
            return switch (column.insertDefault()) {
                case ColumnDefault.Value<?> value -> value.value();
                case ColumnDefault.Supplied<?> supplied -> supplied.supplier().get();
                case ColumnDefault.Computed<?> computed -> null;
                case null -> null;
            };
        }
    }

    private record InsertShape(BitSet attributes, boolean keyComes, boolean filledComes) {}

    /** The rows of an entity in one of its tables. */
    private record Rows(Mapper<?> mapper, EntityTable table) {}

    private final Connection connection;
    private final PlanCache plans;

    FlushStatements(Connection connection, PlanCache plans) {
        this.connection = connection;
        this.plans = plans;
    }

    private static Object subject(Mapper<?> mapper, EntityTable table) {
        return mapper.tables().size() == 1 ? mapper : new Rows(mapper, table);
    }

    /**
     * Returns the INSERT of some attributes. If the database returns anything, rows are inserted with {@code
     * insertRows}, which returns the generated key first and then the attributes that the database filled. In a table
     * of a subclass the key comes before these attributes.
     */
    CachedStatement insert(Mapper<?> mapper, EntityTable table, BitSet attributes, boolean keyComes,
            boolean filledComes) {
        return plans.statement(Use.INSERT, subject(mapper, table), new InsertShape(attributes, keyComes, filledComes),
                () -> {
                    Insert<Void> insert = Sql.insertInto(table.table());
                    if (table.slot() > 0) {
                        for (Column<?> column : table.key()) {
                            insert = value(insert, column, "key_" + column.name());
                        }
                    }
                    int[] all = mapper.inTableOrder(attributes);
                    for (int attribute : all) {
                        insert = value(insert, mapper.column(attribute), "value" + attribute);
                    }
                    for (int attribute : mapper.defaults().filledOnInsert()) {
                        Expression<?> expression = mapper.defaults().insertExpression(attribute);
                        if (expression != null && !attributes.get(attribute) && mapper.tableOf(attribute) == table) {
                            insert = computed(insert, mapper.column(attribute), expression);
                        }
                    }
                    if (filledComes) {
                        return prepare(returning(insert, filledIn(mapper, table, attributes)));
                    }
                    return keyComes ? connection.prepared().prepareForKeys(insert, mapper.column(mapper.generated()))
                            : prepare(insert);
                });
    }

    private static List<Column<?>> filledIn(Mapper<?> mapper, EntityTable table, BitSet given) {
        List<Column<?>> columns = new ArrayList<>();
        int generated = mapper.generated();
        if (table.slot() == 0 && generated >= 0 && !given.get(generated)) {
            columns.add(mapper.column(generated));
        }
        for (int attribute : mapper.defaults().filledOnInsert()) {
            if (!given.get(attribute) && mapper.tableOf(attribute) == table) {
                columns.add(mapper.column(attribute));
            }
        }
        return columns;
    }

    private static Statement<?> returning(Insert<Void> insert, List<Column<?>> columns) {
        return columns.size() == 1 ? insert.returning(columns.get(0))
                : insert.returning(columns.get(0), columns.get(1),
                        columns.subList(2, columns.size()).toArray(new Column<?>[0]));
    }

    private CachedStatement prepare(Statement<?> statement) {
        return connection.prepared().prepare(statement);
    }

    private static <T> Insert<Void> value(Insert<Void> insert, Column<T> column, String name) {
        return insert.values(column, Sql.bind(name, column.type()));
    }

    // the expression of a default has the type of its column
    @SuppressWarnings("unchecked")
    private static <T> Insert<Void> computed(Insert<Void> insert, Column<T> column, Expression<?> value) {
        return insert.values(column, (Expression<T>) value);
    }

    @SuppressWarnings("unchecked")
    private static <T> Update<Void> computed(Update<Void> update, Column<T> column, Expression<?> value) {
        return update.set(column, (Expression<T>) value);
    }

    private static <T> Update<Void> set(Update<Void> update, Column<T> column, String name) {
        return update.set(column, Sql.bind(name, column.type()));
    }

    CachedStatement update(Mapper<?> mapper, EntityTable table, BitSet attributes) {
        return plans.statement(Use.UPDATE, subject(mapper, table), attributes,
                () -> prepare(update(mapper, table, attributes, byKey(mapper, table, true))));
    }

    CachedStatement foreignKeyUpdate(Mapper<?> mapper, EntityTable table, BitSet attributes) {
        if (mapper.version() < 0 || table.slot() > 0) {
            return update(mapper, table, attributes);
        }
        return plans.statement(Use.FOREIGN_KEY, subject(mapper, table), attributes,
                () -> prepare(update(mapper, table, attributes, byKey(mapper, table, false))));
    }

    private static Update<Void> update(Mapper<?> mapper, EntityTable table, BitSet attributes, Condition condition) {
        Update<Void> update = Sql.update(table.table());
        int[] all = mapper.inTableOrder(attributes);
        for (int attribute : all) {
            update = set(update, mapper.column(attribute), "value" + attribute);
        }
        for (int attribute : mapper.defaults().filledOnUpdate()) {
            Expression<?> expression = mapper.defaults().updateExpression(attribute);
            if (expression != null && !attributes.get(attribute) && mapper.tableOf(attribute) == table) {
                update = computed(update, mapper.column(attribute), expression);
            }
        }
        return update.where(condition);
    }

    private static Condition byKey(Mapper<?> mapper, EntityTable table, boolean withVersion) {
        List<Condition> parts = new ArrayList<>();
        int[] key = mapper.primaryKey();
        for (int i = 0; i < key.length; i++) {
            parts.add(equal(table.key().get(i), "key" + key[i]));
        }
        if (withVersion && mapper.version() >= 0 && table.slot() == 0) {
            parts.add(equal(mapper.column(mapper.version()), "version"));
        }
        return all(parts);
    }

    private static Condition all(List<Condition> parts) {
        return parts.size() == 1 ? parts.get(0) : Junction.of(Junction.Kind.AND, parts);
    }

    private static Condition equal(Column<?> column, String name) {
        return new Comparison(column, Operator.EQ, Sql.bind(name, column.type()));
    }

    CachedStatement delete(Mapper<?> mapper, EntityTable table) {
        return plans.statement(Use.DELETE, subject(mapper, table), "",
                () -> prepare(Sql.deleteFrom(table.table()).where(byKey(mapper, table, true))));
    }

    CachedStatement link(RelationshipProperty relationship) {
        return plans.statement(Use.LINK, relationship, "", () -> {
            Insert<Void> insert = Sql.insertInto(relationship.link().table());
            for (LinkColumn link : linkedColumns(relationship)) {
                insert = value(insert, link.column, link.column.name());
            }
            return prepare(insert);
        });
    }

    CachedStatement unlink(RelationshipProperty relationship) {
        return plans.statement(Use.UNLINK, relationship, "", () -> {
            List<Condition> parts = new ArrayList<>();
            for (LinkColumn link : linkColumns(relationship)) {
                parts.add(equal(link.column, link.column.name()));
            }
            return prepare(Sql.deleteFrom(relationship.link().table()).where(all(parts)));
        });
    }

    /**
     * Returns the columns of the join table that an INSERT gives values, in its own order: those of
     * {@link #linkColumns}, and those with a default that is determined in Java.
     */
    List<LinkColumn> linkedColumns(RelationshipProperty relationship) {
        List<LinkColumn> keys = linkColumns(relationship);
        List<LinkColumn> columns = new ArrayList<>();
        for (Column<?> column : relationship.link().table().columns()) {
            keys.stream().filter(key -> key.column.equals(column)).findFirst().ifPresentOrElse(columns::add, () -> {
                if (column.insertDefault() != null
                        && !(column.insertDefault() instanceof ColumnDefault.Computed<?>)) {
                    columns.add(new LinkColumn(column, false, -1));
                }
            });
        }
        return columns;
    }

    /** Returns the columns of the join table in its own order, so that both directions write the same statement. */
    List<LinkColumn> linkColumns(RelationshipProperty relationship) {
        List<LinkColumn> columns = new ArrayList<>();
        for (Column<?> column : relationship.link().table().columns()) {
            int owner = relationship.link().ownerColumns().indexOf(column);
            int target = relationship.link().targetColumns().indexOf(column);
            if (owner >= 0) {
                columns.add(new LinkColumn(column, true, relationship.local()[owner]));
            } else if (target >= 0) {
                columns.add(new LinkColumn(column, false, relationship.remote()[target]));
            }
        }
        return columns;
    }
}

package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.orm.internal.query.CriteriaOption;
import dev.rubedo.orm.internal.query.OrmPlanner;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.StatementOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Executes a DELETE of an entity whose rows, or those of its subclasses, are in several tables: it queries the keys and
 * deletes their rows in each table, those of subclasses first. Confined to one thread at a time.
 */
final class JoinedDeletes {

    private final UnitOfWork unit;
    private final OrmPlanner planner;

    JoinedDeletes(UnitOfWork unit, OrmPlanner planner) {
        this.unit = unit;
        this.planner = planner;
    }

    /** Returns the mapper of the statement's entity if several tables are involved, or null. */
    @Nullable
    Mapper<?> involved(Delete<?> delete) {
        if (!(delete.target() instanceof EntityPath<?> path) || !delete.selectList().isEmpty()
                || !delete.explicitFroms().isEmpty() || !delete.ctes().isEmpty()) {
            return null;
        }
        Mapper<?> mapper = unit.model().mapper(path);
        return mapper.tables().size() > 1 || tables(mapper).size() > 1 ? mapper : null;
    }

    private static List<EntityTable> tables(Mapper<?> mapper) {
        if (mapper.definition().isPassivelyDeleted()) {
            return List.of(mapper.tables().get(0));
        }
        Set<EntityTable> tables = new LinkedHashSet<>(mapper.tables());
        for (Mapper<?> other : mapper.hierarchy().mappers()) {
            if (other.isA(mapper)) {
                tables.addAll(other.tables());
            }
        }
        List<EntityTable> sorted = new ArrayList<>(tables);
        sorted.sort((one, other) -> Integer.compare(other.slot(), one.slot()));
        return sorted;
    }

    /** Deletes the rows and returns how many objects they stored. */
    long execute(Connection connection, Delete<?> delete, Mapper<?> mapper,
            Map<String, ? extends @Nullable Object> values) {
        EntityPath<?> path = (EntityPath<?>) delete.target();
        List<Projection<?>> columns = new ArrayList<>();
        for (int key : mapper.primaryKey()) {
            columns.add(path.attribute(mapper.definition().attribute(key).name()).orElseThrow());
        }
        Select<Row> select = Sql.select(columns).from(path).where(delete.conditions()).options(delete.statementOptions()
                .stream().filter(CriteriaOption.class::isInstance).toArray(StatementOption[]::new));
        List<Map<String, @Nullable Object>> keys = new ArrayList<>();
        for (Row row : connection.execute(planner.resolve(select), values).all()) {
            Map<String, @Nullable Object> key = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                key.put("key" + i, row.get(i + 1));
            }
            keys.add(key);
        }
        if (keys.isEmpty()) {
            return 0;
        }
        for (EntityTable table : tables(mapper)) {
            Delete<Void> rows = Sql.deleteFrom(table.table());
            for (int i = 0; i < table.key().size(); i++) {
                Column<?> column = table.key().get(i);
                rows = rows.where(new Comparison(column, Operator.EQ, Sql.bind("key" + i, column.type())));
            }
            connection.executeMany(rows, Collections.unmodifiableList(keys));
        }
        return keys.size();
    }
}

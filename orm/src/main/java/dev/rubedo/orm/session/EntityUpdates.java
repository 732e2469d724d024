package dev.rubedo.orm.session;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.internal.flush.Versions;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.StatementOption;
import dev.rubedo.sql.Update;
import dev.rubedo.sql.Walker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Completes an UPDATE of an entity as a flush does: it raises the version, and an entity in several tables is updated by
 * one statement for each table. Stateless and thread-safe.
 */
final class EntityUpdates {

    private EntityUpdates() {}

    /** Returns the statement with an assignment of the next version, unless it assigns the version or has none. */
    static <T extends @Nullable Object> Update<T> versioned(Update<T> update, Mapper<?> mapper, EntityPath<?> path) {
        int version = mapper.writtenVersion();
        if (version < 0 || update.assignments().isEmpty() || attributes(update).contains(version)) {
            return update;
        }
        Attribute<?, ?> attribute = path.attribute(mapper.definition().attribute(version).name()).orElseThrow();
        return mapper.columnDefinition(version).nextVersion() != null
                ? generated(update, attribute, Versions.first(mapper)) : raised(update, attribute);
    }

    private static Set<Integer> attributes(Update<?> update) {
        return update.assignments().stream().map(Assignment::column).filter(Attribute.class::isInstance)
                .map(column -> ((Attribute<?, ?>) column).index()).collect(Collectors.toSet());
    }

    private static <T extends @Nullable Object, V> Update<T> raised(Update<T> update, Attribute<?, V> version) {
        return update.set(version, version.plus(1));
    }

    @SuppressWarnings("unchecked") // the method of the version returns values of its type
    private static <T extends @Nullable Object, V> Update<T> generated(Update<T> update, Attribute<?, V> version,
            Object value) {
        return update.set(version, (V) value);
    }

    /**
     * Returns an update for each table whose columns are set, in an order in which no statement changes what the
     * condition of a later one reads. An update of one table is returned as it is.
     *
     * @param criteria the conditions that restrict the rows besides those of the statement
     * @throws InvalidStatementException if there is no such order
     */
    static List<Update<?>> byTable(Update<?> update, Mapper<?> mapper, EntityPath<?> path,
            List<Condition> criteria) {
        if (mapper.tables().size() == 1 || !update.selectList().isEmpty() || !update.explicitFroms().isEmpty()
                || !update.ctes().isEmpty()) {
            return List.of(update);
        }
        Map<EntityTable, List<Assignment<?>>> tables = new LinkedHashMap<>();
        for (Assignment<?> assignment : update.assignments()) {
            if (!(assignment.column() instanceof Attribute<?, ?> attribute)) {
                return List.of(update);
            }
            tables.computeIfAbsent(mapper.tableOf(attribute.index()), any -> new ArrayList<>()).add(assignment);
        }
        if (tables.size() < 2) {
            return List.of(update);
        }
        Set<String> read = new HashSet<>();
        Walker reading = new Walker() {
            @Override
            public void expression(Expression<?> node) {
                if (node instanceof Attribute<?, ?> attribute) {
                    read.add(attribute.name());
                }
                super.expression(node);
            }
        };
        reading.expression(update.conditions());
        criteria.forEach(reading::expression);
        List<Update<?>> first = new ArrayList<>();
        List<Update<?>> last = new ArrayList<>();
        tables.forEach((table, assignments) -> {
            boolean isRead = assignments.stream()
                    .anyMatch(one -> one.column() instanceof Attribute<?, ?> column && read.contains(column.name()));
            (isRead ? last : first).add(part(update, path, assignments));
        });
        if (last.size() > 1) {
            throw new InvalidStatementException("The UPDATE of \"" + path + "\" sets columns of several tables ("
                    + tables.keySet().stream().map(table -> table.table().name()).collect(Collectors.joining(", "))
                    + ") that its condition reads, so the second statement would not find the rows of the first."
                    + " Use one UPDATE for each, or change the objects.");
        }
        first.addAll(last);
        return first;
    }

    private static Update<?> part(Update<?> update, EntityPath<?> path, List<Assignment<?>> assignments) {
        Update<Void> part = Sql.update(path).where(update.conditions())
                .options(update.statementOptions().toArray(new StatementOption[0]));
        for (Assignment<?> assignment : assignments) {
            part = set(part, assignment);
        }
        return part;
    }

    @SuppressWarnings("unchecked") // the value was assigned to this column before
    private static <V extends @Nullable Object> Update<Void> set(Update<Void> update, Assignment<V> assignment) {
        return update.set(assignment.column(), (Expression<V>) assignment.value());
    }
}

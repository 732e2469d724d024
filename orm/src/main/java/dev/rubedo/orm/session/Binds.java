package dev.rubedo.orm.session;

import dev.rubedo.compile.StatementTables;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TableReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The engines of the entities and tables of a session factory. Immutable. Thread-safe. */
final class Binds {

    private final Engine home;
    private final Engine[] byMapper;
    private final Map<TableReference, Engine> byTable = new HashMap<>();

    /**
     * @param home the engine of everything else
     * @param types the engines of entity classes, their superclasses and interfaces
     * @param tables the engines of tables
     */
    Binds(Engine home, Model model, Map<Class<?>, Engine> types, Map<Table, Engine> tables) {
        this.home = home;
        this.byMapper = new Engine[model.mappers().size()];
        byTable.putAll(tables);
        for (Mapper<?> mapper : model.mappers()) {
            byMapper[mapper.position()] = engine(mapper, types, tables);
        }
        for (Mapper<?> mapper : model.mappers()) {
            Engine engine = of(mapper);
            Mapper<?> root = mapper.hierarchy().root();
            if (of(root) != engine) {
                throw new IllegalArgumentException("\"" + mapper.name() + "\" is bound to " + engine + ", but \""
                        + root.name() + "\", whose rows are in the same hierarchy, to " + of(root) + ". Bind \""
                        + root.name() + "\" alone.");
            }
            for (EntityTable table : mapper.tables()) {
                Engine other = byTable.putIfAbsent(table.table(), engine);
                if (other != null && other != engine) {
                    throw new IllegalArgumentException("Entity \"" + mapper.name() + "\" is bound to " + engine
                            + ", but its table \"" + table.table().name() + "\" to " + other
                            + ". Remove one of the binds.");
                }
            }
        }
        for (Mapper<?> mapper : model.mappers()) {
            for (RelationshipProperty relationship : mapper.relationships()) {
                if (relationship.kind() == RelationshipProperty.Kind.MANY_TO_MANY) {
                    byTable.putIfAbsent(relationship.link().table(), of(relationship.owner()));
                }
            }
        }
    }

    private Engine engine(Mapper<?> mapper, Map<Class<?>, Engine> types, Map<Table, Engine> tables) {
        for (Class<?> type = mapper.definition().type(); type != null; type = type.getSuperclass()) {
            Engine engine = ofType(type, types);
            if (engine != null) {
                return engine;
            }
        }
        for (Mapper<?> above = mapper; above != null; above = above.parent()) {
            Engine engine = tables.get(above.table());
            if (engine != null) {
                return engine;
            }
        }
        return home;
    }

    private static @Nullable Engine ofType(Class<?> type, Map<Class<?>, Engine> types) {
        Engine engine = types.get(type);
        Class<?>[] interfaces = type.getInterfaces();
        for (int i = 0; engine == null && i < interfaces.length; i++) {
            engine = ofType(interfaces[i], types);
        }
        return engine;
    }

    /** Returns the engine of what is not bound. */
    Engine home() {
        return home;
    }

    /** Returns all engines. */
    Set<Engine> engines() {
        Set<Engine> engines = new LinkedHashSet<>();
        engines.add(home);
        engines.addAll(byTable.values());
        return engines;
    }

    Engine of(Mapper<?> mapper) {
        return byMapper[mapper.position()];
    }

    Engine of(TableReference table) {
        return byTable.getOrDefault(table, home);
    }

    /**
     * Returns the engine of a statement.
     *
     * @param statement a statement about tables
     * @throws InvalidStatementException if its tables are in several databases
     */
    Engine of(Statement<?> statement) {
        Collection<TableReference> tables = StatementTables.of(statement).read();
        Engine found = null;
        TableReference first = null;
        for (TableReference table : tables) {
            Engine engine = of(table);
            if (first == null) {
                found = engine;
                first = table;
            } else if (engine != found) {
                throw apart(first, table);
            }
        }
        return found == null ? home : found;
    }

    private InvalidStatementException apart(TableReference one, TableReference other) {
        // in the order of their names, so that the message is the same each time
        boolean isOrdered = one.toString().compareTo(other.toString()) <= 0;
        TableReference first = isOrdered ? one : other;
        TableReference second = isOrdered ? other : one;
        return new InvalidStatementException("Table \"" + first + "\" is in " + of(first) + ", but table \"" + second
                + "\" is in " + of(second) + ". A statement is executed in one database: load a relationship between"
                + " them with selectIn(...) or lazy(...) instead of joined(...), and query their entities separately.");
    }
}

package dev.rubedo.schema;

import dev.rubedo.graph.Cycles;
import dev.rubedo.graph.Edge;
import dev.rubedo.graph.TopologicalSort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tables in an order in which each comes after the tables it refers to. Foreign keys that no order satisfies, or that
 * are declared with {@code useAlter()}, are created afterwards. Immutable.
 *
 * @param tables the tables in order
 * @param deferred the foreign keys to create after all tables
 */
record SchemaOrder(List<Table> tables, Set<ForeignKey> deferred) {
    static SchemaOrder of(Collection<Table> some) {
        var tables = some.stream().sorted(Comparator.comparing(Table::label)).toList();
        var inside = new HashSet<>(tables);
        var keys = new ArrayList<ForeignKey>();
        var deferred = new LinkedHashSet<ForeignKey>();
        for (var table : tables) {
            for (var key : table.foreignKeys()) {
                if (key.isAltered()) {
                    deferred.add(key);
                } else if (!key.target().equals(table) && inside.contains(key.target())) {
                    keys.add(key);
                }
            }
        }
        var cycles = Cycles.components(tables, edges(keys, tables));
        for (var key : keys) {
            if (cycles.stream().anyMatch(cycle -> cycle.contains(key.table()) && cycle.contains(key.target()))) {
                deferred.add(key);
            }
        }
        keys.removeAll(deferred);
        var edges = new ArrayList<>(edges(keys, tables));
        edges.addAll(views(tables, edges));
        return new SchemaOrder(TopologicalSort.sort(tables, edges), deferred);
    }

    private static List<Edge<Table>> edges(List<ForeignKey> keys, List<Table> tables) {
        var edges = new ArrayList<Edge<Table>>();
        keys.forEach(key -> edges.add(new Edge<>(key.target(), key.table())));
        for (var table : tables) {
            table.dependencies().stream().filter(other -> other != table && tables.contains(other))
                    .forEach(other -> edges.add(new Edge<>(other, table)));
        }
        return edges;
    }

    /**
     * Views come after the tables that they read. For a query given as SQL, only names are compared, so a cycle of such
     * matches is not a dependency.
     */
    private static List<Edge<Table>> views(List<Table> tables, List<Edge<Table>> others) {
        var edges = new ArrayList<Edge<Table>>();
        for (var view : tables) {
            var definition = view.viewDefinition();
            if (definition != null) {
                tables.stream().filter(table -> table != view && definition.reads(table))
                        .forEach(table -> edges.add(new Edge<>(table, view)));
            }
        }
        var all = new ArrayList<>(others);
        all.addAll(edges);
        var cycles = Cycles.components(tables, all);
        edges.removeIf(edge -> cycles.stream().anyMatch(
                cycle -> cycle.size() > 1 && cycle.contains(edge.before()) && cycle.contains(edge.after())));
        return edges;
    }
}

package dev.rubedo.schema;

import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Walker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An index on columns or expressions. Immutable. */
public final class Index implements TableItem {
    private final Parts parts;
    private final @Nullable Table table;

    private Index(Parts parts, @Nullable Table table) {
        this.parts = parts;
        this.table = table;
    }

    /**
     * Declares an index.
     *
     * @param columns the names of its columns
     */
    public static Index on(String... columns) {
        return new Index(
                new Parts("", List.of(columns), List.of(), false, NoCondition.NONE, List.of(), "", Map.of(), List.of()),
                null);
    }

    /**
     * Declares an index.
     *
     * @param terms its columns or expressions, optionally with a direction
     */
    public static Index on(OrderTerm... terms) {
        return new Index(
                new Parts("", List.of(), List.of(terms), false, NoCondition.NONE, List.of(), "", Map.of(), List.of()),
                null);
    }

    /**
     * Returns this index with a name.
     *
     * @param name the name
     */
    public Index named(String name) {
        return with(new Parts(name, parts.names, parts.terms, parts.isUnique, parts.condition, parts.including,
                parts.method, parts.options, parts.dialects));
    }

    /** Returns this index as a unique index. */
    public Index unique() {
        return with(new Parts(parts.name, parts.names, parts.terms, true, parts.condition, parts.including,
                parts.method, parts.options, parts.dialects));
    }

    /**
     * Returns this index as a partial index on the rows for which a condition holds.
     *
     * @param condition the condition; values in it are written into the DDL
     */
    public Index where(Condition condition) {
        return with(new Parts(parts.name, parts.names, parts.terms, parts.isUnique, parts.condition.and(condition),
                parts.including, parts.method, parts.options, parts.dialects));
    }

    /**
     * Returns this index with additional columns that are not part of the key ({@code INCLUDE}).
     *
     * @param columns the names of the columns
     */
    public Index including(String... columns) {
        return with(new Parts(parts.name, parts.names, parts.terms, parts.isUnique, parts.condition,
                Stream.concat(parts.including.stream(), Stream.of(columns)).toList(), parts.method, parts.options,
                parts.dialects));
    }

    /**
     * Returns this index with an access method of the database.
     *
     * @param method the method, such as {@code gin}
     */
    public Index using(String method) {
        return with(new Parts(parts.name, parts.names, parts.terms, parts.isUnique, parts.condition, parts.including,
                method, parts.options, parts.dialects));
    }

    /**
     * Returns this index with an option of one dialect.
     *
     * @param dialect the name of the dialect
     * @param name the name of the option
     * @param value its value
     */
    public Index option(String dialect, String name, String value) {
        var options = new TreeMap<>(parts.options);
        options.put(dialect + "." + name, value);
        return with(new Parts(parts.name, parts.names, parts.terms, parts.isUnique, parts.condition, parts.including,
                parts.method, options, parts.dialects));
    }

    /**
     * Returns this index existing on some dialects only; on others it is neither created nor dropped.
     *
     * @param dialects the names of the dialects
     */
    public Index onlyOn(String... dialects) {
        return with(new Parts(parts.name, parts.names, parts.terms, parts.isUnique, parts.condition, parts.including,
                parts.method, parts.options, List.of(dialects)));
    }

    /**
     * Returns whether this index exists on a dialect.
     *
     * @param dialect the name of the dialect
     */
    public boolean isOn(String dialect) {
        return parts.dialects.isEmpty() || parts.dialects.contains(dialect);
    }

    private Index with(Parts changed) {
        return new Index(changed, table);
    }

    /** Returns this index with other terms and another condition, for another table. */
    Index withTerms(OrderTerm[] terms, Condition condition) {
        return new Index(new Parts(parts.name, parts.names, List.of(terms), parts.isUnique, condition, parts.including,
                parts.method, parts.options, parts.dialects), null);
    }

    Index attach(Table owner) {
        var terms = new ArrayList<OrderTerm>(parts.terms);
        parts.names.forEach(name -> terms.add(owner.require(name)));
        parts.including.forEach(owner::require);
        return new Index(new Parts(parts.name, List.of(), terms, parts.isUnique, parts.condition, parts.including,
                parts.method, parts.options, parts.dialects), owner);
    }

    /** Returns the name; empty if there is none yet. */
    public String name() {
        return parts.name;
    }

    /**
     * Returns the table: the one that declares it, or that of its first column.
     *
     * @throws IllegalStateException if there is neither
     */
    public Table table() {
        if (table != null) {
            return table;
        }
        return columns().stream().map(Column::table).findFirst().orElseThrow(() -> new IllegalStateException(
                "Index \"" + parts.name + "\" " + parts.names
                        + " does not belong to a table: add it to one, or use the columns of one"));
    }

    /** Returns its columns and expressions; empty if it was declared by names and belongs to no table yet. */
    public List<OrderTerm> terms() {
        return parts.terms;
    }

    /** Returns the names of the columns that it was declared with; empty if it was declared with terms or belongs to a table. */
    public List<String> declaredNames() {
        return parts.names;
    }

    /** Returns the columns in its expressions, in order. */
    public List<Column<?>> columns() {
        var columns = new ArrayList<Column<?>>();
        var walker = new Walker() {
            @Override
            public void expression(Expression<?> node) {
                if (node instanceof Column<?> column) {
                    columns.add(column);
                }
                super.expression(node);
            }
        };
        parts.terms.forEach(term -> walker.expression(term.term()));
        return columns;
    }

    /** Returns whether this is a unique index. */
    public boolean isUnique() {
        return parts.isUnique;
    }

    /** Returns the condition of a partial index; {@link NoCondition} for all rows. */
    public Condition condition() {
        return parts.condition;
    }

    /** Returns the names of the additional columns that are not part of the key. */
    public List<String> includedNames() {
        return parts.including;
    }

    /** Returns the access method; empty for the database's default. */
    public String method() {
        return parts.method;
    }

    /** Returns the dialect-specific options, by {@code dialect.name}. */
    public Map<String, String> options() {
        return parts.options;
    }

    @Override
    public String toString() {
        String terms = Stream.concat(parts.names.stream(), parts.terms.stream().map(Object::toString))
                .collect(Collectors.joining(", "));
        return (parts.isUnique ? "UNIQUE INDEX " : "INDEX ") + (parts.name.isEmpty() ? "" : parts.name + " ")
                + (table == null ? "" : "ON " + table + " ") + "(" + terms + ")"
                + (parts.condition == NoCondition.NONE ? "" : " WHERE " + parts.condition);
    }

    /** Everything except the table. */
    private record Parts(String name, List<String> names, List<OrderTerm> terms, boolean isUnique, Condition condition,
            List<String> including, String method, Map<String, String> options,
            List<String> dialects) {
        private Parts {
            names = List.copyOf(names);
            terms = List.copyOf(terms);
            including = List.copyOf(including);
            dialects = List.copyOf(dialects);
            options = Collections.unmodifiableMap(new TreeMap<>(options));
            if (names.isEmpty() && terms.isEmpty()) {
                throw new IllegalArgumentException("An index needs columns");
            }
        }
    }
}

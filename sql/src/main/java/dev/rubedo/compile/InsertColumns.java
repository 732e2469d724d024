package dev.rubedo.compile;

import dev.rubedo.compile.ColumnDefaults.Default;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.TableReference;
import dev.rubedo.type.EnumType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.TypeFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns that an INSERT fills: those it assigns, in the order of the table, and those with a default. For an
 * INSERT from a query, the given order is kept to match the query, and defaults come last.
 *
 * <p>Immutable.
 */
public final class InsertColumns {

    private final Insert<?> insert;
    private final List<Cell> cells;
    private final List<Default> defaults;
    private final TableReference table;

    private InsertColumns(Insert<?> insert, TableReference table, List<Cell> cells, List<Default> defaults) {
        this.insert = insert;
        this.table = table;
        this.cells = List.copyOf(cells);
        this.defaults = List.copyOf(defaults);
    }

    static InsertColumns of(Insert<?> insert, TableReference table, DialectTraits traits) {
        var given = given(insert, table);
        var names = new HashSet<String>();
        given.forEach(column -> names.add(column.name()));
        var defaults = new ArrayList<Default>();
        List<Default> sequences = List.of();
        if (!insert.isWithoutDefaults()) {
            defaults.addAll(ColumnDefaults.forInsert(table, names));
            sequences = ColumnDefaults.sequences(table, names);
        }
        if (traits.supports(Feature.SEQUENCES)) {
            defaults.addAll(sequences);
        } else {
            sequences.stream().map(Default::column)
                    .filter(column -> !(column instanceof Column<?> declared
                            && TableDefinition.isAutoincrement(declared)))
                    .forEach(column -> traits.require(Feature.SEQUENCES, "the sequence of column \"" + column.path()
                            + "\""));
        }
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < given.size(); i++) {
            cells.add(new Given(given.get(i), i));
        }
        int values = (int) defaults.stream().filter(each -> each.expression() == null).count();
        int offset = 0;
        for (var each : defaults) {
            cells.add(new Filled(each, values, each.expression() == null ? offset++ : 0));
        }
        if (insert.query() == null) {
            var order = new HashMap<String, Integer>();
            for (var column : table.columns()) {
                order.put(column.name(), order.size());
            }
            cells.sort(Comparator.comparing(cell -> order.getOrDefault(cell.column().name(), order.size())));
        }
        return new InsertColumns(insert, table, cells, defaults);
    }

    /** Returns the columns that an INSERT assigns. A query without listed columns fills all that are not computed. */
    private static List<SettableColumn<?>> given(Insert<?> insert, TableReference table) {
        if (insert.query() != null) {
            return insert.queryColumns().isEmpty() ? all(table) : insert.queryColumns();
        }
        return insert.rows().isEmpty() ? List.of() : insert.rows().get(0).columns();
    }

    private static List<SettableColumn<?>> all(TableReference table) {
        return table.columns().stream()
                .filter(column -> !column.isComputed())
                .<SettableColumn<?>>map(column -> column).toList();
    }

    /** Returns the columns, in the order in which they are written; possibly none. */
    public List<SettableColumn<?>> names() {
        return cells.stream().<SettableColumn<?>>map(Cell::column).toList();
    }

    /**
     * Returns the number of inserted rows; one for an INSERT without values, and for one from a query.
     */
    public int rows() {
        return Math.max(1, insert.rows().size());
    }

    /** Writes the values of a row, separated by {@code ", "}. */
    public void writeRow(int row, RenderContext out) {
        for (int i = 0; i < cells.size(); i++) {
            out.sql(i == 0 ? "" : ", ");
            writeValue(row, i, out);
        }
    }

    /**
     * Writes a single value.
     *
     * @param row the index of the row, from 0
     * @param column the position of the column in {@link #names()}
     * @param out the writer
     */
    public void writeValue(int row, int column, RenderContext out) {
        var cell = cells.get(column);
        var value = cell.value(row, insert);
        if (value == null) {
            cell.write(row, insert, out);
        } else {
            cell.write(NewValues.inserted(cell.column(), value, table, name -> value(name, row, out)), out);
        }
    }

    private @Nullable Expression<?> value(String column, int row, RenderContext out) {
        for (var cell : cells) {
            if (cell.column().name().equals(column)) {
                var value = cell.value(row, insert);
                return value == null && cell instanceof Filled filled
                        ? NewValues.parameter(filled.source(), filled.number(row, insert, out), out)
                        : value;
            }
        }
        return null;
    }

    /** Returns the query of the INSERT with the defaults as additional columns. */
    Selectable<?> query(Selectable<?> query, RenderContext out) {
        if (defaults.isEmpty()) {
            return query;
        }
        var select = query instanceof Select<?> plain ? plain : over(query);
        var values = new LinkedHashMap<SettableColumn<?>, Expression<?>>();
        var byName = new HashMap<String, Expression<?>>();
        int offset = 0;
        for (var each : defaults) {
            var expression = each.expression();
            Expression<?> value = expression == null
                    ? NewValues.parameter(each, out.numberOf(insert) + offset++, out) : expression;
            values.put(each.column(), value);
            byName.put(each.column().name(), value);
        }
        var more = new ArrayList<Projection<?>>();
        values.forEach((column, value) -> more.add(NewValues.inserted(column, value, table, name -> {
            var other = byName.get(name);
            return other == null ? selected(column, name, select) : other;
        })));
        return select.addColumns(more.toArray(Projection<?>[]::new));
    }

    /** Returns what the query selects for a column that a default refers to, if it can be repeated. */
    private Expression<?> selected(SettableColumn<?> column, String name, Select<?> select) {
        var names = given(insert, table).stream().map(SettableColumn::name).toList();
        int at = names.indexOf(name);
        var expression = at < 0 || at >= select.columns().size() ? null : select.columns().get(at);
        var value = expression instanceof Labeled<?> labeled ? labeled.expression() : expression;
        if (value == null || !NewValues.isPlain(value)) {
            throw new InvalidStatementException("fromSelect(): the default of column \"" + column.name() + "\" of \""
                    + table.label() + "\" refers to column \"" + name + "\", which the query "
                    + (value == null ? "does not fill. Select it"
                            : "computes. Select from a subquery with the computed column")
                    + ", select a value for \"" + column.name() + "\", or call withoutDefaults().");
        }
        return value;
    }

    private static Select<?> over(Selectable<?> query) {
        return Sql.select(query.subquery());
    }

    /** The value of one column in one row. */
    private sealed interface Cell {

        SettableColumn<?> column();

        /** Returns the expression in a row, or null for a default that is computed in Java. */
        @Nullable
        Expression<?> value(int row, Insert<?> insert);

        /** Writes the expression, in which other columns of the row are resolved. */
        void write(Expression<?> value, RenderContext out);

        /** Writes a default that is computed in Java. */
        default void write(int row, Insert<?> insert, RenderContext out) {
            throw new IllegalStateException("Column \"" + column().name() + "\" has an expression");
        }
    }

    /** A value that the statement gives. */
    private record Given(SettableColumn<?> column, int position) implements Cell {

        @Override
        public Expression<?> value(int row, Insert<?> insert) {
            return insert.rows().get(row).assignments().get(position).value();
        }

        @Override
        public void write(Expression<?> value, RenderContext out) {
            writeValue(column.type(), value, out);
        }
    }

    /** A default. */
    private record Filled(Default source, int valuesPerRow, int offset) implements Cell {

        @Override
        public SettableColumn<?> column() {
            return source.column();
        }

        @Override
        public @Nullable Expression<?> value(int row, Insert<?> insert) {
            return source.expression();
        }

        @Override
        public void write(Expression<?> value, RenderContext out) {
            out.operand(value, Parentheses.EVERYTHING);
        }

        @Override
        public void write(int row, Insert<?> insert, RenderContext out) {
            out.bindDefault(source.column(), number(row, insert, out));
        }

        /** Returns the number of the value to compute for a row. */
        int number(int row, Insert<?> insert, RenderContext out) {
            return out.numberOf(insert) + row * valuesPerRow + offset;
        }
    }

    /**
     * Returns whether a constant whose type follows from its class is inserted into a column that has that type under
     * another name.
     */
    private static boolean isOtherName(SqlType<?> column, SqlType<?> value) {
        return column instanceof EnumType<?> declared && value instanceof EnumType<?> own
                && declared.javaType() == own.javaType();
    }

    /** Writes a value for a column. A parameter without an explicit type gets that of the column. */
    static void writeValue(SqlType<?> type, Expression<?> value, RenderContext out) {
        if (value instanceof BindParameter<?> parameter) {
            boolean isUntyped = parameter.type().family() == TypeFamily.UNKNOWN;
            out.bind(parameter, isUntyped || isOtherName(type, parameter.type()) ? type : parameter.type());
        } else {
            out.operand(value, Parentheses.EVERYTHING);
        }
    }
}

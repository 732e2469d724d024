package dev.rubedo.sql;

import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A function in {@code FROM}. Immutable.
 *
 * @param function the function
 * @param name the name
 * @param columnNames its columns
 * @param isLateral whether it can refer to preceding items of {@code FROM}
 * @param hasOrdinality whether the last column numbers the rows: {@code WITH ORDINALITY}
 * @param definesTypes whether the columns are written with their types: {@code AS t(a INTEGER, b TEXT)}
 */
public record TableFunction(FunctionCall<?> function, AliasName name, List<ColumnName> columnNames, boolean isLateral,
        boolean hasOrdinality, boolean definesTypes) implements RowSource {
    /** Checks the components. */
    public TableFunction {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(name, "name");
        columnNames = List.copyOf(columnNames);
        if (columnNames.isEmpty()) {
            throw new IllegalArgumentException("A function in FROM requires the declaration of its columns: "
                    + function.name());
        }
    }

    @Override
    public List<ColumnReference<?>> columns() {
        return DerivedColumns.named(this, columnNames);
    }

    /**
     * Returns this function under another name, so that it can be used twice.
     *
     * @param alias the name
     */
    public TableFunction as(String alias) {
        return new TableFunction(function, AliasName.of(alias), columnNames, isLateral, hasOrdinality, definesTypes);
    }

    /** Returns this function as a lateral one, which can refer to preceding items of {@code FROM}. */
    public TableFunction lateral() {
        return new TableFunction(function, name, columnNames, true, hasOrdinality, definesTypes);
    }

    /**
     * Returns this function with a column that numbers its rows.
     *
     * @param column the name of that column
     */
    public TableFunction withOrdinality(String column) {
        var more = new ArrayList<>(columnNames);
        more.add(new ColumnName(column, Types.BIGINT));
        return new TableFunction(function, name, more, isLateral, true, definesTypes);
    }

    /**
     * Returns this function with the types of its columns written after its alias. PostgreSQL requires them for a
     * function that returns records of any kind, such as {@code json_to_recordset}.
     *
     * @throws IllegalStateException if its rows are numbered, because the database does not allow both
     */
    public TableFunction withTypes() {
        if (hasOrdinality) {
            throw new IllegalStateException(
                    "withTypes() cannot be combined with withOrdinality(...): the database does not allow both.");
        }
        return new TableFunction(function, name, columnNames, isLateral, false, true);
    }

    @Override
    public String label() {
        return name.text();
    }

    // The name distinguishes the sources of a statement; hashing the source would walk it for every column.
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public void describe(Structure out) {
        name.describe(out);
        out.part(columnNames);
        out.part(isLateral);
        out.part(hasOrdinality);
        out.part(definesTypes);
        out.expression(function);
    }

    @Override
    public TableFunction rewrite(Rewriter rewriter) {
        var changed = function.rewrite(rewriter);
        return Rewriter.same(changed, function) ? this
                : new TableFunction(changed, name, columnNames, isLateral, hasOrdinality, definesTypes);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}

package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;

/**
 * Constant rows as a table: {@code (VALUES (1, 2), (3, 4)) AS name (a, b)}. Immutable.
 *
 * @param name the name
 * @param columnNames its columns
 * @param rows the rows, at least one, each with a value for every column
 */
public record ValuesTable(AliasName name, List<ColumnName> columnNames,
        List<List<Expression<?>>> rows) implements RowSource {
    /** Checks the components. */
    public ValuesTable {
        Objects.requireNonNull(name, "name");
        columnNames = List.copyOf(columnNames);
        rows = rows.stream().map(List::copyOf).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("VALUES \"" + name + "\" needs a row");
        }
        for (var row : rows) {
            if (row.size() != columnNames.size()) {
                throw new IllegalArgumentException("VALUES \"" + name + "\" has " + columnNames.size()
                        + " columns, but a row has " + row.size() + " values");
            }
        }
    }

    @Override
    public List<ColumnReference<?>> columns() {
        return DerivedColumns.named(this, columnNames);
    }

    /**
     * Returns these rows under another name, so that it can be used twice.
     *
     * @param alias the name
     */
    public ValuesTable as(String alias) {
        return new ValuesTable(AliasName.of(alias), columnNames, rows);
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
        out.part(rows.size());
        for (var row : rows) {
            out.expressions(row);
        }
    }

    @Override
    public ValuesTable rewrite(Rewriter rewriter) {
        var changed = Rewriter.list(rows, rewriter::expressions);
        return Rewriter.same(changed, rows) ? this : new ValuesTable(name, columnNames, changed);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}

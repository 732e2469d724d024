package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;

/**
 * A table or a common table expression under another name. Immutable.
 *
 * @param source what is renamed
 * @param name the name
 */
public record Alias(RowSource source, AliasName name) implements RowSource {
    /** Checks the parts. */
    public Alias {
        Objects.requireNonNull(name, "name");
        source = source instanceof TableReference table ? table.original() : source;
        if (!(source instanceof TableReference) && !(source instanceof CommonTableExpression)) {
            throw new IllegalArgumentException(
                    "Only tables and common table expressions have aliases: " + source.label());
        }
    }

    @Override
    public List<ColumnReference<?>> columns() {
        return DerivedColumns.of(this, source.columns());
    }

    @Override
    public String label() {
        return name.text();
    }

    // The name tells sources of one statement apart; hashing what is below would walk it for every column.
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public void describe(Structure out) {
        name.describe(out);
        out.from(source);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}

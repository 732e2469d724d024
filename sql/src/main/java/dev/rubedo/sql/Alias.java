package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;

/**
 * A table or a common table expression under another name. Immutable.
 *
 * @param source the table or common table expression that is renamed
 * @param name the name
 */
public record Alias(RowSource source, AliasName name) implements RowSource {
    /** Checks the components. */
    public Alias {
        Objects.requireNonNull(name, "name");
        source = source instanceof TableReference table ? table.original() : source;
        if (!(source instanceof TableReference) && !(source instanceof CommonTableExpression)) {
            throw new IllegalArgumentException(
                    "Only tables and common table expressions can have aliases: " + source.label());
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

    // The name distinguishes the sources of a statement; hashing the source would walk it for every column.
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
    public Alias rewrite(Rewriter rewriter) {
        var changed = rewriter.source(source);
        return Rewriter.same(changed, source) ? this : new Alias(changed, name);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}

package dev.rubedo.migrate.source;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.operation.MigrationOperation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes operations as the Java of a revision, for one database: SQL in defaults, checks and views is written in the
 * dialect of that database. Classes of the application are not used, because revisions outlive them. Immutable.
 */
public final class JavaSource implements OperationSource {
    private final Dialect dialect;
    private final ItemSource items;

    private JavaSource(Dialect dialect, ItemSource items) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.items = Objects.requireNonNull(items, "items");
    }

    /**
     * Returns the source for a database.
     *
     * @param dialect the dialect of the database
     */
    public static JavaSource of(Dialect dialect) {
        return new JavaSource(dialect, item -> Optional.empty());
    }

    /**
     * Returns this source with a rule that customizes how some items are written.
     *
     * @param rule writes them
     */
    public JavaSource withItems(ItemSource rule) {
        return new JavaSource(dialect, rule);
    }

    @Override
    public List<String> statements(List<MigrationOperation> operations) {
        return new StatementSource(new SourceWriter(dialect, items), "op").all(operations);
    }

    @Override
    public List<String> imports(List<MigrationOperation> operations) {
        var out = new SourceWriter(dialect, items);
        new StatementSource(out, "op").all(operations);
        return out.imports();
    }
}

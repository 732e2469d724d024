package dev.rubedo.migrate.batch;

import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.ColumnChange;
import dev.rubedo.migrate.operation.CreateIndexOperation;
import dev.rubedo.migrate.operation.DropIndexOperation;
import dev.rubedo.migrate.operation.TableOperation;
import dev.rubedo.schema.Computed;
import dev.rubedo.sql.TextFragment;
import java.util.regex.Pattern;

/** The changes that SQLite makes without recreating a table. Stateless. */
final class PlainChange {
    private static final Pattern CONSTANT = Pattern
            .compile("(?i)\\(?\\s*([+-]?[\\d.]+|'(?:[^']|'')*'|null|true|false)\\s*\\)?");

    private PlainChange() {}

    static boolean isPossible(TableOperation operation) {
        return switch (operation) {
            case CreateIndexOperation create -> true;
            case DropIndexOperation drop -> true;
            case AddColumnOperation add -> isPlain(add);
            case AlterColumnOperation alter -> alter.change().name() != null
                    && alter.change().equals(ColumnChange.NONE.withName(alter.change().name()));
            case TableOperation other -> false;
        };
    }

    private static boolean isPlain(AddColumnOperation add) {
        var column = add.column();
        var computed = column.computed();
        if (computed != null && computed.storage() == Computed.Storage.STORED || !add.constraints().isEmpty()) {
            return false;
        }
        var value = column.serverDefault();
        boolean isConstant = value == null || !(value instanceof TextFragment<?> text)
                || CONSTANT.matcher(text.text().strip()).matches();
        return isConstant && (column.isNullable() || value != null || computed != null);
    }
}

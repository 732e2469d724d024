package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.TableOperation;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.TypeFamily;
import java.util.List;

/**
 * The expressions that convert the values of a column to a type without an implicit conversion, as in PostgreSQL: by
 * their text, or booleans as 1 and 0. Stateless.
 */
final class TypeConversions {
    private TypeConversions() {}

    static List<MigrationOperation> added(List<MigrationOperation> operations, Dialect dialect) {
        return dialect.catalogTraits().has(CatalogTrait.CONVERTS_BY_USING)
                ? operations.stream().map(operation -> converting(operation, dialect)).toList()
                : operations;
    }

    private static MigrationOperation converting(MigrationOperation operation, Dialect dialect) {
        return switch (operation) {
            case BatchOperation batch -> new BatchOperation(batch.table(),
                    batch.operations().stream().map(each -> (TableOperation) converting(each, dialect)).toList(),
                    batch.options());
            case AlterColumnOperation alter when needsConversion(alter) -> new AlterColumnOperation(alter.table(),
                    alter.column(), alter.change(), alter.existing(), conversion(alter, dialect));
            case MigrationOperation other -> other;
        };
    }

    private static boolean needsConversion(AlterColumnOperation alter) {
        SqlType<?> from = alter.existing().type();
        SqlType<?> to = alter.change().type();
        if (from == null || to == null || !alter.using().isEmpty()) {
            return false;
        }
        return needsConversion(from, to);
    }

    private static boolean needsConversion(SqlType<?> from, SqlType<?> to) {
        if (from instanceof ArrayType<?> one && to instanceof ArrayType<?> other) {
            return needsConversion(one.element(), other.element());
        }
        var before = from.family();
        var after = to.family();
        return before == TypeFamily.ENUM || after == TypeFamily.ENUM || before != after
                && !(before.isNumeric() && after.isNumeric()) && after != TypeFamily.TEXT;
    }

    /** A number is true unless it is zero; true is 1. */
    private static String conversion(AlterColumnOperation alter, Dialect dialect) {
        var column = dialect.quoter().quote(alter.column());
        SqlType<?> from = alter.existing().type();
        SqlType<?> to = alter.change().type();
        if (from == null || to == null) {
            return column + "::text";
        }
        if (from.family().isNumeric() && to.family() == TypeFamily.BOOLEAN) {
            return column + " <> 0";
        }
        var through = from.family() == TypeFamily.BOOLEAN && to.family().isNumeric() ? "::integer::" : "::text::";
        return column + through + dialect.typeName(to);
    }
}

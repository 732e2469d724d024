package dev.rubedo.migrate.snapshot;

import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.type.EnumType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.Optional;

/**
 * Separates the checks of enumerations stored as text from their types if a naming convention names them: a revision
 * has no naming convention, and the check must have the same name wherever the table is created. Stateless.
 */
final class TypeChecks {
    private TypeChecks() {}

    /** Returns the named check that the type of a column adds to its table; empty if it adds none. */
    static Optional<CheckConstraint> named(Column<?> column) {
        if (!(column.type() instanceof EnumeratedType<?> type) || !type.isChecked() || type.isNative()) {
            return Optional.empty();
        }
        var table = column.table();
        boolean isShared = table.columns().stream().anyMatch(other -> !other.equals(column)
                && other.type() instanceof EnumeratedType<?> another && another.name().equals(type.name()));
        var name = table.metaData().namingConvention().typeCheckName(table, column.name(),
                type.name().isEmpty() || isShared ? column.name() : type.name());
        return name.isEmpty() ? Optional.empty() : Optional.of(CheckConstraint
                .of(Column.column(column.name(), Types.string(type.length())).in(type.labels())).named(name));
    }

    /** Returns the type of a column without such a check. */
    static SqlType<?> unchecked(Column<?> column) {
        return named(column).isEmpty() ? column.type() : switch (column.type()) {
            case EnumType<?> type -> type.asString();
            case LabelType type -> type.asString();
            case SqlType<?> other -> other;
        };
    }
}

package dev.rubedo.migrate.compare;

import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A filter that removes excluded objects from both schemas. Confined to one thread at a time. */
final class SchemaFilter {
    private final ComparisonOptions options;
    private final Set<String> excluded = new HashSet<>();

    SchemaFilter(ComparisonOptions options) {
        this.options = options;
    }

    /**
     * Both schemas without excluded objects. Immutable.
     *
     * @param from the schema of the database
     * @param to the schema of the model
     */
    record Filtered(SchemaSnapshot from, SchemaSnapshot to) {}

    Filtered filter(SchemaSnapshot from, SchemaSnapshot to) {
        ask(from, to, true);
        ask(to, from, false);
        return new Filtered(without(from), without(to));
    }

    private static String key(ObjectKind kind, String name, TableName table) {
        return kind + " " + table + " " + name;
    }

    private void ask(SchemaSnapshot schema, SchemaSnapshot others, boolean isReflected) {
        for (var table : schema.tables().values()) {
            var other = others.tables().get(table.name());
            ask(ObjectKind.TABLE, table.name().name(), table.name(), table, isReflected, other);
            if (isExcluded(ObjectKind.TABLE, table.name().name(), table.name())) {
                continue;
            }
            for (var column : table.columns()) {
                ask(ObjectKind.COLUMN, column.name(), table.name(), column, isReflected,
                        other == null ? null : other.find(column.name()).orElse(null));
            }
            for (var constraint : table.constraints()) {
                ask(kind(constraint.kind()), constraint.name(), table.name(), constraint, isReflected,
                        other == null ? null : other(constraint, other));
            }
            for (var index : table.indexes()) {
                ask(ObjectKind.INDEX, index.name(), table.name(), index, isReflected,
                        other == null ? null : other.findIndex(index.name()).orElse(null));
            }
        }
        schema.sequences().forEach((name, sequence) -> ask(ObjectKind.SEQUENCE, name.name(), name, sequence,
                isReflected, others.sequences().get(name)));
        schema.views().forEach((name, view) -> ask(ObjectKind.VIEW, name.name(), name, view, isReflected,
                others.views().get(name)));
    }

    /** A table has only one primary key, whatever its name. */
    private static @Nullable ConstraintSnapshot other(ConstraintSnapshot constraint, TableSnapshot table) {
        return constraint.kind() == ConstraintKind.PRIMARY_KEY
                ? table.primaryKey().map(ConstraintSnapshot.Primary::new).orElse(null)
                : constraint.name().isEmpty() ? null : table.findConstraint(constraint.name()).orElse(null);
    }

    private void ask(ObjectKind kind, String name, TableName table, Object definition, boolean isReflected,
            @Nullable Object other) {
        boolean isNamed = switch (kind) {
            case TABLE, SEQUENCE, VIEW ->
                !options.isOmitted(table) && (!isReflected || options.names().includes(kind, name, table.schema()));
            case SCHEMA, COLUMN, PRIMARY_KEY, UNIQUE_CONSTRAINT, FOREIGN_KEY, CHECK_CONSTRAINT, EXCLUSION_CONSTRAINT,
                    INDEX ->
                !isReflected || options.names().includes(kind, name, table.toString());
        };
        if (!isNamed || !options.objects()
                .includes(new ComparedObject(kind, name, table, definition, isReflected, other))) {
            excluded.add(key(kind, name, table));
        }
    }

    private boolean isExcluded(ObjectKind kind, String name, TableName table) {
        return excluded.contains(key(kind, name, table));
    }

    static ObjectKind kind(ConstraintKind kind) {
        return switch (kind) {
            case PRIMARY_KEY -> ObjectKind.PRIMARY_KEY;
            case UNIQUE -> ObjectKind.UNIQUE_CONSTRAINT;
            case FOREIGN_KEY -> ObjectKind.FOREIGN_KEY;
            case CHECK -> ObjectKind.CHECK_CONSTRAINT;
            case EXCLUSION -> ObjectKind.EXCLUSION_CONSTRAINT;
        };
    }

    private SchemaSnapshot without(SchemaSnapshot schema) {
        var kept = schema;
        for (var table : schema.tables().values()) {
            kept = isExcluded(ObjectKind.TABLE, table.name().name(), table.name()) ? kept.without(table.name())
                    : kept.with(without(table));
        }
        for (var name : schema.sequences().keySet()) {
            kept = isExcluded(ObjectKind.SEQUENCE, name.name(), name) ? kept.withoutSequence(name) : kept;
        }
        for (var name : schema.views().keySet()) {
            kept = isExcluded(ObjectKind.VIEW, name.name(), name) ? kept.withoutView(name) : kept;
        }
        return kept;
    }

    private TableSnapshot without(TableSnapshot table) {
        return table.withColumns(table.columns().stream().filter(column -> isKept(table, column)).toList())
                .withConstraints(table.constraints().stream().filter(each -> isKept(table, each)).toList())
                .withIndexes(table.indexes().stream().filter(index -> isKept(table, index)).toList());
    }

    private boolean isKept(TableSnapshot table, ColumnSnapshot column) {
        return !isExcluded(ObjectKind.COLUMN, column.name(), table.name());
    }

    private boolean isKept(TableSnapshot table, ConstraintSnapshot constraint) {
        return !isExcluded(kind(constraint.kind()), constraint.name(), table.name());
    }

    private boolean isKept(TableSnapshot table, IndexSnapshot index) {
        return !isExcluded(ObjectKind.INDEX, index.name(), table.name());
    }
}

package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.schema.ConstraintDetails;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The removal of irrelevant differences: objects that a model declares only for other databases, and objects that a
 * database creates automatically. Immutable.
 */
final class SchemaAlignment {
    private final Dialect dialect;

    SchemaAlignment(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Returns the part of a model that is declared for this database. */
    SchemaSnapshot declared(SchemaSnapshot model) {
        var kept = model;
        for (var table : model.tables().values()) {
            kept = kept.with(table
                    .withConstraints(
                            table.constraints().stream().filter(each -> details(each).isOn(dialect.name())).toList())
                    .withColumns(table.columns().stream().map(column -> column.withChecks(column.checks().stream()
                            .filter(check -> check.details().isOn(dialect.name())).toList())).toList()));
        }
        return dialect.supports(Feature.SEQUENCES) ? kept
                : new SchemaSnapshot(kept.tables(), Map.of(), kept.views());
    }

    private static ConstraintDetails details(ConstraintSnapshot constraint) {
        return switch (constraint) {
            case ConstraintSnapshot.Primary primary -> primary.key().details();
            case ConstraintSnapshot.Unique unique -> unique.unique().details();
            case ConstraintSnapshot.Check check -> check.check().details();
            case ConstraintSnapshot.Exclusion exclusion -> exclusion.exclusion().details();
            case ForeignKeySnapshot key -> key.details();
        };
    }

    /**
     * Returns the schema of a database without the objects that it created automatically for the model, and with names
     * in the spelling of the model.
     */
    SchemaSnapshot reflected(SchemaSnapshot found, SchemaSnapshot model) {
        var database = new NameAlignment(new Names(dialect)).spelled(found, model);
        if (!dialect.catalogTraits().has(CatalogTrait.FOREIGN_KEYS_NEED_INDEXES)) {
            return database;
        }
        var aligned = database;
        for (var table : database.tables().values()) {
            var declared = model.tables().get(table.name());
            aligned = aligned.with(declared == null ? withoutKeyIndexes(table, Set.of()) : aligned(table, declared));
        }
        return aligned;
    }

    /** A unique index is reported as a unique constraint, regardless of how it was declared. */
    private TableSnapshot aligned(TableSnapshot table, TableSnapshot declared) {
        var names = new Names(dialect);
        var declaredIndexes = new HashSet<String>();
        declared.indexes().forEach(index -> declaredIndexes.add(names.key(index.name())));
        var constraints = new ArrayList<ConstraintSnapshot>();
        var indexes = new ArrayList<>(table.indexes());
        for (var constraint : table.constraints()) {
            if (constraint instanceof ConstraintSnapshot.Unique unique
                    && declaredIndexes.contains(names.key(unique.name()))) {
                var plain = IndexSnapshot.of(unique.name(), unique.columns());
                indexes.add(new IndexSnapshot(plain.name(), plain.terms(), true, plain.condition(), plain.including(),
                        plain.method(), plain.options()));
            } else {
                constraints.add(constraint);
            }
        }
        return withoutKeyIndexes(table.withConstraints(constraints).withIndexes(indexes), declaredIndexes);
    }

    /** A foreign key creates an index, unless there is one. */
    private TableSnapshot withoutKeyIndexes(TableSnapshot table, Set<String> declared) {
        var names = new Names(dialect);
        return table.withIndexes(table.indexes().stream().filter(index -> index.isUnique()
                || declared.contains(names.key(index.name()))
                || table.foreignKeys().stream().noneMatch(key -> isCreatedFor(index, key, table))).toList());
    }

    /** The index of a key without a name keeps the name of its column when that is renamed. */
    private static boolean isCreatedFor(IndexSnapshot index, ForeignKeySnapshot key, TableSnapshot table) {
        boolean isOfColumn = index.name().equalsIgnoreCase(key.columns().get(0))
                || KeyIndexes.isGenerated(key) && table.find(index.name()).isEmpty();
        return index.columns().equals(key.columns()) && (isOfColumn || index.name().equals(key.name()));
    }
}

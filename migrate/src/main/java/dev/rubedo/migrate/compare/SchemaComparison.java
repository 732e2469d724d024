package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.operation.DowngradeOperations;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.UpgradeOperations;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.schema.MetaData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The differences between two schemas, as operations.
 *
 * {@snippet :
 * var comparison = SchemaComparison.of(connection, ComparisonOptions.DEFAULT, model.metadata());
 * comparison.operations().forEach(operation -> System.out.println(operation.describe()));
 * }
 *
 * Tables, columns with types, nullability, defaults, computations and identities, keys, constraints, indexes, comments,
 * sequences, enumeration types and views are compared; storage options of tables, triggers, functions and privileges are not.
 * Immutable.
 */
public final class SchemaComparison {
    private static final List<SchemaComparator> COMPARATORS = List.of(new EnumComparator(), new SequenceComparator(),
            new TableComparator(), new ColumnComparator(), new CountingComparator(), new KeyComparator(),
            new CheckComparator(),
            new IndexComparator(), new ForeignKeyComparator(), new CommentComparator(), new ViewComparator());

    private final SchemaSnapshot from;
    private final SchemaSnapshot to;
    private final List<MigrationOperation> operations;
    private final List<String> warnings;
    private final Dialect dialect;

    private SchemaComparison(SchemaSnapshot from, SchemaSnapshot to, List<MigrationOperation> operations,
            List<String> warnings, Dialect dialect) {
        this.dialect = dialect;
        this.from = from;
        this.to = to;
        this.operations = List.copyOf(operations);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Compares a database with a model.
     *
     * @param connection the database
     * @param options the options of the comparison
     * @param model the model
     */
    public static SchemaComparison of(Connection connection, ComparisonOptions options, MetaData... model) {
        return of(connection, options, SchemaSnapshot.of(Arrays.asList(model)));
    }

    /**
     * Compares a database with a model. If the text of SQL differs, the database normalizes it: scratch tables and
     * views are created and immediately removed, unless that is disabled or impossible.
     *
     * @param connection the database; it must have no open transaction if DDL is not transactional
     * @param options the options of the comparison
     * @param model the model
     */
    public static SchemaComparison of(Connection connection, ComparisonOptions options, SchemaSnapshot model) {
        var engine = connection.engine();
        var dialect = engine.dialect();
        var catalog = engine.backend().schemaReader().types();
        var types = new TypeComparison(dialect, catalog::same);
        var alignment = new SchemaAlignment(dialect);
        var declared = alignment.declared(model);
        boolean canCreate = ScratchObjects.rollsBack(connection) || !connection.isInTransaction();
        var database = alignment.reflected(SchemaReading.read(connection, declared, options), declared);
        var schemas = Compared.of(database, declared, dialect, options, types);
        var first = schemas.compare(Map.of());
        var questions = canCreate && options.mayCreate() ? OpenQuestions.of(first) : OpenQuestions.NONE;
        return schemas.result(questions.isEmpty() ? first
                : schemas.compare(ScratchObjects.spellings(questions.tables(), questions.views(), connection, first)));
    }

    /**
     * Compares two schemas without a database, for example that of the revisions with that of the model. Types and SQL
     * are compared in the form that the dialect writes.
     *
     * @param from the schema before
     * @param to the schema after
     * @param dialect the dialect of the database
     * @param options the options of the comparison
     */
    public static SchemaComparison of(SchemaSnapshot from, SchemaSnapshot to, Dialect dialect,
            ComparisonOptions options) {
        var alignment = new SchemaAlignment(dialect);
        var declared = alignment.declared(to);
        var schemas = Compared.of(alignment.reflected(alignment.declared(from), declared), declared, dialect, options,
                TypeComparison.ofNames(dialect));
        return schemas.result(schemas.compare(Map.of()));
    }

    /**
     * Two schemas that are about to be compared. Immutable.
     *
     * @param filtered the schemas without excluded objects
     * @param renames the renames
     * @param dialect the dialect of the database
     * @param options the options of the comparison
     * @param types the comparison of types
     */
    private record Compared(SchemaFilter.Filtered filtered, Renames renames, Dialect dialect,
            ComparisonOptions options, TypeComparison types) {

        static Compared of(SchemaSnapshot from, SchemaSnapshot to, Dialect dialect, ComparisonOptions options,
                TypeComparison types) {
            var filtered = new SchemaFilter(options).filter(from, to);
            var renames = new Renames(filtered.from(), filtered.to(), types, options.renames());
            renames.find();
            return new Compared(filtered, renames, dialect, options, types);
        }

        /** Compares the schemas, given the SQL as the database normalizes it. */
        ComparisonContext compare(Map<String, String> spellings) {
            var context = new ComparisonContext(renames.from(), filtered.to(), dialect, options, types,
                    new SqlNormalizer(dialect, spellings));
            options.more().forEach(comparator -> comparator.compare(context));
            COMPARATORS.forEach(comparator -> comparator.compare(context));
            return context;
        }

        SchemaComparison result(ComparisonContext context) {
            var operations = new ArrayList<>(renames.operations());
            var names = new ConstraintNames(context.from(), context.to());
            var named = names.named(context.operations());
            var complete = KeyIndexes.added(ColumnLevelChecks.kept(named, context, names), context);
            var sorted = OperationOrder.sorted(complete);
            operations.addAll(options.isInBatches(dialect) ? new BatchGrouping(sorted).operations() : sorted);
            return new SchemaComparison(filtered.from(), filtered.to(), TypeConversions.added(operations, dialect),
                    context.warnings(), dialect);
        }
    }

    /** Returns the dialect by which the schemas were compared. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns the operations that turn the first schema into the second, in order. */
    public List<MigrationOperation> operations() {
        return operations;
    }

    /** Returns whether the schemas are the same. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /** Returns the operations as an upgrade. */
    public UpgradeOperations upgrade() {
        return new UpgradeOperations(operations);
    }

    /**
     * Returns the operations that undo the upgrade.
     *
     * @throws dev.rubedo.migrate.error.IrreversibleOperationException if one cannot be undone
     */
    public DowngradeOperations downgrade() {
        var reversed = KeyIndexes.restored(upgrade().reverse().operations(), from, dialect);
        return new DowngradeOperations(TypeConversions.added(reversed, dialect));
    }

    /**
     * Returns warnings about the operations and differences that they cannot remove, each in one or more sentences.
     */
    public List<String> warnings() {
        return warnings;
    }

    /** Returns the compared part of the first schema. */
    public SchemaSnapshot from() {
        return from;
    }

    /** Returns the compared part of the second schema. */
    public SchemaSnapshot to() {
        return to;
    }
}

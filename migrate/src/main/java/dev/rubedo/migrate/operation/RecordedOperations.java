package dev.rubedo.migrate.operation;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.engine.Connection;
import dev.rubedo.schema.NamingConvention;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A target that records operations and does nothing else. Confined to one thread at a time. */
public final class RecordedOperations implements OperationTarget {
    private final Dialect dialect;
    private final NamingConvention naming;
    private final List<MigrationOperation> operations = new ArrayList<>();

    /**
     * Creates an empty record.
     *
     * @param dialect the dialect that revisions see
     * @param naming the convention for names of constraints and indexes that have none
     */
    public RecordedOperations(Dialect dialect, NamingConvention naming) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.naming = Objects.requireNonNull(naming, "naming");
    }

    /**
     * Returns the operations of an upgrade.
     *
     * @param migration the revision
     * @param dialect the dialect that it sees
     */
    public static List<MigrationOperation> upgrade(Migration migration, Dialect dialect) {
        var recorded = new RecordedOperations(dialect, NamingConvention.INDEXES_ONLY);
        migration.upgrade(new Operations(recorded));
        return recorded.operations();
    }

    /**
     * Returns the operations of a downgrade.
     *
     * @param migration the revision
     * @param dialect the dialect that it sees
     */
    public static List<MigrationOperation> downgrade(Migration migration, Dialect dialect) {
        var recorded = new RecordedOperations(dialect, NamingConvention.INDEXES_ONLY);
        migration.downgrade(new Operations(recorded));
        return recorded.operations();
    }

    @Override
    public void invoke(MigrationOperation operation) {
        operations.add(Objects.requireNonNull(operation, "operation"));
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Optional<Connection> connection() {
        return Optional.empty();
    }

    @Override
    public NamingConvention namingConvention() {
        return naming;
    }

    /** Returns the operations, in order. */
    public List<MigrationOperation> operations() {
        return List.copyOf(operations);
    }
}

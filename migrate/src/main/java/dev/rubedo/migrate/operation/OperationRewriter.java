package dev.rubedo.migrate.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A rewriter that replaces operations of generated revisions with others, for example in
 * {@code MigrationEnvironment.processRevision}:
 *
 * {@snippet :
 * var carefully = OperationRewriter.of(CreateIndexOperation.class,
 *         create -> List.of(new CreateIndexOperation(create.table(), create.index(), false, true)));
 * return List.of(carefully.rewrite(script));
 * }
 *
 * Operations within batches, modifications of tables and outside transactions are replaced too. Immutable.
 */
public final class OperationRewriter {
    private final Function<MigrationOperation, List<? extends MigrationOperation>> rule;

    private OperationRewriter(Function<MigrationOperation, List<? extends MigrationOperation>> rule) {
        this.rule = rule;
    }

    /**
     * Returns a rewriter of one kind of operation, which does not change others.
     *
     * @param kind the kind of operation
     * @param rewrite returns the replacements of an operation; possibly itself, several or none. In a batch, they must
     *     be operations on its table
     */
    public static <O extends MigrationOperation> OperationRewriter of(Class<O> kind,
            Function<? super O, ? extends List<? extends MigrationOperation>> rewrite) {
        Objects.requireNonNull(rewrite, "rewrite");
        return new OperationRewriter(operation -> kind.isInstance(operation) ? rewrite.apply(kind.cast(operation))
                : List.of(operation));
    }

    /**
     * Returns a rewriter that applies another one to the results of this one.
     *
     * @param next the other one
     */
    public OperationRewriter andThen(OperationRewriter next) {
        return new OperationRewriter(
                operation -> rule.apply(operation).stream().flatMap(each -> next.rule.apply(each).stream()).toList());
    }

    /**
     * Returns a revision with its operations of both directions replaced.
     *
     * @param script the revision
     */
    public MigrationScript rewrite(MigrationScript script) {
        return script.withOperations(new UpgradeOperations(rewrite(script.upgrade().operations())),
                new DowngradeOperations(rewrite(script.downgrade().operations())));
    }

    /**
     * Returns operations with replacements.
     *
     * @param operations the operations
     */
    public List<MigrationOperation> rewrite(List<? extends MigrationOperation> operations) {
        var rewritten = new ArrayList<MigrationOperation>();
        operations.forEach(operation -> rewritten.addAll(rule.apply(inside(operation))));
        return List.copyOf(rewritten);
    }

    private MigrationOperation inside(MigrationOperation operation) {
        return switch (operation) {
            case BatchOperation batch ->
                new BatchOperation(batch.table(), changes(batch.operations()), batch.options());
            case ModifyTableOperation modify ->
                new ModifyTableOperation(modify.table(), changes(modify.operations()));
            case OutsideTransactionOperation outside ->
                new OutsideTransactionOperation(rewrite(outside.operations()));
            case MigrationOperation other -> other;
        };
    }

    private List<TableOperation> changes(List<TableOperation> operations) {
        return rewrite(operations).stream().map(TableOperation.class::cast).toList();
    }
}

package dev.rubedo.migrate.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.type.Types;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replacements of operations, as applications make them. */
class OperationRewriterTest {
    private static final TableName USERS = new TableName("", "users");
    private static final TableSnapshot TABLE = TableSnapshot.of(USERS,
            List.of(ColumnSnapshot.of("b", Types.INTEGER), ColumnSnapshot.of("a", Types.INTEGER)));
    private static final DropIndexOperation DROP = new DropIndexOperation(USERS, "ix");

    private static MigrationScript script(MigrationOperation... operations) {
        return new MigrationScript("a", "", List.of(), List.of(), List.of(),
                new UpgradeOperations(List.of(operations)), new DowngradeOperations(List.of(operations)), List.of());
    }

    @Test
    void columnsAreSortedAndTablesCreatedOnlyIfTheyAreMissing() {
        var sorted = OperationRewriter.of(CreateTableOperation.class,
                create -> List.of(new CreateTableOperation(create.definition().withColumns(create.definition().columns()
                        .stream().sorted(Comparator.comparing(ColumnSnapshot::name)).toList()), false)));
        var missing = OperationRewriter.of(CreateTableOperation.class,
                create -> List.of(new CreateTableOperation(create.definition(), true)));

        var rewritten = sorted.andThen(missing).rewrite(script(new CreateTableOperation(TABLE, false), DROP));

        assertThat(rewritten.upgrade().operations()).containsExactly(new CreateTableOperation(
                TABLE.withColumns(
                        List.of(ColumnSnapshot.of("a", Types.INTEGER), ColumnSnapshot.of("b", Types.INTEGER))),
                true), DROP);
        assertThat(rewritten.downgrade().operations()).isEqualTo(rewritten.upgrade().operations());
    }

    @Test
    void operationsWithinOthersAreReplacedOrLeftOut() {
        var none = OperationRewriter.of(DropIndexOperation.class, drop -> List.of());
        var index = new CreateIndexOperation(USERS, IndexSnapshot.of("ix", List.of("a")));

        assertThat(none.rewrite(List.of(DROP, new BatchOperation(USERS, List.of(DROP, index), BatchOptions.DEFAULT),
                new ModifyTableOperation(USERS, List.of(DROP)), new OutsideTransactionOperation(List.of(index, DROP)))))
                .containsExactly(new BatchOperation(USERS, List.of(index), BatchOptions.DEFAULT),
                        new ModifyTableOperation(USERS, List.of()), new OutsideTransactionOperation(List.of(index)));
    }
}

package dev.rubedo.migrate.run;

import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.BackfillOperation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a backfill at a statement of a revision, as recorded by an earlier run. Outside a revision, nothing
 * is recorded. Immutable.
 *
 * @param table the table that records the progress
 * @param connection the database
 * @param revision the id of the revision; empty outside a revision
 * @param direction whether the revision is applied or undone
 * @param number the number of the statement, from 1
 */
record BackfillProgress(BackfillTable table, Connection connection, String revision, String direction, int number) {

    /** Runs the backfill, except for the commit of its last batch. */
    void run(BackfillOperation backfill, MigrationOptions options, Consumer<String> display) {
        var key = BackfillKey.of(backfill, connection);
        var checksum = Journal.digest(connection.engine().dialect().compileWithValues(backfill.statement())
                + key.names());
        if (!revision.isEmpty()) {
            table.ensure(connection);
        }
        var before = before(backfill, checksum, options);
        connection.commit();
        @Nullable List<Object> start = before.map(state -> key.read(state.last())).orElse(null);
        new BackfillRun(backfill, key, connection, options, (rows, last) -> {
            if (!revision.isEmpty()) {
                table.save(connection, revision, direction, number,
                        new BackfillTable.State(checksum, rows, BackfillKey.write(last)));
            }
        }, display).run(start, before.map(BackfillTable.State::filled).orElse(0L));
    }

    private Optional<BackfillTable.State> before(BackfillOperation backfill, String checksum,
            MigrationOptions options) {
        var before = revision.isEmpty() ? Optional.<BackfillTable.State>empty()
                : table.find(connection, revision, direction, number);
        if (before.isEmpty() || before.get().checksum().equals(checksum)) {
            return before;
        }
        return switch (options.resume()) {
            case REPEAT -> Optional.empty();
            case SKIP -> before;
            case ASK -> throw new MigrationException("\"" + backfill.describe() + "\" of revision \"" + revision
                    + "\" was interrupted after " + before.get().filled() + " rows, at the key "
                    + before.get().last() + ", and now has other values or conditions. Run again with --resume repeat "
                    + "to begin with the first row, or with --resume skip to continue after that key (from Java: "
                    + "MigrationOptions.resume).");
        };
    }

    /** Deletes the record of the backfill, which is complete. */
    void delete() {
        if (!revision.isEmpty()) {
            table.delete(connection, revision, direction, number);
        }
    }
}

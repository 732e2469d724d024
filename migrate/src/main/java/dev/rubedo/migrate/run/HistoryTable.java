package dev.rubedo.migrate.run;

import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The table to which each step of a run is appended, as a record for humans. Immutable. */
final class HistoryTable {
    private static final int LONGEST_DETAIL = 250;

    private final TableName name;
    private final Table table;
    private final Column<String> revision = Column.column("revision", Types.string(32)).notNull();
    private final Column<String> direction = Column.column("direction", Types.string(10)).notNull();
    private final Column<LocalDateTime> started = Column.column("started_at", Types.TIMESTAMP).notNull();
    private final Column<Long> duration = Column.column("duration_ms", Types.BIGINT).notNull();
    private final Column<String> executedBy = Column.column("executed_by", Types.string(100)).notNull();
    private final Column<String> outcome = Column.column("outcome", Types.string(10)).notNull();
    private final Column<String> detail = Column.column("detail", Types.string(LONGEST_DETAIL)).notNull();

    HistoryTable(MigrationOptions options) {
        this.name = options.historyTable();
        this.table = new MetaData().table(name.name(), VersionTable.inSchema(name));
        table.add(Column.column("id", Types.BIGINT).primaryKey()).add(revision).add(direction).add(started)
                .add(duration).add(executedBy).add(outcome).add(detail);
    }

    void ensure(Connection connection) {
        if (!connection.hasTable(name.schema(), name.name())) {
            table.create(connection);
        }
    }

    /**
     * Appends a step.
     *
     * @param id the revision
     * @param isUpgrade whether it was applied
     * @param begun when it began, as {@link System#nanoTime()}
     * @param result its outcome
     * @param text further information; truncated if it is long
     */
    void append(Connection connection, String id, boolean isUpgrade, long begun, String result, String text) {
        var elapsed = Duration.ofNanos(System.nanoTime() - begun);
        var user = System.getProperty("user.name", "");
        connection.execute(Sql.insertInto(table).values(revision, id).values(direction,
                isUpgrade ? "upgrade" : "downgrade")
                .values(started, LocalDateTime.now(ZoneOffset.UTC).minus(elapsed)).values(duration, elapsed.toMillis())
                .values(executedBy, user.substring(0, Math.min(user.length(), 100))).values(outcome, result)
                .values(detail, text.substring(0, Math.min(text.length(), LONGEST_DETAIL))));
    }
}

package dev.rubedo.migrate.run;

import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The table that records the progress of backfills. It has a row for a backfill only while it runs or after it was
 * interrupted. Immutable.
 */
final class BackfillTable {
    private final TableName name;
    private final Table table;
    private final Column<String> revision = Column.column("revision", Types.string(32)).notNull();
    private final Column<String> direction = Column.column("direction", Types.string(10)).notNull();
    private final Column<Integer> statement = Column.column("statement", Types.INTEGER).notNull();
    private final Column<String> checksum = Column.column("checksum", Types.string(64)).notNull();
    private final Column<Long> filled = Column.column("rows_filled", Types.BIGINT).notNull();
    private final Column<String> last = Column.column("last_key", Types.TEXT).notNull();

    BackfillTable(MigrationOptions options) {
        this.name = options.backfillTable();
        this.table = new MetaData().table(name.name(), VersionTable.inSchema(name));
        table.add(revision.primaryKey()).add(direction.primaryKey()).add(statement.primaryKey()).add(checksum)
                .add(filled).add(last);
    }

    /**
     * The progress of a backfill.
     *
     * @param checksum the checksum of its definition
     * @param filled the number of changed rows
     * @param last the key of the last row, as {@link BackfillKey#write} writes it
     */
    record State(String checksum, long filled, String last) {}

    boolean exists(Connection connection) {
        return connection.hasTable(name.schema(), name.name());
    }

    void ensure(Connection connection) {
        if (!exists(connection)) {
            table.create(connection);
        }
    }

    Optional<State> find(Connection connection, String id, String way, int number) {
        return connection.optional(Sql.select(checksum, filled, last).where(key(id, way, number)))
                .map(row -> new State(Objects.requireNonNull(row.get(checksum)),
                        Objects.requireNonNull(row.get(filled)), Objects.requireNonNull(row.get(last))));
    }

    /** Returns descriptions of the unfinished backfills. */
    List<String> unfinished(Connection connection) {
        return connection.all(Sql.select(revision, direction, statement, filled)).stream()
                .map(row -> "the backfill at statement " + row.get(statement) + " of the " + row.get(direction)
                        + " of revision \"" + row.get(revision) + "\" stopped after " + row.get(filled)
                        + (Long.valueOf(1).equals(row.get(filled)) ? " row" : " rows"))
                .toList();
    }

    void save(Connection connection, String id, String way, int number, State state) {
        long changed = connection.execute(Sql.update(table).set(checksum, state.checksum())
                .set(filled, state.filled()).set(last, state.last()).where(key(id, way, number))).rowCount();
        if (changed == 0) {
            connection.execute(Sql.insertInto(table).values(revision, id).values(direction, way)
                    .values(statement, number).values(checksum, state.checksum()).values(filled, state.filled())
                    .values(last, state.last()));
        }
    }

    void delete(Connection connection, String id, String way, int number) {
        connection.execute(Sql.deleteFrom(table).where(key(id, way, number)));
    }

    /** Deletes the records of all backfills of revisions. */
    void delete(Connection connection, Collection<String> ids) {
        connection.execute(Sql.deleteFrom(table).where(revision.in(ids)));
    }

    /** Deletes the records of all backfills of downgrades. */
    void deleteDowngrades(Connection connection) {
        connection.execute(Sql.deleteFrom(table).where(direction.eq("downgrade")));
    }

    private Condition key(String id, String way, int number) {
        return revision.eq(id).and(direction.eq(way)).and(statement.eq(number));
    }
}

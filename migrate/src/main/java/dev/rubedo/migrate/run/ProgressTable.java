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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The table that records the progress of revisions whose statements are not all in one transaction, so that they can be
 * resumed. It has a row for such a revision only while it runs or after it failed. Immutable.
 */
final class ProgressTable {
    private final TableName name;
    private final Table table;
    private final Column<String> revision = Column.column("revision", Types.string(32)).notNull();
    private final Column<String> direction = Column.column("direction", Types.string(10)).notNull();
    private final Column<Integer> done = Column.column("statements_done", Types.INTEGER).notNull();
    private final Column<Integer> begun = Column.column("statement_begun", Types.INTEGER).notNull();
    private final Column<String> checksum = Column.column("checksum", Types.string(64)).notNull();

    ProgressTable(MigrationOptions options) {
        this.name = options.progressTable();
        this.table = new MetaData().table(name.name(), VersionTable.inSchema(name));
        table.add(revision.primaryKey()).add(direction.primaryKey()).add(done).add(begun).add(checksum);
    }

    /**
     * The progress of a revision.
     *
     * @param done the number of executed statements
     * @param begun the number of the statement that was begun, from 1; 0 for none
     * @param checksum the checksum of the executed statements and the one that was begun
     */
    record Progress(int done, int begun, String checksum) {}

    boolean exists(Connection connection) {
        return connection.hasTable(name.schema(), name.name());
    }

    void create(Connection connection) {
        table.create(connection);
    }

    /** Returns the progress of a revision, by direction. */
    Map<String, Progress> find(Connection connection, String id) {
        var found = new HashMap<String, Progress>();
        connection.all(Sql.select(direction, done, begun, checksum).where(revision.eq(id)))
                .forEach(row -> found.put(Objects.requireNonNull(row.get(direction)),
                        new Progress(Objects.requireNonNull(row.get(done)), Objects.requireNonNull(row.get(begun)),
                                Objects.requireNonNull(row.get(checksum)))));
        return found;
    }

    /** Returns descriptions of the unfinished revisions. */
    List<String> unfinished(Connection connection) {
        return connection.all(Sql.select(revision, direction, done, begun)).stream()
                .map(row -> "the " + row.get(direction) + " of revision \"" + row.get(revision) + "\" stopped after "
                        + row.get(done) + (Integer.valueOf(1).equals(row.get(done)) ? " statement" : " statements")
                        + (Integer.valueOf(0).equals(row.get(begun)) ? ""
                                : ", in the middle of the next one"))
                .toList();
    }

    void save(Connection connection, String id, String way, Progress progress) {
        long changed = connection.execute(Sql.update(table).set(done, progress.done()).set(begun, progress.begun())
                .set(checksum, progress.checksum()).where(key(id, way))).rowCount();
        if (changed == 0) {
            connection.execute(Sql.insertInto(table).values(revision, id).values(direction, way)
                    .values(done, progress.done()).values(begun, progress.begun())
                    .values(checksum, progress.checksum()));
        }
    }

    /** Deletes the records of revisions in both directions. */
    void delete(Connection connection, Collection<String> ids) {
        connection.execute(Sql.deleteFrom(table).where(revision.in(ids)));
    }

    /** Deletes the records of all downgrades. */
    void deleteDowngrades(Connection connection) {
        connection.execute(Sql.deleteFrom(table).where(direction.eq("downgrade")));
    }

    private Condition key(String id, String way) {
        return revision.eq(id).and(direction.eq(way));
    }
}

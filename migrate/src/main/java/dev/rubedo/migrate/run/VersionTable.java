package dev.rubedo.migrate.run;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.error.OutOfDateException;
import dev.rubedo.migrate.revision.VersionChange;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Statement;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The table that records the revisions of a database, with one row for each. Immutable. */
final class VersionTable {
    private final TableName name;
    private final Table table;
    private final Column<String> version;

    VersionTable(MigrationOptions options) {
        this.name = options.versionTable();
        this.version = Column.column("version_num", Types.string(32)).notNull();
        this.table = new MetaData().table(name.name(), version);
        if (options.hasVersionTablePrimaryKey()) {
            table.add(PrimaryKey.on("version_num").named(name.name() + "_pkc"));
        }
    }

    static TableOption[] inSchema(TableName name) {
        return name.schema().isEmpty() ? new TableOption[0] : new TableOption[]{TableOption.schema(name.schema())};
    }

    CreateTable creation() {
        return new CreateTable(table);
    }

    boolean exists(Connection connection) {
        return connection.hasTable(name.schema(), name.name());
    }

    TreeSet<String> heads(Connection connection) {
        return new TreeSet<>(connection.all(Sql.select(version)));
    }

    /** Returns the statement that makes a change. */
    Statement<?> statement(VersionChange change) {
        return switch (change) {
            case VersionChange.Insert insert -> Sql.insertInto(table).values(version, insert.id());
            case VersionChange.Delete delete -> Sql.deleteFrom(table).where(version.eq(delete.id()));
            case VersionChange.Update update ->
                Sql.update(table).set(version, update.to()).where(version.eq(update.from()));
        };
    }

    /** Returns a statement that fails unless the table records exactly some revisions. */
    String guard(Set<String> heads, Dialect dialect) {
        var sorted = List.copyOf(new TreeSet<>(heads));
        var all = dialect.compileWithValues(Sql.select(Sql.count()).from(table));
        var expected = dialect.compileWithValues(Sql.select(Sql.count()).from(table).where(version.in(sorted)));
        return dialect.scriptGuard("(" + all + ") = " + heads.size() + " AND (" + expected + ") = " + heads.size(),
                "The database is not at " + String.join(" and ", sorted));
    }

    /** Returns the statement that removes all rows. */
    Statement<?> purge() {
        return Sql.deleteFrom(table);
    }

    /**
     * Makes a change.
     *
     * @throws OutOfDateException if the table does not have the expected row
     */
    void apply(VersionChange change, Connection connection) {
        long rows = connection.execute(statement(change)).rowCount();
        if (rows != 1) {
            throw new OutOfDateException("The version table \"" + name
                    + "\" was expected to have one row for the change "
                    + change + ", but had " + rows + ". Another run may have changed it in the meantime: check the "
                    + "state with the command current, and run again.", List.of());
        }
    }

    @Override
    public String toString() {
        return name.toString();
    }
}

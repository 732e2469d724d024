package dev.rubedo.benchmarks.migrations;

import java.nio.file.Path;
import java.sql.DriverManager;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

/** Runs Liquibase. Stateless. */
final class LiquibaseRun {
    private LiquibaseRun() {}

    /** Takes the file of the database, whether it is updated, and the change log. */
    public static void main(String[] args) throws Exception {
        var log = Path.of(args[2]);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + args[0]);
                var liquibase = new Liquibase(log.getFileName().toString(),
                        new DirectoryResourceAccessor(log.getParent()),
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
            if (Boolean.parseBoolean(args[1])) {
                liquibase.update(new Contexts(), new LabelExpression());
            } else if (!liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).isEmpty()) {
                throw new IllegalStateException("There are change sets that were not run");
            }
        }
        CpuReport.print();
    }
}

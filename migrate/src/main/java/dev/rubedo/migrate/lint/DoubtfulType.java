package dev.rubedo.migrate.lint;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.type.IntegerType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TimestampType;

/** RB115: a type has a better alternative. Immutable. */
final class DoubtfulType implements LintRule {
    @Override
    public String code() {
        return "RB115";
    }

    @Override
    public String title() {
        return "A type has a better alternative";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void operation(LintedOperation at, LintFindings found) {
        switch (at.operation()) {
            case CreateTableOperation create -> {
                create.definition().columns().forEach(column -> check(at, create.table(), column, found));
                create.definition().primaryKey().filter(key -> key.columnNames().size() == 1)
                        .flatMap(key -> create.definition().find(key.columnNames().get(0)))
                        .filter(column -> column.type() instanceof IntegerType && hasShortKeys(at))
                        .ifPresent(column -> found.add(at.line(), name(create.table(), column.name())
                                + " is a 32-bit key, which can be exhausted. Use BIGINT."));
            }
            case AddColumnOperation add -> check(at, add.table(), add.column(), found);
            case AlterColumnOperation alter when alter.change().type() != null ->
                check(at, alter.table(), ColumnSnapshot.of(alter.column(), alter.change().type()), found);
            case MigrationOperation other -> {}
        }
    }

    /** On SQLite, INTEGER is the type of all generated keys, with 64 bits. */
    private static boolean hasShortKeys(LintedOperation at) {
        return !at.dialect().catalogTraits().has(CatalogTrait.ONE_TYPE_OF_GENERATED_KEYS);
    }

    private static String name(TableName table, String column) {
        return "Column \"" + table + "." + column + "\"";
    }

    private static void check(LintedOperation at, TableName table, ColumnSnapshot column, LintFindings found) {
        if (column.type() instanceof StringType text && text.isFixed()) {
            found.add(at.line(), name(table, column.name()) + " is padded with spaces to " + text.length()
                    + " characters. Use a string of variable length.");
        }
        if (column.type() instanceof TimestampType && at.dialect().supports(Feature.TIME_ZONE_TYPE)) {
            found.add(at.line(), name(table, column.name()) + " has no time zone, so the point in time that a value "
                    + "denotes depends on the reader. Use a timestamp with time zone.");
        }
        boolean hasBinaryJson = at.dialect().catalogTraits().has(CatalogTrait.BINARY_JSON);
        if (hasBinaryJson && at.dialect().typeName(column.type()).equalsIgnoreCase("JSON")) {
            found.add(at.line(),
                    name(table, column.name()) + " stores JSON as text, which is parsed on each access and cannot be "
                            + "indexed. Use PostgresTypes.jsonb(...).");
        }
    }
}

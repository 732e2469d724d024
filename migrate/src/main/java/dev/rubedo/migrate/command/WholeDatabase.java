package dev.rubedo.migrate.command;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.compare.ObjectKind;
import java.util.HashSet;
import java.util.Set;

/** The comparison of everything in a database, regardless of the filters of the application. Stateless. */
final class WholeDatabase {
    private WholeDatabase() {}

    /**
     * Returns the options for comparing a whole database. All its schemas are read; where a schema is a separate
     * database, as in MySQL, only the current one and those that the model names, but not those of other applications.
     *
     * @param connection the database
     * @param context the settings
     */
    static ComparisonOptions options(Connection connection, CommandContext context) {
        var all = ComparisonOptions.DEFAULT.without(context.options().ownTables()).includeSchemas();
        if (!connection.engine().dialect().catalogTraits().has(CatalogTrait.SCHEMAS_ARE_DATABASES)) {
            return all;
        }
        var named = new HashSet<>(Set.of(""));
        context.environment().metaData()
                .forEach(model -> model.tables().forEach(table -> named.add(table.schema())));
        return all.includeName((kind, name, parent) -> kind != ObjectKind.SCHEMA || named.contains(name));
    }
}

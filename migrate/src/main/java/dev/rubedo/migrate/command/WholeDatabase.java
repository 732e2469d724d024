package dev.rubedo.migrate.command;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.compare.ObjectKind;
import java.util.HashSet;
import java.util.Set;

/** Compares everything in a database, whatever the filters of the application leave out. Stateless. */
final class WholeDatabase {
    private WholeDatabase() {}

    /**
     * Returns how a whole database is compared. All its schemas are read; where a schema is a database of its own, as in
     * MySQL, those of other applications are not: only the current one and those that the model names.
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

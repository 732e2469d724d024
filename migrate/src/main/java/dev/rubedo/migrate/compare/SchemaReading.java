package dev.rubedo.migrate.compare;

import dev.rubedo.engine.Connection;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.ViewSnapshot;
import dev.rubedo.reflect.Reflection;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.ViewDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the schema of a database, as far as it is compared. Stateless. */
final class SchemaReading {
    private SchemaReading() {}

    static SchemaSnapshot read(Connection connection, SchemaSnapshot model, ComparisonOptions options) {
        var metaData = new MetaData();
        var found = SchemaSnapshot.EMPTY;
        for (var schema : schemas(connection, model, options)) {
            var foreign = Set.copyOf(connection.inspect().namesOfExtensions(schema));
            connection.inspect().reflect(metaData, Reflection.all().inSchema(schema).withoutReferredTables()
                    .where(name -> !ScratchObjects.isLeftOver(name) && !foreign.contains(name)
                            && !options.isOmitted(new TableName(schema, name))
                            && options.names().includes(ObjectKind.TABLE, name, schema)));
            for (var view : connection.inspect().views(schema)) {
                if (ScratchObjects.isLeftOver(view.name()) || foreign.contains(view.name())) {
                    continue;
                }
                var definition = ViewDefinition.of(view.definition());
                found = found.with(new ViewSnapshot(new TableName(schema, view.name()),
                        view.isMaterialized() ? definition.materialized() : definition, List.of()));
            }
        }
        var tables = SchemaSnapshot.of(metaData);
        return new SchemaSnapshot(tables.tables(), tables.sequences(), found.views());
    }

    private static List<String> schemas(Connection connection, SchemaSnapshot model, ComparisonOptions options) {
        var schemas = new TreeSet<String>();
        model.tables().keySet().forEach(name -> schemas.add(name.schema()));
        model.sequences().keySet().forEach(name -> schemas.add(name.schema()));
        model.views().keySet().forEach(name -> schemas.add(name.schema()));
        if (options.hasAllSchemas() && connection.supports(Feature.SCHEMAS)) {
            schemas.addAll(connection.inspect().schemaNames());
        }
        if (options.hasAllSchemas()) {
            var usual = connection.inspect().defaultSchema();
            boolean isNamed = model.tables().keySet().stream().anyMatch(name -> name.schema().equals(usual));
            if (!isNamed || schemas.contains("")) {
                schemas.remove(usual);
                schemas.add("");
            }
        } else if (schemas.isEmpty()) {
            schemas.add("");
        }
        return schemas.stream().filter(name -> options.names().includes(ObjectKind.SCHEMA, name, "")).toList();
    }
}

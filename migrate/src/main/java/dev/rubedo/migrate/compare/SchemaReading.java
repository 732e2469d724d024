package dev.rubedo.migrate.compare;

import dev.rubedo.engine.Connection;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.ViewSnapshot;
import dev.rubedo.reflect.Reflection;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.ViewDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A reader of the compared part of a database's schema. Stateless. */
final class SchemaReading {
    private SchemaReading() {}

    static SchemaSnapshot read(Connection connection, SchemaSnapshot model, ComparisonOptions options) {
        var metaData = new MetaData();
        var found = SchemaSnapshot.EMPTY;
        var schemas = schemas(connection, model, options);
        var usual = schemas.stream().allMatch(String::isEmpty) && !options.omitsInSchemas() ? ""
                : connection.inspect().defaultSchema();
        boolean isTwice = !usual.isEmpty() && schemas.containsAll(List.of("", usual));
        for (var schema : schemas) {
            var foreign = Set.copyOf(connection.inspect().namesOfExtensions(schema));
            connection.inspect().reflect(metaData, Reflection.all().inSchema(schema).withoutReferredTables()
                    .where(name -> !ScratchObjects.isLeftOver(name) && !foreign.contains(name)
                            && !isOmitted(schema, name, usual, options)
                            && !(isTwice && isOther(schema, usual, isNamed(new TableName(usual, name), model)))
                            && options.names().includes(ObjectKind.TABLE, name, schema)));
            for (var view : connection.inspect().views(schema)) {
                if (ScratchObjects.isLeftOver(view.name()) || foreign.contains(view.name())
                        || isTwice && isOther(schema, usual, isNamed(new TableName(usual, view.name()), model))) {
                    continue;
                }
                var definition = ViewDefinition.of(view.definition());
                found = found.with(new ViewSnapshot(new TableName(schema, view.name()),
                        view.isMaterialized() ? definition.materialized() : definition, List.of()));
            }
        }
        var tables = SchemaSnapshot.of(metaData);
        var sequences = new LinkedHashMap<>(tables.sequences());
        sequences.keySet().removeIf(name -> isTwice && isOther(name.schema(), usual,
                model.sequences().containsKey(new TableName(usual, name.name()))));
        return retargeted(new SchemaSnapshot(tables.tables(), sequences, found.views()), usual);
    }

    /** A foreign key refers to a table under the name under which it was read. */
    private static SchemaSnapshot retargeted(SchemaSnapshot read, String usual) {
        var result = read;
        for (var table : read.tables().values()) {
            var constraints = table.constraints().stream().map(constraint -> {
                if (!(constraint instanceof ForeignKeySnapshot key) || read.tables().containsKey(key.target())) {
                    return constraint;
                }
                var schema = key.target().schema();
                var other = key.target().inSchema(schema.isEmpty() ? usual : schema.equals(usual) ? "" : schema);
                return read.tables().containsKey(other) ? key.withTarget(other) : key;
            }).toList();
            result = constraints.equals(table.constraints()) ? result : result.with(table.withConstraints(constraints));
        }
        return result;
    }

    /** The tables of migrations are the same with the name of the usual schema and without. */
    private static boolean isOmitted(String schema, String name, String usual, ComparisonOptions options) {
        return options.isOmitted(new TableName(schema, name))
                || schema.equals(usual) && options.isOmitted(new TableName("", name))
                || schema.isEmpty() && options.isOmitted(new TableName(usual, name));
    }

    /** If a model names the usual schema for some objects only, each is read once: under the name that the model uses. */
    private static boolean isOther(String schema, String usual, boolean isNamed) {
        return schema.isEmpty() == isNamed && (schema.isEmpty() || schema.equals(usual));
    }

    private static boolean isNamed(TableName name, SchemaSnapshot model) {
        return model.tables().containsKey(name) || model.views().containsKey(name);
    }

    private static List<String> schemas(Connection connection, SchemaSnapshot model, ComparisonOptions options) {
        var schemas = new TreeSet<String>();
        model.tables().keySet().forEach(name -> schemas.add(name.schema()));
        model.sequences().keySet().forEach(name -> schemas.add(name.schema()));
        model.views().keySet().forEach(name -> schemas.add(name.schema()));
        if (options.hasAllSchemas()) {
            var usual = connection.inspect().defaultSchema();
            boolean isNamed = schemas.contains(usual);
            if (connection.supports(Feature.SCHEMAS)) {
                schemas.addAll(connection.inspect().schemaNames());
            }
            if (!isNamed) {
                schemas.remove(usual);
                schemas.add("");
            }
        } else if (schemas.isEmpty()) {
            schemas.add("");
        }
        return schemas.stream().filter(name -> options.names().includes(ObjectKind.SCHEMA, name, "")).toList();
    }
}

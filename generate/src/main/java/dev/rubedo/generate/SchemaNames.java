package dev.rubedo.generate;

import com.palantir.javapoet.ClassName;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of the generated classes, without collisions. Confined to one thread at a time. */
final class SchemaNames {
    private final GeneratorOptions options;
    private final Map<String, NameScope> packages = new HashMap<>();

    SchemaNames(GeneratorOptions options) {
        this.options = options;
    }

    /** Returns the tables of metadata in the order in which they are written. */
    static List<Table> sorted(MetaData metaData) {
        return metaData.tables().stream().sorted(Comparator.comparing(Table::schema).thenComparing(Table::name))
                .toList();
    }

    ClassName entity(Table table) {
        return take(options.packageOf(table), options.names().entityName(table), "Row");
    }

    ClassName table(Table table) {
        return take(options.packageOf(table) + tableSuffix(), options.names().tableName(table), "Rows");
    }

    /** Returns the enum for a type of a column; without entities, it is in the package of the tables. */
    ClassName enumeration(String type, dev.rubedo.schema.Column<?> column) {
        return take(options.packageName(), options.names().enumName(type, column), "Value");
    }

    /** Returns the class that holds all tables. */
    ClassName schema() {
        return ClassName.get(options.packageName() + tableSuffix(), "Schema");
    }

    private String tableSuffix() {
        return options.kind().hasEntities() ? ".table" : "";
    }

    private ClassName take(String packageName, String wanted, String otherwise) {
        return ClassName.get(packageName,
                packages.computeIfAbsent(packageName, each -> NameScope.ofClasses()).take(wanted, otherwise));
    }
}

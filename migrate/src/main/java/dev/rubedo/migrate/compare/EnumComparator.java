package dev.rubedo.migrate.compare;

import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.AlterEnumOperation;
import dev.rubedo.migrate.operation.AlterEnumOperation.Use;
import dev.rubedo.migrate.operation.CreateEnumOperation;
import dev.rubedo.migrate.operation.DropEnumOperation;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.LabelType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A comparator of the enumeration types of columns, on databases that have them. Types that no column has are ignored.
 * Stateless.
 */
final class EnumComparator implements SchemaComparator {

    @Override
    public void compare(ComparisonContext context) {
        if (!context.dialect().supports(Feature.ENUM_TYPE)) {
            return;
        }
        var from = types(context.from(), context);
        var to = types(context.to(), context);
        to.forEach((name, type) -> {
            var found = from.get(name);
            if (found == null) {
                context.add(new CreateEnumOperation(type, name.schema()));
            } else if (!found.labels().equals(type.labels())) {
                context.add(new AlterEnumOperation(name, found.labels(), type.labels(), uses(name, context)));
            }
        });
        from.forEach((name, type) -> {
            if (!to.containsKey(name)) {
                context.add(new DropEnumOperation(type, name.schema(), false));
            }
        });
    }

    private static Map<TableName, LabelType> types(SchemaSnapshot schema, ComparisonContext context) {
        var types = new LinkedHashMap<TableName, LabelType>();
        for (var table : schema.tables().values()) {
            for (var column : table.columns()) {
                context.types().namedEnumeration(column.type())
                        .ifPresent(type -> types.putIfAbsent(name(table.name(), type),
                                new LabelType(type.name(), type.schema(), type.labels())));
            }
        }
        return types;
    }

    private static TableName name(TableName table, EnumeratedType<?> type) {
        return new TableName(TypeComparison.schema(table, type), type.name());
    }

    /** Returns the columns that have the type before and after the change. */
    private static List<Use> uses(TableName type, ComparisonContext context) {
        var uses = new ArrayList<Use>();
        for (var table : context.from().tables().values()) {
            for (var column : table.columns()) {
                var found = context.types().namedEnumeration(column.type());
                if (found.isPresent() && name(table.name(), found.get()).equals(type)) {
                    uses.add(use(table.name(), column, context));
                }
            }
        }
        return uses;
    }

    private static Use use(TableName table, ColumnSnapshot column, ComparisonContext context) {
        var value = column.serverDefault();
        return new Use(table, column.name(), value == null ? "" : context.dialect().define(value),
                column.type().forDialect(context.dialect().name()) instanceof ArrayType<?>);
    }
}

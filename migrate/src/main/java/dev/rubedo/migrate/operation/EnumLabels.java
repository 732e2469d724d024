package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The change of the labels of an enumeration type in memory, in all columns that have it. Stateless. */
final class EnumLabels {
    private EnumLabels() {}

    static SchemaSnapshot apply(SchemaSnapshot before, AddEnumValueOperation add) {
        return relabeled(before, add.type(), labels -> {
            var more = new ArrayList<>(labels);
            int place = labels.indexOf(add.before());
            more.add(place < 0 ? more.size() : place, add.label());
            return more;
        });
    }

    static SchemaSnapshot apply(SchemaSnapshot before, AlterEnumOperation alter) {
        return relabeled(before, alter.type(), labels -> alter.to());
    }

    private static SchemaSnapshot relabeled(SchemaSnapshot before, TableName name,
            UnaryOperator<List<String>> labels) {
        var after = before;
        for (var table : before.tables().values()) {
            after = after.with(table.withColumns(table.columns().stream()
                    .map(column -> column.withType(relabeled(column.type(), table.name().schema(), name, labels)))
                    .toList()));
        }
        return after;
    }

    private static SqlType<?> relabeled(SqlType<?> type, String schema, TableName name,
            UnaryOperator<List<String>> labels) {
        return switch (type) {
            case ArrayType<?> array -> new ArrayType<>(relabeled(array.element(), schema, name, labels));
            case EnumeratedType<?> named when named.isNative() && named.name().equals(name.name())
                    && (named.schema().isEmpty() ? schema : named.schema()).equals(name.schema()) ->
                relabeled(named, labels.apply(named.labels()));
            default -> type;
        };
    }

    /** The length grows with the labels, unless a longer one was given. */
    private static LabelType relabeled(EnumeratedType<?> type, List<String> labels) {
        var usual = new LabelType(type.name(), type.schema(), labels);
        boolean isGiven = type.length() > new LabelType(type.name(), type.schema(), type.labels()).length();
        var sized = isGiven ? usual.withLength(Math.max(type.length(), usual.length())) : usual;
        return type.isChecked() ? sized : sized.unchecked();
    }
}

package dev.rubedo.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A reader of the options of a table. Immutable. */
final class TableOptions {
    private TableOptions() {}

    static String last(List<TableItem> items, TableOption.Kind kind, String otherwise) {
        var value = otherwise;
        for (var item : items) {
            if (item instanceof TableOption option && option.kind() == kind) {
                value = option.value();
            }
        }
        return value;
    }

    static Map<String, String> of(List<TableOption> options, String dialect) {
        var result = new LinkedHashMap<String, String>();
        for (var option : options) {
            if (option.kind() == TableOption.Kind.DIALECT && option.dialect().equals(dialect)) {
                result.put(option.name(), option.value());
            }
        }
        return result;
    }
}

package dev.rubedo.migrate.command;

import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.compare.SchemaComparison;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.ModifyTableOperation;
import dev.rubedo.migrate.operation.OutsideTransactionOperation;
import dev.rubedo.migrate.operation.TableOperation;
import dev.rubedo.migrate.script.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A report of the differences between two schemas, as the operations that turn the first into the second. Stateless.
 */
final class Differences {
    private Differences() {}

    /**
     * Returns the options of the comparison: those of the application, without the tables of the migrations themselves.
     */
    static ComparisonOptions options(CommandContext context) {
        return context.environment()
                .comparison(ComparisonOptions.DEFAULT.without(context.options().ownTables()));
    }

    /** Returns operations with composite ones replaced by their parts. */
    private static Stream<MigrationOperation> flat(List<? extends MigrationOperation> operations) {
        return operations.stream().flatMap(operation -> switch (operation) {
            case BatchOperation batch -> flat(batch.operations());
            case ModifyTableOperation modify -> flat(modify.operations());
            case OutsideTransactionOperation outside -> flat(outside.operations());
            case MigrationOperation other -> Stream.of(other);
        });
    }

    /** Returns the lines of a report. */
    static List<String> lines(SchemaComparison comparison) {
        return flat(comparison.operations()).map(operation -> "  " + operation.describe()
                + (losesData(operation, comparison) ? " (loses data)" : "")).toList();
    }

    /** Returns the number of operations in words. */
    static String count(SchemaComparison comparison) {
        int count = comparison.operations().size();
        return count + (count == 1 ? " operation" : " operations");
    }

    private static boolean losesData(MigrationOperation operation, SchemaComparison comparison) {
        return operation instanceof AlterColumnOperation alter ? alter.isDestructive(comparison.dialect())
                : operation.isDestructive();
    }

    /** Returns a report for programs. */
    static String json(SchemaComparison comparison) {
        var report = new LinkedHashMap<String, Object>();
        report.put("operations", flat(comparison.operations()).map(operation -> json(operation, comparison)).toList());
        report.put("warnings", comparison.warnings());
        return JsonWriter.write(report);
    }

    private static Map<String, Object> json(MigrationOperation operation, SchemaComparison comparison) {
        var object = new LinkedHashMap<String, Object>();
        object.put("operation", operation.getClass().getSimpleName().replaceFirst("Operation$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
        if (operation instanceof TableOperation change) {
            object.put("table", change.table().toString());
        }
        object.put("description", operation.describe());
        object.put("destructive", losesData(operation, comparison));
        return object;
    }
}

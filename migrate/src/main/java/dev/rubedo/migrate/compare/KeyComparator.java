package dev.rubedo.migrate.compare;

import dev.rubedo.migrate.compare.Matching.Entry;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.DropConstraintOperation;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.schema.ConstraintDetails;
import dev.rubedo.schema.Deferrability;
import java.util.List;
import java.util.TreeMap;

/** A comparator of primary keys, unique constraints and exclusion constraints. Stateless. */
final class KeyComparator implements SchemaComparator {

    @Override
    public void compare(ComparisonContext context) {
        for (var pair : context.tables()) {
            for (var kind : List.of(ConstraintKind.PRIMARY_KEY, ConstraintKind.UNIQUE, ConstraintKind.EXCLUSION)) {
                report(pair, matching(pair, kind, context), context);
            }
        }
    }

    static Matching<ConstraintSnapshot> matching(TablePair pair, ConstraintKind kind, ComparisonContext context) {
        return Matching.of(entries(pair, pair.from(), kind, true, context),
                entries(pair, pair.to(), kind, false, context));
    }

    static void report(TablePair pair, Matching<ConstraintSnapshot> matching, ComparisonContext context) {
        matching.removed().forEach(constraint -> context.add(new DropConstraintOperation(pair.name(),
                constraint.name(), constraint.kind(), constraint, false, false)));
        matching.added().forEach(constraint -> context.add(new AddConstraintOperation(pair.name(), constraint)));
    }

    private static List<Entry<ConstraintSnapshot>> entries(TablePair pair, TableSnapshot table, ConstraintKind kind,
            boolean isBefore, ComparisonContext context) {
        var names = new Names(context.dialect());
        return table.constraints().stream().filter(constraint -> constraint.kind() == kind)
                .map(constraint -> new Entry<>(names.key(constraint.name()),
                        definition(pair, constraint, isBefore, context), constraint))
                .toList();
    }

    private static String definition(TablePair pair, ConstraintSnapshot constraint, boolean isBefore,
            ComparisonContext context) {
        boolean isReplaced = constraint.columns().stream()
                .anyMatch(column -> ColumnComparator.isReplaced(pair, column, context));
        return (isReplaced ? isBefore + " " : "") + constraint.columns() + switch (constraint) {
            case ConstraintSnapshot.Primary primary -> deferrability(primary.key().deferrability())
                    + options(primary.key().details(), context);
            case ConstraintSnapshot.Unique unique -> deferrability(unique.unique().deferrability())
                    + options(unique.unique().details(), context);
            case ConstraintSnapshot.Exclusion exclusion -> exclusion(exclusion, context);
            case ConstraintSnapshot other -> throw new IllegalArgumentException(other.toString());
        };
    }

    private static String exclusion(ConstraintSnapshot.Exclusion exclusion, ComparisonContext context) {
        return Exclusions.definition(exclusion.exclusion(), context)
                + deferrability(exclusion.exclusion().deferrability());
    }

    static String deferrability(Deferrability when) {
        return switch (when) {
            case DEFAULT, NOT_DEFERRABLE -> "";
            case DEFERRABLE, INITIALLY_IMMEDIATE -> " deferrable";
            case INITIALLY_DEFERRED -> " deferred";
        };
    }

    /**
     * Returns the options of the dialect, except whether existing rows were checked, which the database does not store.
     */
    static String options(ConstraintDetails details, ComparisonContext context) {
        var options = new TreeMap<String, String>();
        var prefix = context.dialect().name() + ".";
        details.options().forEach((name, value) -> {
            if (name.startsWith(prefix) && !name.endsWith(".not_valid")) {
                options.put(name, value.replace(" ", ""));
            }
        });
        return options.isEmpty() ? "" : options.toString();
    }
}

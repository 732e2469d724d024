package dev.rubedo.migrate.compare;

import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.compare.Matching.Entry;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.schema.CheckConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A comparator of check constraints by their conditions: those of tables, those written with a column, and those that a
 * table definition adds for the values of a type. Stateless.
 */
final class CheckComparator implements SchemaComparator {

    @Override
    public void compare(ComparisonContext context) {
        if (!context.dialect().supports(Feature.CHECK_CONSTRAINTS)) {
            return;
        }
        for (var pair : context.tables()) {
            KeyComparator.report(pair, matching(pair, context), context);
        }
    }

    private static Matching<ConstraintSnapshot> matching(TablePair pair, ComparisonContext context) {
        return Matching.of(entries(pair, pair.from(), true, context), entries(pair, pair.to(), false, context));
    }

    private static List<Entry<ConstraintSnapshot>> entries(TablePair pair, TableSnapshot table, boolean isBefore,
            ComparisonContext context) {
        var names = new Names(context.dialect());
        var entries = new ArrayList<Entry<ConstraintSnapshot>>();
        var replaced = pair.to().columns().stream().map(ColumnSnapshot::name)
                .filter(column -> ColumnComparator.isReplaced(pair, column, context)).toList();
        checks(table).forEach(check -> {
            var sql = context.texts().canonical(check.condition());
            boolean isReplaced = replaced.stream()
                    .anyMatch(column -> SqlToken.mentions(sql, column, context.dialect().catalogTraits()));
            entries.add(new Entry<>(names.key(check.name()),
                    (isReplaced ? isBefore + " " : "") + sql + KeyComparator.options(check.details(), context),
                    new ConstraintSnapshot.Check(check)));
        });
        for (var column : table.columns()) {
            if (isChecked(pair, column, isBefore, context)) {
                context.types().checkedValues(column.type())
                        .ifPresent(values -> entries.add(ofType(column, values, context)));
            }
        }
        return entries;
    }

    private static Stream<CheckConstraint> checks(TableSnapshot table) {
        return Stream.concat(
                table.constraints().stream().filter(ConstraintSnapshot.Check.class::isInstance)
                        .map(ConstraintSnapshot.Check.class::cast).map(ConstraintSnapshot.Check::check),
                table.columns().stream().flatMap(column -> column.checks().stream()));
    }

    /** Adding or dropping a column also adds or drops the check of its type. */
    private static boolean isChecked(TablePair pair, ColumnSnapshot column, boolean isBefore,
            ComparisonContext context) {
        var other = isBefore ? pair.to() : pair.from();
        return other.find(column.name()).isPresent() && !ColumnComparator.isReplaced(pair, column.name(), context);
    }

    private static Entry<ConstraintSnapshot> ofType(ColumnSnapshot column, List<String> values,
            ComparisonContext context) {
        var sql = context.dialect().quoter().quote(column.name()) + " IN (" + String.join(", ", values) + ")";
        var check = CheckConstraint.of(sql.replace("\\:", "\\\\:"));
        return new Entry<>("", context.texts().canonical(sql), new ConstraintSnapshot.Check(check));
    }
}

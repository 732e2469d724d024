package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.migrate.compare.Matching.Entry;
import dev.rubedo.migrate.operation.CreateIndexOperation;
import dev.rubedo.migrate.operation.DropIndexOperation;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Ordered;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A comparator of indexes; one that differs is dropped and created again. Stateless. */
final class IndexComparator implements SchemaComparator {

    @Override
    public void compare(ComparisonContext context) {
        for (var pair : context.tables()) {
            var matching = matching(pair, context);
            matching.removed().forEach(index -> context
                    .add(new DropIndexOperation(pair.name(), index.name(), index, false, false)));
            matching.added().forEach(index -> context.add(new CreateIndexOperation(pair.name(), index)));
        }
    }

    static Matching<IndexSnapshot> matching(TablePair pair, ComparisonContext context) {
        return Matching.of(entries(pair, pair.from(), true, context), entries(pair, pair.to(), false, context));
    }

    private static List<Entry<IndexSnapshot>> entries(TablePair pair, TableSnapshot table, boolean isBefore,
            ComparisonContext context) {
        var names = new Names(context.dialect());
        return table.indexes().stream().map(index -> {
            boolean isReplaced = index.columns().stream()
                    .anyMatch(column -> ColumnComparator.isReplaced(pair, column, context));
            return new Entry<>(names.key(index.name()),
                    (isReplaced ? isBefore + " " : "") + definition(index, context), index);
        }).toList();
    }

    private static String definition(IndexSnapshot index, ComparisonContext context) {
        var terms = index.terms().stream().map(term -> term(term, context)).collect(Collectors.joining(", "));
        var condition = index.condition() == NoCondition.NONE ? ""
                : " where " + context.texts().canonical(index.condition());
        var method = index.method().equalsIgnoreCase("btree") ? "" : " using " + index.method();
        return (index.isUnique() ? "unique " : "") + terms + " include " + index.including() + condition + method
                + options(index, context);
    }

    private static String term(IndexSnapshot.Term term, ComparisonContext context) {
        var expression = term.expression();
        var text = expression == null ? "column " + term.column() : context.texts().canonical(expression);
        return text + (term.direction() == Ordered.Direction.DESCENDING ? " desc" : "") + nulls(term, context);
    }

    /** The database's default position of NULLs is treated as unspecified. */
    private static String nulls(IndexSnapshot.Term term, ComparisonContext context) {
        boolean isDescending = term.direction() == Ordered.Direction.DESCENDING;
        boolean isHigh = context.dialect().catalogTraits().has(CatalogTrait.NULL_IS_GREATEST);
        var usual = isDescending == isHigh ? Ordered.Nulls.FIRST : Ordered.Nulls.LAST;
        return term.nulls() == Ordered.Nulls.DEFAULT || term.nulls() == usual ? "" : " nulls " + term.nulls();
    }

    /**
     * Returns the dialect's persistent options, without those for building an index. An option of the only column is an
     * option of the index.
     */
    private static String options(IndexSnapshot index, ComparisonContext context) {
        var options = new TreeMap<String, String>();
        var prefix = context.dialect().name() + ".";
        var ofColumn = index.terms().size() == 1 ? "." + index.terms().get(0).column() : "";
        index.options().forEach((name, value) -> {
            if (name.startsWith(prefix) && !name.endsWith(".concurrently") && !name.endsWith(".with_parser")) {
                var option = name.substring(prefix.length());
                options.put(!ofColumn.isEmpty() && option.endsWith(ofColumn)
                        ? option.substring(0, option.length() - ofColumn.length())
                        : option, value.replace(" ", "").toLowerCase(java.util.Locale.ROOT));
            }
        });
        return options.isEmpty() ? "" : options.toString();
    }
}

package dev.rubedo.reflect;

import dev.rubedo.schema.Index;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Collate;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Ordered;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A factory of indexes from reflected ones. An index that cannot be reproduced is omitted with a warning. Stateless.
 */
final class IndexReflection {

    private static final Logger LOG = LoggerFactory.getLogger(IndexReflection.class);

    private IndexReflection() {}

    static Optional<Index> of(ReflectedIndex from, Table table) {
        if (!from.unmodelled().isEmpty()) {
            LOG.warn(
                    "Index \"{}\" of table \"{}\" is omitted from the reflected metadata, which cannot represent it: "
                            + "{}. "
                            + "Create it with a separate statement.",
                    from.name(), table.label(), from.unmodelled());
            return Optional.empty();
        }
        var index = Index.on(from.terms().stream().map(term -> term(term, table)).toArray(OrderTerm[]::new))
                .named(from.name()).including(from.included().toArray(String[]::new)).using(from.method());
        index = from.isUnique() ? index.unique() : index;
        index = from.condition().isEmpty() ? index
                : index.where(Sql.condition(fragment(from.condition(), Types.BOOLEAN)));
        for (var option : from.options().entrySet()) {
            int point = option.getKey().indexOf('.');
            index = index.option(option.getKey().substring(0, point), option.getKey().substring(point + 1),
                    option.getValue());
        }
        return Optional.of(index);
    }

    private static OrderTerm term(ReflectedIndexTerm from, Table table) {
        Expression<?> plain = from.isExpression() ? fragment(from.text(), Types.UNKNOWN) : table.require(from.text());
        Expression<?> term = from.collation().isEmpty() ? plain : new Collate<>(plain, "", from.collation());
        return !from.isDescending() && from.nulls() == Ordered.Nulls.DEFAULT ? term
                : new Ordered(term,
                        from.isDescending() ? Ordered.Direction.DESCENDING : Ordered.Direction.DEFAULT, from.nulls());
    }

    /** Returns SQL from the database as a node, with colons and backslashes escaped. */
    static <T extends @Nullable Object> TextFragment<T> fragment(String sql, SqlType<T> type) {
        return new TextFragment<>(sql.replace("\\:", "\\\\:"), List.of(), type);
    }
}

package dev.rubedo.compile;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.ColumnDefault;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.TableReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A search for the columns that get a default because the statement omits them. Immutable. */
final class ColumnDefaults {

    private ColumnDefaults() {}

    /**
     * A column with its default.
     *
     * @param column the column
     * @param expression the expression that the database evaluates, or null for a value supplied in Java
     * @param value supplies the value
     */
    record Default(ColumnReference<?> column, @Nullable Expression<?> expression,
            Supplier<? extends @Nullable Object> value) {}

    /** Returns the names of columns. */
    static Set<String> names(Collection<? extends SettableColumn<?>> columns) {
        var names = new HashSet<String>();
        columns.forEach(column -> names.add(column.name()));
        return names;
    }

    /** Returns the defaults of an INSERT that assigns the named columns, in the order of the table. */
    static List<Default> forInsert(TableReference table, Collection<String> given) {
        return missing(table, given, true);
    }

    /** Returns the defaults of an UPDATE that sets the named columns, in the order of the table. */
    static List<Default> forUpdate(TableReference table, Collection<String> given) {
        return missing(table, given, false);
    }

    /** Returns the columns that a sequence fills, in the order of the table. */
    static List<Default> sequences(TableReference table, Collection<String> given) {
        var defaults = new ArrayList<Default>();
        if (table instanceof Table declared) {
            for (var column : declared.columns()) {
                var sequence = column.sequenceDefault();
                if (sequence != null && !given.contains(column.name())) {
                    defaults.add(new Default(column, sequence.nextValue(), () -> null));
                }
            }
        }
        return defaults;
    }

    private static List<Default> missing(TableReference table, Collection<String> given, boolean isInsert) {
        if (!(table instanceof Table declared)) {
            return List.of();
        }
        var defaults = new ArrayList<Default>();
        for (var column : declared.columns()) {
            if (!given.contains(column.name())) {
                add(column, isInsert ? column.insertDefault() : column.updateDefault(), defaults);
            }
        }
        return defaults;
    }

    private static void add(Column<?> column, @Nullable ColumnDefault<?> source, List<Default> defaults) {
        switch (source) {
            case null -> {}
            case ColumnDefault.Value<?> value -> defaults.add(new Default(column, null, value::value));
            case ColumnDefault.Supplied<?> supplied -> defaults.add(new Default(column, null, supplied.supplier()));
            case ColumnDefault.Computed<?> computed ->
                defaults.add(new Default(column, computed.expression(), () -> null));
        }
    }
}

package dev.rubedo.orm.model;

import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.ValueSource;
import dev.rubedo.sql.Expression;
import dev.rubedo.stability.Incubating;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an entity that get values which the program does not set: from suppliers, from expressions in the
 * statement, or from the database. The arrays must not be modified. Immutable.
 */
@Incubating
public final class AttributeDefaults {

    private final EntityDefinition<?> definition;
    private final int[] supplied;
    private final int[] filledOnInsert;
    private final int[] renewed;
    private final int[] filledOnUpdate;
    private final int[] filled;
    private final @Nullable Expression<?>[] insertExpressions;
    private final @Nullable Expression<?>[] updateExpressions;

    AttributeDefaults(EntityDefinition<?> definition, int[] columns) {
        this.definition = definition;
        supplied = only(columns, i -> column(i).insertDefault() instanceof ValueSource.OfProgram);
        filledOnInsert = only(columns, i -> column(i).isFilledOnInsert());
        renewed = only(columns, i -> column(i).updateDefault() instanceof ValueSource.OfProgram);
        filledOnUpdate = only(columns, i -> column(i).isFilledOnUpdate());
        filled = only(columns, i -> column(i).isFilledOnInsert() || column(i).isFilledOnUpdate());
        insertExpressions = expressions(filledOnInsert, ColumnDefinition::insertDefault);
        updateExpressions = expressions(filledOnUpdate, ColumnDefinition::updateDefault);
    }

    private static int[] only(int[] columns, IntPredicate wanted) {
        return Arrays.stream(columns).filter(wanted).toArray();
    }

    private ColumnDefinition column(int attribute) {
        return (ColumnDefinition) definition.attribute(attribute);
    }

    private @Nullable Expression<?>[] expressions(int[] attributes,
            Function<ColumnDefinition, @Nullable ValueSource> source) {
        @Nullable Expression<?>[] expressions = new Expression<?>[definition.attributes().size()];
        for (int attribute : attributes) {
            if (source.apply(column(attribute)) instanceof ValueSource.OfSql sql) {
                expressions[attribute] = InlinedValues.in(sql, definition.name(), column(attribute).name());
            }
        }
        return expressions;
    }

    /** Returns the attributes that get a value from a supplier when their row is inserted and none was set. */
    public int[] supplied() {
        return supplied;
    }

    /** Returns the attributes that the database fills when their row is inserted and no value was set. */
    public int[] filledOnInsert() {
        return filledOnInsert;
    }

    /** Returns the attributes that get a value from a supplier when their row is updated and they did not change. */
    public int[] renewed() {
        return renewed;
    }

    /** Returns the attributes that the database fills when their row is updated and they did not change. */
    public int[] filledOnUpdate() {
        return filledOnUpdate;
    }

    /** Returns the attributes that the database fills in an INSERT or an UPDATE. */
    public int[] filled() {
        return filled;
    }

    /** Returns the value of a new row for one of the {@link #supplied} attributes. */
    public @Nullable Object supply(int attribute) {
        return value(column(attribute).insertDefault());
    }

    /** Returns the value of a changed row for one of the {@link #renewed} attributes. */
    public @Nullable Object renew(int attribute) {
        return value(column(attribute).updateDefault());
    }

    private static @Nullable Object value(@Nullable ValueSource source) {
        return ((ValueSource.OfProgram) Objects.requireNonNull(source, "source")).supplier().get();
    }

    /** Returns the expression that an INSERT writes for an attribute without a value, or null if it omits the column. */
    public @Nullable Expression<?> insertExpression(int attribute) {
        return insertExpressions[attribute];
    }

    /** Returns the expression that an UPDATE assigns to an attribute that did not change, or null. */
    public @Nullable Expression<?> updateExpression(int attribute) {
        return updateExpressions[attribute];
    }
}

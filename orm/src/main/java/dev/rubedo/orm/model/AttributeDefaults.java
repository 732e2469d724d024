package dev.rubedo.orm.model;

import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.ValueSource;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ColumnDefault;
import dev.rubedo.sql.Expression;
import dev.rubedo.stability.Incubating;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an entity whose values come from elsewhere if the program does not set them: from suppliers, from
 * expressions in the statement, or from the database. The arrays must not be modified. Immutable.
 */
@Incubating
public final class AttributeDefaults {

    private final @Nullable ValueSource[] insertSources;
    private final @Nullable ValueSource[] updateSources;
    private final BitSet insertBits;
    private final BitSet computed;
    private final int[] supplied;
    private final int[] filledOnInsert;
    private final int[] renewed;
    private final int[] filledOnUpdate;
    private final int[] filled;
    private final int[] changedByUpdate;
    private final @Nullable Expression<?>[] insertExpressions;
    private final @Nullable Expression<?>[] updateExpressions;

    /**
     * @param attributes the attributes with columns
     * @param columns the column of each attribute, whose defaults apply if the attribute itself has none
     */
    AttributeDefaults(EntityDefinition<?> definition, int[] attributes, @Nullable Column<?>[] columns) {
        insertSources = sources(definition, attributes, ColumnDefinition::insertDefault,
                i -> Objects.requireNonNull(columns[i]).insertDefault());
        updateSources = sources(definition, attributes, ColumnDefinition::updateDefault,
                i -> Objects.requireNonNull(columns[i]).updateDefault());
        supplied = only(attributes, i -> insertSources[i] instanceof ValueSource.OfProgram);
        renewed = only(attributes, i -> updateSources[i] instanceof ValueSource.OfProgram);
        filledOnInsert = only(attributes,
                i -> column(definition, i).isFilledOnInsert() || insertSources[i] instanceof ValueSource.OfSql
                        || isFilled(definition, i, Objects.requireNonNull(columns[i])));
        filledOnUpdate = only(attributes,
                i -> column(definition, i).isFilledOnUpdate() || updateSources[i] instanceof ValueSource.OfSql
                        || isRefilled(Objects.requireNonNull(columns[i])));
        filled = IntStream.concat(Arrays.stream(filledOnInsert), Arrays.stream(filledOnUpdate)).distinct().sorted()
                .toArray();
        changedByUpdate = IntStream.concat(Arrays.stream(renewed), Arrays.stream(filledOnUpdate)).toArray();
        insertExpressions = expressions(definition, attributes, insertSources);
        updateExpressions = expressions(definition, attributes, updateSources);
        insertBits = bits(filledOnInsert);
        computed = bits(only(attributes, i -> Objects.requireNonNull(columns[i]).computation() != null));
    }

    private static boolean isFilled(EntityDefinition<?> definition, int attribute, Column<?> column) {
        return !column(definition, attribute).isPrimaryKey()
                && (column.databaseDefault() != null || column.computation() != null || column.isDatabaseGenerated());
    }

    private static boolean isRefilled(Column<?> column) {
        return column.computation() != null || column.isDatabaseUpdated();
    }

    private static int[] only(int[] columns, IntPredicate wanted) {
        return Arrays.stream(columns).filter(wanted).toArray();
    }

    private static BitSet bits(int[] attributes) {
        BitSet bits = new BitSet();
        Arrays.stream(attributes).forEach(bits::set);
        return bits;
    }

    private static ColumnDefinition column(EntityDefinition<?> definition, int attribute) {
        return (ColumnDefinition) definition.attribute(attribute);
    }

    private static @Nullable ValueSource[] sources(EntityDefinition<?> definition, int[] attributes,
            Function<ColumnDefinition, @Nullable ValueSource> own,
            IntFunction<@Nullable ColumnDefault<?>> ofColumn) {
        @Nullable ValueSource[] sources = new ValueSource[definition.attributes().size()];
        for (int attribute : attributes) {
            ValueSource given = own.apply(column(definition, attribute));
            sources[attribute] = given != null ? given : source(ofColumn.apply(attribute));
        }
        return sources;
    }

    private static @Nullable ValueSource source(@Nullable ColumnDefault<?> of) {
        return switch (of) {
            case null -> null;
            case ColumnDefault.Value<?> value -> ValueSource.supplied(value::value);
            case ColumnDefault.Supplied<?> supplied -> ValueSource.supplied(supplied.supplier());
            case ColumnDefault.Computed<?> computed -> ValueSource.sql(computed::expression);
        };
    }

    private static @Nullable Expression<?>[] expressions(EntityDefinition<?> definition, int[] attributes,
            @Nullable ValueSource[] sources) {
        @Nullable Expression<?>[] expressions = new Expression<?>[definition.attributes().size()];
        for (int attribute : attributes) {
            if (sources[attribute] instanceof ValueSource.OfSql sql) {
                expressions[attribute] = InlinedValues.in(sql, definition.name(),
                        column(definition, attribute).name());
            }
        }
        return expressions;
    }

    /** Returns whether the database fills an attribute when its row is inserted and no value was set. */
    public boolean isFilledOnInsert(int attribute) {
        return insertBits.get(attribute);
    }

    /** Returns whether the database computes an attribute, so that no statement writes it. */
    public boolean isComputed(int attribute) {
        return computed.get(attribute);
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

    /** Returns the attributes that get a new value when their row is updated and they did not change. */
    public int[] changedByUpdate() {
        return changedByUpdate;
    }

    /** Returns the attributes that the database fills in an INSERT or an UPDATE. */
    public int[] filled() {
        return filled;
    }

    /** Returns the value of a new row for one of the {@link #supplied} attributes. */
    public @Nullable Object supply(int attribute) {
        return value(insertSources[attribute]);
    }

    /** Returns the value of a changed row for one of the {@link #renewed} attributes. */
    public @Nullable Object renew(int attribute) {
        return value(updateSources[attribute]);
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

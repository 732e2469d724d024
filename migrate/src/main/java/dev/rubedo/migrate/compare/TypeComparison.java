package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.CompileException;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.BooleanType;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.TextType;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The comparison of types as a database stores them. Named enumerations are compared only by their names; their labels
 * are compared separately. Immutable.
 */
final class TypeComparison {
    private final Dialect dialect;
    private final BiPredicate<SqlType<?>, SqlType<?>> same;

    TypeComparison(Dialect dialect, BiPredicate<SqlType<?>, SqlType<?>> same) {
        this.dialect = dialect;
        this.same = same;
    }

    /** Returns a comparison by the names that a dialect writes. */
    static TypeComparison ofNames(Dialect dialect) {
        return new TypeComparison(dialect, (one, other) -> one.equals(other)
                || name(one, dialect).equals(name(other, dialect)));
    }

    private static String name(SqlType<?> type, Dialect dialect) {
        try {
            return dialect.typeName(type).toLowerCase(Locale.ROOT).replace(" ", "");
        } catch (CompileException e) {
            return type.toString();
        }
    }

    boolean isSame(TableName table, SqlType<?> one, SqlType<?> other) {
        if (one.equals(other)) {
            return true;
        }
        var first = compared(table, one);
        var second = compared(table, other);
        return same.test(first, second) || same.test(scaled(first), scaled(second));
    }

    /** Returns a decimal number of a precision alone as databases take it: without fraction digits. */
    private static SqlType<?> scaled(SqlType<?> type) {
        return switch (type) {
            case NumericType number when number.precision() > 0 && number.scale() < 0 ->
                new NumericType(number.precision(), 0);
            case ArrayType<?> array -> new ArrayType<>(scaled(array.element()));
            case SqlType<?> other -> other;
        };
    }

    private SqlType<?> compared(TableName table, SqlType<?> type) {
        var stored = stored(type);
        if (stored instanceof TextType && dialect.catalogTraits().has(CatalogTrait.TEXT_IS_STRING)) {
            // depending on its mode, H2 takes TEXT for a VARCHAR without a limit
            return Types.STRING;
        }
        if (stored instanceof ArrayType<?> array) {
            return new ArrayType<>(compared(table, array.element()));
        }
        return stored instanceof EnumeratedType<?> named && isNamed(named)
                ? new LabelType(named.name(), schema(table, named), List.of("label"))
                : stored;
    }

    static String schema(TableName table, EnumeratedType<?> type) {
        return type.schema().isEmpty() ? table.schema() : type.schema();
    }

    /** Returns whether an enumeration is a named type in the database. */
    boolean isNamed(EnumeratedType<?> type) {
        return type.isNative() && dialect.supports(Feature.ENUM_TYPE);
    }

    /** Returns the named enumeration that a column needs, possibly as the element type of an array. */
    Optional<EnumeratedType<?>> namedEnumeration(SqlType<?> type) {
        return switch (type.forDialect(dialect.name())) {
            case EnumeratedType<?> enumeration when isNamed(enumeration) -> Optional.of(enumeration);
            case ArrayType<?> array -> namedEnumeration(array.element());
            case CustomType<?, ?> custom -> namedEnumeration(custom.storage());
            default -> Optional.empty();
        };
    }

    /** Returns the type of the values, without a check that a table definition would add. */
    SqlType<?> stored(SqlType<?> type) {
        return switch (type.forDialect(dialect.name())) {
            case EnumeratedType<?> enumeration when !isEnumeration(enumeration) -> Types.string(enumeration.length());
            case BooleanType bool -> Types.BOOLEAN;
            case CustomType<?, ?> custom -> stored(custom.storage());
            case SqlType<?> other -> other;
        };
    }

    /** An enumeration is a named type, an inline type of the column, or a string. */
    private boolean isEnumeration(EnumeratedType<?> type) {
        return isNamed(type) || type.isNative()
                && !dialect.typeName(type).equals(dialect.typeName(Types.string(type.length())));
    }

    /** Returns the values that a table definition checks for a type; empty if it does not. */
    Optional<List<String>> checkedValues(SqlType<?> type) {
        return switch (type.forDialect(dialect.name())) {
            case EnumeratedType<?> enumeration when enumeration.isChecked() && !isEnumeration(enumeration) ->
                Optional.of(enumeration.labels().stream().map(label -> "'" + label.replace("'", "''") + "'").toList());
            case BooleanType bool when bool.isChecked() && !dialect.supports(Feature.BOOLEAN_TYPE) ->
                Optional.of(List.of("0", "1"));
            default -> Optional.empty();
        };
    }
}

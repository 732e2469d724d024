package dev.rubedo.orm.state;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.ResultException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.orm.error.AttributeConversionException;
import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.FormulaDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.result.RowReader;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.List;

/** The exceptions for values that the type of an attribute failed to convert. Stateless. Thread-safe. */
final class Conversions {

    private Conversions() {}

    /** Returns the exception to throw when a row could not be read; {@code at} is the column of the first attribute. */
    static RuntimeException unreadable(ManagedEntity entity, RowReader in, int at, RuntimeException failure) {
        int column = in.unreadableColumn() - at;
        if (column < 0) {
            return failure;
        }
        List<AttributeDefinition> attributes = entity.$definition().attributes();
        for (int attribute = 0; attribute < attributes.size(); attribute++) {
            if (!(attributes.get(attribute) instanceof RelationshipDefinition) && column-- == 0) {
                return unreadable(entity, attribute, failure);
            }
        }
        return failure;
    }

    /** Returns the exception to throw when the value of one attribute could not be read. */
    static RuntimeException unreadable(ManagedEntity entity, int attribute, RuntimeException failure) {
        return isConversion(failure) ? exception(entity, attribute, "read from", failure) : failure;
    }

    /** Returns the exception to throw when the value of one attribute could not be bound to a parameter. */
    static RuntimeException unwritable(ManagedEntity entity, int attribute, RuntimeException failure) {
        return isConversion(failure) ? exception(entity, attribute, "written to", failure) : failure;
    }

    /** Errors of the database and of the mapping are not conversion failures. */
    private static boolean isConversion(RuntimeException failure) {
        return !(failure instanceof RubedoException own) || own.code() == ErrorCode.CONVERSION;
    }

    /** Returns the class that readers of the program recognize: that of a custom type, otherwise that of its values. */
    private static String name(SqlType<?> type) {
        Class<?> known = type instanceof CustomType<?, ?> ? type.getClass() : type.javaType();
        return known.getSimpleName();
    }

    private static RuntimeException exception(ManagedEntity entity, int attribute, String direction,
            RuntimeException failure) {
        EntityDefinition<?> definition = entity.$definition();
        String name = definition.attribute(attribute).name();
        RuntimeException reason = reason(definition.attribute(attribute), failure);
        String source = switch (definition.attribute(attribute)) {
            case ColumnDefinition column -> "column \"" + column.column() + "\" by the type " + name(column.type());
            case FormulaDefinition formula -> "its formula by the type " + name(formula.type());
            case RelationshipDefinition relationship -> "its foreign key";
        };
        return new AttributeConversionException(definition.name(), name, "The value of \"" + definition.name()
                + "." + name + "\" cannot be " + direction + " " + source + ": " + reason.getMessage(), reason);
    }

    /** Returns the exception of a custom type, which its codec reported without the attribute. */
    private static RuntimeException reason(AttributeDefinition attribute, RuntimeException failure) {
        SqlType<?> type = switch (attribute) {
            case ColumnDefinition column -> column.type();
            case FormulaDefinition formula -> formula.type();
            case RelationshipDefinition relationship -> Types.UNKNOWN;
        };
        return type instanceof CustomType<?, ?> && failure instanceof ResultException
                && failure.getCause() instanceof RuntimeException thrown ? thrown : failure;
    }
}

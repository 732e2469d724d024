package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.TypeRenderer;
import dev.rubedo.error.CompileException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.type.BinaryType;
import dev.rubedo.type.BooleanType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.ExactDecimalType;
import dev.rubedo.type.IntervalType;
import dev.rubedo.type.RealType;
import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.UnboundedNumericType;
import java.util.stream.Collectors;

/** The types of MySQL and MariaDB. Immutable. */
final class MysqlTypeRenderer extends TypeRenderer {

    private static final String WIDEST_NUMERIC = "NUMERIC(65, 30)";

    private final MysqlLiteralRenderer literals;

    MysqlTypeRenderer(DialectTraits traits) {
        super(traits);
        this.literals = new MysqlLiteralRenderer(traits);
    }

    /** A cast supports fewer types than a column: kinds of numbers, and CHAR for all strings. */
    @Override
    protected String renderCastTarget(SqlType<?> type) {
        return switch (type.family()) {
            case INTEGER -> "SIGNED INTEGER";
            case TEXT -> type instanceof StringType text ? "CHAR" + length(text.length()) : "CHAR";
            case ENUM -> "CHAR";
            case BINARY -> "BINARY";
            case DECIMAL -> render(type).replace("NUMERIC", "DECIMAL");
            case FLOATING -> type instanceof RealType ? "FLOAT" : render(type);
            case DATE, TIME, TIMESTAMP, INTERVAL, JSON, UUID -> render(type);
            case BOOLEAN, ARRAY, OTHER, UNKNOWN -> "";
        };
    }

    /** A cast accepts kinds of values, not the names of column types. */
    @Override
    protected String renderRenamedCast(RenamedType<?> type) {
        requireOwn(type);
        return renderForCast(type.values());
    }

    @Override
    protected String renderBoolean(BooleanType type) {
        return "BOOL";
    }

    /**
     * NUMERIC without a precision has no fraction digits here, so the widest type with fraction digits is used instead.
     */
    @Override
    protected String renderUnboundedNumeric(UnboundedNumericType type) {
        return WIDEST_NUMERIC;
    }

    @Override
    protected String renderExactDecimal(ExactDecimalType type) {
        return WIDEST_NUMERIC;
    }

    @Override
    protected String renderString(StringType type) {
        if (type.length() == 0 && !type.isFixed()) {
            throw new CompileException(ErrorCode.INVALID_STATEMENT, "VARCHAR requires a length on dialect \""
                    + traits.name() + "\". Declare the column as string(length) or as TEXT.");
        }
        var name = (type.isFixed() ? "CHAR" : "VARCHAR") + length(type.length());
        return (type.isNational() ? "NATIONAL " + name : name) + collation(type.collation());
    }

    /** Collation names are never quoted here. */
    @Override
    protected String collation(String collation) {
        if (!collation.matches("\\w*")) {
            throw new CompileException(ErrorCode.INVALID_STATEMENT,
                    "\"" + collation + "\" is not a collation name. Use letters, digits and underscores.");
        }
        return collation.isEmpty() ? "" : " COLLATE " + collation;
    }

    @Override
    protected String renderBinary(BinaryType type) {
        return "BLOB" + length(type.length());
    }

    /** Without digits, fractional seconds would be lost. */
    @Override
    protected String renderInterval(IntervalType type) {
        return "DATETIME(6)";
    }

    @Override
    protected String renderEnum(EnumeratedType<?> type) {
        if (!type.isNative()) {
            return super.renderEnum(type);
        }
        return type.labels().stream().map(literals::renderLabel)
                .collect(Collectors.joining(",", "ENUM(", ")"));
    }
}

package dev.rubedo.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.mapping.Enumerated;
import dev.rubedo.mapping.Json;
import dev.rubedo.mapping.Type;
import dev.rubedo.schema.Column;
import dev.rubedo.type.BigIntType;
import dev.rubedo.type.BinaryType;
import dev.rubedo.type.BooleanType;
import dev.rubedo.type.DateType;
import dev.rubedo.type.DoubleType;
import dev.rubedo.type.IntegerType;
import dev.rubedo.type.IntervalType;
import dev.rubedo.type.JsonType;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.RealType;
import dev.rubedo.type.SmallIntType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TextType;
import dev.rubedo.type.TimeType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TimestampType;
import dev.rubedo.type.Types;
import dev.rubedo.type.UnboundedNumericType;
import dev.rubedo.type.UuidType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an attribute of an entity declares the type of its column. Immutable.
 *
 * @param java the type of the attribute
 * @param annotations the annotations that declare it
 * @param sizes elements of {@code @Column}, in order
 */
record AttributeType(TypeName java, List<AnnotationSpec> annotations, Map<String, CodeBlock> sizes) {

    /** The number of fractional digits of a second that every database stores, and that attributes request. */
    private static final int MICROSECONDS = 6;

    /**
     * A VARCHAR without a length. An attribute without a length does not declare it, because it has the default length
     * of mappings.
     */
    private static final SqlType<String> UNLIMITED = Types.exact("VARCHAR", Types.TEXT);

    /** Returns the declaration for a column. */
    static AttributeType of(Column<?> column, TypeSource source, boolean isPortable) {
        var type = source.of(column).equals(Types.STRING) && !isPortable ? UNLIMITED : source.of(column);
        var java = source.java(type, column);
        var sizes = new LinkedHashMap<String, CodeBlock>();
        if (isPlain(type, isPortable, sizes)) {
            return new AttributeType(java, List.of(), sizes);
        }
        if (type.equals(PostgresTypes.jsonb(Object.class)) || isPortable && type instanceof JsonType<?>) {
            return new AttributeType(java, List.of(AnnotationSpec.builder(Json.class).build()), Map.of());
        }
        if (type instanceof LabelType labels && labels.schema().isEmpty()
                && !source.enumeration(labels, column).hasLabels()) {
            var annotation = AnnotationSpec.builder(Enumerated.class).addMember("value", "$T.NATIVE",
                    Enumerated.Storage.class);
            if (!labels.name().isEmpty()) {
                annotation.addMember("name", "$S", labels.name());
            }
            return new AttributeType(java, List.of(annotation.build()), Map.of());
        }
        return new AttributeType(java, List.of(constant(source.constantOf(type, column))), Map.of());
    }

    private static AnnotationSpec constant(TypeReference reference) {
        return AnnotationSpec.builder(Type.class).addMember("value", "$T.class", reference.owner())
                .addMember("constant", "$S", reference.name()).build();
    }

    /** Returns whether the Java type, alone or with a size, declares the type. */
    private static boolean isPlain(SqlType<?> type, boolean isPortable, Map<String, CodeBlock> sizes) {
        return switch (type) {
            case BooleanType each -> !each.isChecked();
            case SmallIntType each -> true;
            case IntegerType each -> true;
            case BigIntType each -> true;
            case RealType each -> true;
            case DoubleType each -> true;
            case DateType each -> true;
            case UuidType each -> true;
            case IntervalType each -> each.dayDigits() < 0 || isPortable;
            case UnboundedNumericType each -> true;
            case NumericType each -> numeric(each, isPortable, sizes);
            case StringType each -> string(each, isPortable, sizes);
            case TextType each -> {
                sizes.put("length", CodeBlock.of("$T.UNLIMITED", dev.rubedo.mapping.Column.class));
                yield each.collation().isEmpty();
            }
            case BinaryType each -> {
                if (each.length() > 0) {
                    sizes.put("length", CodeBlock.of("$L", each.length()));
                }
                yield true;
            }
            case TimeType each -> each.digits() == MICROSECONDS || isPortable;
            case TimestampType each -> each.digits() == MICROSECONDS || isPortable;
            case TimestampTimeZoneType each -> each.digits() == MICROSECONDS || isPortable;
            default -> false;
        };
    }

    private static boolean numeric(NumericType type, boolean isPortable, Map<String, CodeBlock> sizes) {
        if (type.precision() == 0) {
            return isPortable;
        }
        sizes.put("precision", CodeBlock.of("$L", type.precision()));
        if (type.scale() > 0) {
            sizes.put("scale", CodeBlock.of("$L", type.scale()));
        }
        return type.scale() >= 0;
    }

    private static boolean string(StringType type, boolean isPortable, Map<String, CodeBlock> sizes) {
        if (type.length() == 0 || !isPortable && (type.isFixed() || type.isNational() || !type.collation().isEmpty())) {
            if (isPortable) {
                sizes.put("length", CodeBlock.of("$T.UNLIMITED", dev.rubedo.mapping.Column.class));
            }
            return isPortable;
        }
        if (type.length() != dev.rubedo.mapping.Column.DEFAULT_LENGTH) {
            sizes.put("length", CodeBlock.of("$L", type.length()));
        }
        return true;
    }
}

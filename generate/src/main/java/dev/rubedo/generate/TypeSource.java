package dev.rubedo.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rubedo.dialect.mysql.type.MysqlTypes;
import dev.rubedo.schema.Column;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.BinaryType;
import dev.rubedo.type.DialectType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.JsonType;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TextType;
import dev.rubedo.type.TypeExpression;
import dev.rubedo.type.Types;
import dev.rubedo.type.VariantType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The source of column types. Confined to one thread at a time. */
final class TypeSource {
    private static final Set<String> MYSQL = Set.of("mysql", "mariadb");

    private final boolean isPortable;
    private final EnumPlans enums;
    private final TypeConstants constants;
    private final Map<Column<?>, SqlType<?>> others;

    /** @param others the types of foreign keys whose values must have a different Java type than their column */
    TypeSource(boolean isPortable, EnumPlans enums, TypeConstants constants, Map<Column<?>, SqlType<?>> others) {
        this.isPortable = isPortable;
        this.enums = enums;
        this.constants = constants;
        this.others = others;
    }

    /** Returns the type of a column to be written. */
    SqlType<?> of(Column<?> column) {
        var type = others.containsKey(column) ? others.get(column) : column.type();
        return isPortable ? portable(type) : type;
    }

    private static SqlType<?> portable(SqlType<?> type) {
        return switch (type) {
            case RenamedType<?> renamed when renamed.values() != Types.UNKNOWN -> portable(renamed.values());
            case ArrayType<?> array -> new ArrayType<>(portable(array.element()));
            case StringType string -> string.withCollation("");
            case TextType text -> text.withCollation("");
            default -> type;
        };
    }

    /** Returns the Java type of the values. */
    TypeName java(SqlType<?> type, Column<?> column) {
        var known = DialectConstants.find(type);
        if (known.isPresent()) {
            return known.get().java();
        }
        return switch (type) {
            case LabelType labels -> enums.of(labels, column).name();
            case ArrayType<?> array -> ParameterizedTypeName.get(ClassName.get(List.class),
                    java(array.element(), column));
            case RenamedType<?> renamed -> java(renamed.values(), column);
            case VariantType<?> variant -> java(variant.base(), column);
            case BinaryType binary -> ArrayTypeName.of(TypeName.BYTE);
            default -> ClassName.get(type.javaType());
        };
    }

    /** Returns the expression of a type as a table declares it: a short one, or a constant. */
    CodeBlock code(SqlType<?> type, Column<?> column) {
        return isShort(type) ? expression(type, column) : constants.of(type, column, this).code();
    }

    /** Returns the enum of a column. */
    EnumPlan enumeration(LabelType type, Column<?> column) {
        return enums.of(type, column);
    }

    /** Returns a constant that holds a type: an existing or a generated one. */
    TypeReference constantOf(SqlType<?> type, Column<?> column) {
        var known = DialectConstants.find(type);
        if (known.isPresent()) {
            return new TypeReference(known.get().owner(), known.get().name());
        }
        var code = expression(type, column).toString();
        if (code.matches("dev\\.rubedo\\.type\\.Types\\.[A-Z_]+")) {
            return new TypeReference(ClassName.get(Types.class), code.substring(code.lastIndexOf('.') + 1));
        }
        var constant = constants.of(type, column, this);
        return new TypeReference(constant.owner(), constant.name());
    }

    /** Returns whether the expression of a type is a constant, or a call with numbers. */
    private static boolean isShort(SqlType<?> type) {
        return switch (type) {
            case StringType string -> string.collation().isEmpty();
            case TextType text -> text.collation().isEmpty();
            case LabelType labels -> false;
            case JsonType<?> json -> false;
            case ArrayType<?> array -> isShort(array.element());
            case VariantType<?> variant -> false;
            case DialectType<?> own -> DialectConstants.find(own).isPresent();
            default -> true;
        };
    }

    /** Returns the full expression of a type. */
    CodeBlock expression(SqlType<?> type, Column<?> column) {
        var known = DialectConstants.find(type);
        if (known.isPresent()) {
            return known.get().code();
        }
        return TypeExpression.of(type).map(each -> written(each, column)).orElseGet(() -> special(type, column));
    }

    private CodeBlock written(TypeExpression each, Column<?> column) {
        var arguments = each.arguments().stream().map(argument -> argument(argument, column))
                .collect(CodeBlock.joining(", "));
        // a member that stands in the format itself is imported
        return switch (each.form()) {
            case CONSTANT -> CodeBlock.of("$T." + each.member(), each.owner());
            case CALL -> CodeBlock.of("$T." + each.member() + "($L)", each.owner(), arguments);
            case CONSTRUCTOR -> CodeBlock.of("new $T($L)", each.owner(), arguments);
        };
    }

    private CodeBlock argument(Object argument, Column<?> column) {
        return switch (argument) {
            case SqlType<?> type -> expression(type, column);
            case String text -> CodeBlock.of("$S", text);
            case Class<?> document -> CodeBlock.of("$T.class", document);
            case Object other -> CodeBlock.of("$L", other);
        };
    }

    private CodeBlock special(SqlType<?> type, Column<?> column) {
        return switch (type) {
            case EnumeratedType<?> each -> enumerated(each, column);
            case VariantType<?> each -> variant(each, column);
            case RenamedType<?> each -> renamed(each, column);
            case SqlType<?> each -> throw unwritable(each, column);
        };
    }

    private CodeBlock enumerated(EnumeratedType<?> type, Column<?> column) {
        if (type instanceof LabelType labels) {
            return enums.of(labels, column).code();
        }
        return CodeBlock.of("$T.enumType($T.class)", Types.class, type.javaType());
    }

    private CodeBlock variant(VariantType<?> type, Column<?> column) {
        var code = CodeBlock.builder().add(expression(type.base(), column));
        type.variants().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(each -> code.add(".on($S, $L)", each.getKey(), expression(each.getValue(), column)));
        return code.build();
    }

    private CodeBlock renamed(RenamedType<?> type, Column<?> column) {
        var values = expression(type.values(), column);
        if (type.dialects().equals(MYSQL) && type.marker().equals("?")) {
            return CodeBlock.of("$T.renamed($S, $L)", MysqlTypes.class, type.sqlName(), values);
        }
        if (type.dialects().isEmpty() && type.marker().equals("?")) {
            return CodeBlock.of("$T.exact($S, $L)", Types.class, type.sqlName(), values);
        }
        var dialects = type.dialects().stream().sorted().map(name -> CodeBlock.of("$S", name))
                .collect(CodeBlock.joining(", "));
        var marker = type.marker().equals("?") ? CodeBlock.of("") : CodeBlock.of(", $S", type.marker());
        return CodeBlock.of("new $T<>($T.of($L), $S, $L$L)", RenamedType.class, Set.class, dialects, type.sqlName(),
                values, marker);
    }

    private static IllegalArgumentException unwritable(SqlType<?> type, Column<?> column) {
        return new IllegalArgumentException("Column \"" + column.path() + "\" has the type " + type
                + ", which generated code cannot express, because no constant exists for it. Change its type before generating, for"
                + " example with Reflection.changingColumns(...).");
    }
}

package dev.rubedo.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rubedo.schema.Column;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.JsonType;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TextType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types that become constants of the generated class {@code ColumnTypes}. Confined to one thread at a time. */
final class TypeConstants {
    private final ClassName owner;
    private final Map<String, Constant> byCode = new LinkedHashMap<>();
    private final NameScope scope = NameScope.ofConstants();

    TypeConstants(ClassName owner) {
        this.owner = owner;
    }

    /** Returns the class of the constants. */
    ClassName owner() {
        return owner;
    }

    /** Returns the constant for a type, creating it on the first call. */
    Constant of(SqlType<?> type, Column<?> column, TypeSource source) {
        var expression = source.expression(type, column);
        return byCode.computeIfAbsent(expression.toString(), code -> new Constant(owner,
                scope.take(Words.constant(name(type, column, source)), "TYPE"), source.java(type, column), expression));
    }

    private static String name(SqlType<?> type, Column<?> column, TypeSource source) {
        return switch (type) {
            case RenamedType<?> renamed -> renamed.sqlName();
            case LabelType labels -> ((ClassName) source.java(labels, column)).simpleName();
            case JsonType<?> json -> "JSON";
            case StringType string ->
                (string.isFixed() ? "CHAR" : "VARCHAR") + (string.length() == 0 ? "" : "_" + string.length())
                        + (string.collation().isEmpty() ? "" : "_" + string.collation());
            case TextType text -> "TEXT_" + text.collation();
            case ArrayType<?> array -> "ARRAY_OF_" + name(array.element(), column, source);
            default -> source.expression(type, column).toString().replaceAll(".*Types\\.", "");
        };
    }

    /** Returns the constants, ordered by name. */
    List<Constant> all() {
        var sorted = new ArrayList<>(byCode.values());
        sorted.sort(Comparator.comparing(Constant::name));
        return sorted;
    }

    /**
     * A constant.
     *
     * @param owner the class
     * @param name its name
     * @param java the Java type of the values
     * @param expression its value
     */
    record Constant(ClassName owner, String name, TypeName java, CodeBlock expression) {
        /** Returns a reference to the constant. */
        CodeBlock code() {
            return CodeBlock.of("$T.$L", owner, name);
        }
    }
}

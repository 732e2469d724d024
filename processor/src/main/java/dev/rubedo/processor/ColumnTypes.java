package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rubedo.mapping.ArrayOf;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Enumerated;
import dev.rubedo.mapping.Json;
import dev.rubedo.mapping.Type;
import dev.rubedo.processor.ColumnType.Transfer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds the SQL type for the Java type of an attribute. Immutable. */
final class ColumnTypes {

    private record Known(String sql, Transfer transfer) {}

    /** Microseconds, which every database keeps, though some only when asked. */
    private static final int SECOND_DIGITS = 6;

    private static final Map<String, Known> KNOWN = Map.ofEntries(
            Map.entry("java.lang.Boolean", new Known("BOOLEAN", Transfer.BOOLEAN)),
            Map.entry("java.lang.Short", new Known("SMALLINT", Transfer.OBJECT)),
            Map.entry("java.lang.Integer", new Known("INTEGER", Transfer.INT)),
            Map.entry("java.lang.Long", new Known("BIGINT", Transfer.LONG)),
            Map.entry("java.lang.Float", new Known("REAL", Transfer.OBJECT)),
            Map.entry("java.lang.Double", new Known("DOUBLE", Transfer.DOUBLE)),
            Map.entry("java.lang.String", new Known("STRING", Transfer.STRING)),
            Map.entry("java.math.BigDecimal", new Known("UNBOUNDED_NUMERIC", Transfer.OBJECT)),
            Map.entry("java.time.LocalDate", new Known("DATE", Transfer.OBJECT)),
            Map.entry("java.time.LocalTime", new Known("time(" + SECOND_DIGITS + ")", Transfer.OBJECT)),
            Map.entry("java.time.LocalDateTime", new Known("timestamp(" + SECOND_DIGITS + ")", Transfer.OBJECT)),
            Map.entry("java.time.OffsetDateTime", new Known("timestampTz(" + SECOND_DIGITS + ")", Transfer.OBJECT)),
            Map.entry("java.time.Instant", new Known("instant(" + SECOND_DIGITS + ")", Transfer.OBJECT)),
            Map.entry("java.time.Duration", new Known("INTERVAL", Transfer.OBJECT)),
            Map.entry("java.util.UUID", new Known("UUID", Transfer.OBJECT)));

    private static final String SUPPORTED = "boolean, short, int, long, float, double and their wrapper classes, String, BigDecimal, LocalDate, LocalTime, "
            + "LocalDateTime, OffsetDateTime, Instant, Duration, UUID, byte[] and enums";

    private static final String NEEDED = "It must implement CustomType<T, S> or DialectType<T> with the type of the attribute as T, "
            + "or have such a type as a constant: @Type(value = ..., constant = \"...\").";

    private final Environment environment;

    ColumnTypes(Environment environment) {
        this.environment = environment;
    }

    /** Returns how an attribute is stored, or null after reporting an error. */
    @Nullable
    ColumnType find(ExecutableElement method, String attribute, TypeMirror type, Consumer<Problem> problems) {
        var custom = DeclaredAnnotation.find(method, Type.class, environment.elements());
        var column = DeclaredAnnotation.find(method, Column.class, environment.elements());
        if (custom.isPresent()) {
            column.ifPresent(options -> refuseSizes(method, options, "a custom type",
                    List.of("length", "precision", "scale"), problems));
            for (Class<?> other : List.of(Json.class, ArrayOf.class, Enumerated.class)) {
                DeclaredAnnotation.find(method, other, environment.elements())
                        .ifPresent(wrong -> problems.accept(Problem.at(method, wrong, "Attribute \"" + attribute
                                + "\" has a custom type, which determines how it is stored. Remove @"
                                + other.getSimpleName() + ".")));
            }
            return custom(method, attribute, type, custom.get(), problems);
        }
        Optional<DeclaredAnnotation> json = DeclaredAnnotation.find(method, Json.class, environment.elements());
        if (json.isPresent()) {
            return json(method, attribute, type, json.get(), problems);
        }
        if (DeclaredAnnotation.find(method, ArrayOf.class, environment.elements()).isPresent()) {
            return array(method, attribute, type, problems);
        }
        if (type.getKind() == TypeKind.ERROR) {
            return null;
        }
        TypeName java = TypeNames.of(type);
        if (type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE) {
            int length = column.map(options -> size(method, options, problems)).orElse(0);
            CodeBlock sql = length > 0 && length != Column.UNLIMITED
                    ? CodeBlock.of("$T.binary($L)", RuntimeTypes.TYPES, length) : constant("BINARY");
            return new ColumnType(java, sql, Transfer.OBJECT, false);
        }
        if (environment.types().asElement(type) instanceof TypeElement element
                && element.getKind() == ElementKind.ENUM) {
            if (element.getEnclosedElements().stream()
                    .noneMatch(member -> member.getKind() == ElementKind.ENUM_CONSTANT)) {
                problems.accept(Problem.at(method, "Attribute \"" + attribute + "\" has the type " + java
                        + ", an enum without constants. Add one."));
            }
            column.ifPresent(options -> refuseSizes(method, options, "an enum", List.of("length", "precision", "scale"),
                    problems));
            return new ColumnType(java, enumeration(method, element, java), Transfer.OBJECT, true);
        }
        DeclaredAnnotation.find(method, Enumerated.class, environment.elements())
                .ifPresent(wrong -> problems.accept(Problem.at(method, wrong,
                        "Attribute \"" + attribute + "\" is not an enum. Remove @Enumerated.")));
        Known known = KNOWN.get(java.box().toString());
        if (known == null) {
            problems.accept(Problem.at(method, "Attribute \"" + attribute + "\" has the type " + java
                    + ", which no column can hold. Use one of " + SUPPORTED
                    + ", store it as a document with @Json, or give it a custom type with @Type."));
            return null;
        }
        return new ColumnType(java, sized(method, known, column.orElse(null), problems), known.transfer, false);
    }

    /** Returns the type of an enum: as its attribute says, as the enum class says, or a string. */
    private CodeBlock enumeration(ExecutableElement method, TypeElement element, TypeName java) {
        CodeBlock type = CodeBlock.of("$T.enumType($T.class)", RuntimeTypes.TYPES, java);
        DeclaredAnnotation given = DeclaredAnnotation.find(method, Enumerated.class, environment.elements())
                .or(() -> DeclaredAnnotation.find(element, Enumerated.class, environment.elements())).orElse(null);
        if (given == null) {
            return text(type);
        }
        CodeBlock.Builder named = CodeBlock.builder().add(type);
        if (!given.string("name").isEmpty()) {
            named.add(".withName($S)", given.string("name"));
        }
        if (!given.string("schema").isEmpty()) {
            named.add(".inSchema($S)", given.string("schema"));
        }
        return switch (given.constant("value")) {
            case "STRING" -> text(named.build());
            case "CHECKED" -> named.add(".asText()").build();
            default -> named.build();
        };
    }

    /** As long as other strings, so that the column takes constants that are added later. */
    private static CodeBlock text(CodeBlock type) {
        return CodeBlock.of("$L.asString().withLength($L)", type, Column.DEFAULT_LENGTH);
    }

    private @Nullable ColumnType json(ExecutableElement method, String attribute, TypeMirror type,
            DeclaredAnnotation annotation, Consumer<Problem> problems) {
        refuseAllSizes(method, "a JSON document", problems);
        DeclaredAnnotation.find(method, ArrayOf.class, environment.elements())
                .ifPresent(wrong -> problems.accept(Problem.at(method, wrong, "Attribute \"" + attribute
                        + "\" is stored as a document. Remove @ArrayOf or @Json.")));
        if (Environment.isUnresolved(type)) {
            return null;
        }
        TypeName java = TypeNames.of(type);
        return new ColumnType(java, CodeBlock.of("$T.$L($L)", RuntimeTypes.ATTRIBUTE_TYPES,
                annotation.isTrue("keepsText") ? "jsonText" : "json", reflected(type)), Transfer.OBJECT, false);
    }

    /** Returns the expression of a type with its type arguments, as reflection describes it. */
    private CodeBlock reflected(TypeMirror type) {
        return switch (type) {
            case WildcardType wildcard -> wildcard.getExtendsBound() == null ? CodeBlock.of("$T.class", Object.class)
                    : reflected(wildcard.getExtendsBound());
            case DeclaredType declared when !declared.getTypeArguments().isEmpty() -> CodeBlock.of(
                    "$T.of($T.class, $L)", RuntimeTypes.TYPE_WITH_ARGUMENTS,
                    TypeNames.className(declared.asElement()),
                    declared.getTypeArguments().stream().map(this::reflected).collect(CodeBlock.joining(", ")));
            default -> CodeBlock.of("$T.class", TypeNames.of(environment.types().erasure(type)));
        };
    }

    private @Nullable ColumnType array(ExecutableElement method, String attribute, TypeMirror type,
            Consumer<Problem> problems) {
        DeclaredType list = type instanceof DeclaredType declared
                && TypeNames.className(declared.asElement()).canonicalName().equals("java.util.List")
                && declared.getTypeArguments().size() == 1 ? declared : null;
        if (Environment.isUnresolved(type)) {
            return null;
        }
        if (list == null) {
            problems.accept(Problem.at(method, "Attribute \"" + attribute + "\" is " + TypeNames.of(type)
                    + ", but an array is a List of its elements, such as List<String>."));
            return null;
        }
        TypeMirror element = list.getTypeArguments().get(0);
        TypeName java = TypeNames.of(element);
        Known known = KNOWN.get(java.toString());
        CodeBlock sql = null;
        if (environment.types().asElement(element) instanceof TypeElement found
                && found.getKind() == ElementKind.ENUM) {
            sql = enumeration(method, found, java);
        } else if (known != null) {
            sql = sized(method, known,
                    DeclaredAnnotation.find(method, Column.class, environment.elements()).orElse(null), problems);
        }
        if (sql == null) {
            problems.accept(Problem.at(method, "Attribute \"" + attribute + "\" is an array of " + java
                    + ", which no column can hold. Store the list as a document with @Json."));
            return null;
        }
        return new ColumnType(TypeNames.of(type), CodeBlock.of("$T.array($L)", RuntimeTypes.TYPES, sql),
                Transfer.OBJECT, false);
    }

    private void refuseAllSizes(ExecutableElement method, String what, Consumer<Problem> problems) {
        DeclaredAnnotation.find(method, Column.class, environment.elements()).ifPresent(
                options -> refuseSizes(method, options, what, List.of("length", "precision", "scale"), problems));
    }

    private CodeBlock sized(ExecutableElement method, Known known, @Nullable DeclaredAnnotation column,
            Consumer<Problem> problems) {
        if (known.sql.equals("STRING")) {
            return string(column == null ? 0 : size(method, column, problems));
        }
        if (column == null) {
            return constant(known.sql);
        }
        switch (known.sql) {
            case "UNBOUNDED_NUMERIC" -> {
                refuseSizes(method, column, "a BigDecimal", List.of("length"), problems);
                int precision = column.integer("precision");
                int scale = column.integer("scale");
                if (precision < 0 || scale < 0 || scale > precision) {
                    problems.accept(Problem.at(method, column, scale > precision ? "scale" : "precision", "precision = "
                            + precision
                            + ", scale = " + scale
                            + " is not a decimal type. Specify a precision of at least 1 and a scale that is not greater."));
                } else if (precision > 0) {
                    return CodeBlock.of("$T.numeric($L, $L)", RuntimeTypes.TYPES, precision, scale);
                }
            }
            default -> refuseSizes(method, column, "this type", List.of("length", "precision", "scale"), problems);
        }
        return constant(known.sql);
    }

    private static CodeBlock string(int length) {
        if (length == Column.UNLIMITED) {
            return constant("TEXT");
        }
        return length > 0 ? CodeBlock.of("$T.string($L)", RuntimeTypes.TYPES, length) : constant("STRING");
    }

    private int size(ExecutableElement method, DeclaredAnnotation column, Consumer<Problem> problems) {
        refuseSizes(method, column, "a String or byte[]", List.of("precision", "scale"), problems);
        int length = column.integer("length");
        if (length < 0 || (length == 0 && column.written("length") != null)) {
            problems.accept(Problem.at(method, column, "length", "A length of " + length
                    + " is too small. Specify at least 1 or Column.UNLIMITED, or omit it."));
        }
        return length;
    }

    private static void refuseSizes(ExecutableElement method, DeclaredAnnotation column, String what,
            List<String> options,
            Consumer<Problem> problems) {
        for (String option : options) {
            if (column.written(option) != null) {
                String fits = option.equals("length") ? "String and byte[]" : "BigDecimal";
                problems.accept(
                        Problem.at(method, column, option, "The option \"" + option + "\" does not apply to " + what
                                + "; it applies to " + fits + ". Remove it."));
            }
        }
    }

    private @Nullable ColumnType custom(ExecutableElement method, String attribute, TypeMirror type,
            DeclaredAnnotation annotation,
            Consumer<Problem> problems) {
        TypeMirror given = annotation.type("value").orElse(null);
        if (given == null || given.getKind() == TypeKind.ERROR || type.getKind() == TypeKind.ERROR) {
            return null;
        }
        if (given.getKind() != TypeKind.DECLARED) {
            problems.accept(Problem.at(method, annotation, "value",
                    "\"" + TypeNames.of(given) + "\" is not a column type. " + NEEDED));
            return null;
        }
        TypeElement element = (TypeElement) ((DeclaredType) given).asElement();
        String constant = annotation.string("constant");
        if (!constant.isEmpty()) {
            return constant(method, attribute, type, annotation, element, problems);
        }
        DeclaredType implemented = environment.supertype(given, RuntimeTypes.SQL_TYPE);
        if (implemented == null || implemented.getTypeArguments().isEmpty()) {
            problems.accept(Problem.at(method, annotation, "value",
                    "\"" + element.getSimpleName() + "\" is not a column type. " + NEEDED));
            return null;
        }
        if (!holds(implemented, type, "\"" + element.getSimpleName() + "\"", attribute,
                message -> problems.accept(Problem.at(method, annotation, "value", message)))) {
            return null;
        }
        if (!environment.canBeMade(element, method)) {
            problems.accept(Problem.at(method, annotation, "value", "\"" + element.getSimpleName()
                    + "\" cannot be instantiated: give it a constructor without parameters that is not private, and no abstract methods."
                    + (environment.isNear(element, method) ? ""
                            : " Both must be public, because it is in another package.")));
            return null;
        }
        return new ColumnType(TypeNames.of(type), CodeBlock.of("new $T()", TypeNames.of(given)), Transfer.OBJECT,
                false);
    }

    /**
     * Finds the constant of a class that holds the type: {@code @Type(value = PostgresTypes.class, constant = "INET")}.
     */
    private @Nullable ColumnType constant(ExecutableElement method, String attribute, TypeMirror type,
            DeclaredAnnotation annotation, TypeElement owner, Consumer<Problem> problems) {
        String name = annotation.string("constant");
        String label = "\"" + owner.getSimpleName() + "." + name + "\"";
        VariableElement field = ElementFilter.fieldsIn(environment.elements().getAllMembers(owner)).stream()
                .filter(each -> each.getSimpleName().contentEquals(name)).findFirst().orElse(null);
        DeclaredType held = field == null ? null : environment.supertype(field.asType(), RuntimeTypes.SQL_TYPE);
        if (field == null || held == null || held.getTypeArguments().isEmpty()) {
            problems.accept(Problem.at(method, annotation, "constant", label
                    + " is not a constant with a column type. "
                    + "Name a static final field whose type is a SqlType<T> with the type of the attribute as T."));
            return null;
        }
        boolean isVisible = environment.isNear(owner, method)
                ? !field.getModifiers().contains(Modifier.PRIVATE)
                : field.getModifiers().contains(Modifier.PUBLIC) && owner.getModifiers().contains(Modifier.PUBLIC);
        if (!field.getModifiers().contains(Modifier.STATIC) || !field.getModifiers().contains(Modifier.FINAL)
                || !isVisible || Environment.isPrivate(owner)) {
            problems.accept(Problem.at(method, annotation, "constant",
                    label + " cannot be used by generated code. Make it static, final and visible to this package."));
            return null;
        }
        if (!holds(held, type, label, attribute,
                message -> problems.accept(Problem.at(method, annotation, "constant", message)))) {
            return null;
        }
        return new ColumnType(TypeNames.of(type), CodeBlock.of("$T.$L", ClassName.get(owner), name), Transfer.OBJECT,
                false);
    }

    private static boolean holds(DeclaredType sqlType, TypeMirror type, String label, String attribute,
            Consumer<String> problem) {
        TypeName holds = TypeNames.of(sqlType.getTypeArguments().get(0));
        TypeName java = TypeNames.of(type);
        if (holds.equals(java.box())) {
            return true;
        }
        problem.accept("Attribute \"" + attribute + "\" is " + java + ", but " + label + " converts " + holds
                + ". The two must be the same type.");
        return false;
    }

    private static CodeBlock constant(String name) {
        return CodeBlock.of("$T.$L", RuntimeTypes.TYPES, name);
    }
}

package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Turns the constant of a default, which is a string in its annotation, into an expression of the attribute's type.
 * Immutable.
 */
final class Constants {

    private final Environment environment;

    Constants(Environment environment) {
        this.environment = environment;
    }

    /** Returns the expression, or nothing after reporting an error. */
    Optional<CodeBlock> read(Accessor accessor, DeclaredAnnotation annotation, ColumnType type,
            Consumer<Problem> problems) {
        String text = annotation.string("value");
        if (type.enumeration()) {
            return ofEnum(accessor, annotation, type, text, problems);
        }
        Optional<CodeBlock> written = Optional.empty();
        String advice = "";
        try {
            written = Optional.ofNullable(expression(type.java().box().toString(), text));
            advice = ", which cannot be written as text. Name a static method: method = \"...\".";
        } catch (NumberFormatException | DateTimeException e) {
            advice = ", and \"" + text + "\" is not one.";
        } catch (IllegalArgumentException e) {
            advice = ", and \"" + text + "\" is not one. Write it as its toString() returns it.";
        }
        if (written.isEmpty()) {
            problems.accept(Problem.at(accessor.method(), annotation, "value", "Attribute \"" + accessor.name()
                    + "\" is " + TypeNames.of(accessor.value()) + advice));
        }
        return written;
    }

    private Optional<CodeBlock> ofEnum(Accessor accessor, DeclaredAnnotation annotation, ColumnType type, String text,
            Consumer<Problem> problems) {
        if (!(environment.types().asElement(accessor.value()) instanceof TypeElement element)) {
            return Optional.empty();
        }
        List<String> names = ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
                .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
                .map(field -> field.getSimpleName().toString()).toList();
        if (!names.contains(text)) {
            problems.accept(Problem.at(accessor.method(), annotation, "value", "\"" + element.getSimpleName()
                    + "\" has no constant \"" + text + "\"." + Names.suggestion(text, names)));
            return Optional.empty();
        }
        return Optional.of(CodeBlock.of("$T.$L", type.java(), text));
    }

    /**
     * Returns the expression of a value, or null if its type has none.
     *
     * @throws IllegalArgumentException if the text is not a value of the type
     */
    private static @Nullable CodeBlock expression(String type, String text) {
        return switch (type) {
            case "java.lang.String" -> CodeBlock.of("$S", text);
            case "java.lang.Boolean" -> CodeBlock.of("$L", requireBoolean(text));
            case "java.lang.Short" -> CodeBlock.of("(short) $L", Short.parseShort(text));
            case "java.lang.Integer" -> CodeBlock.of("$L", Integer.parseInt(text));
            case "java.lang.Long" -> CodeBlock.of("$LL", Long.parseLong(text));
            case "java.lang.Float" -> CodeBlock.of("$Lf", requireFinite(Float.parseFloat(text)));
            case "java.lang.Double" -> CodeBlock.of("$Ld", requireFinite(Double.parseDouble(text)));
            case "java.math.BigDecimal" -> CodeBlock.of("new $T($S)", BigDecimal.class, new BigDecimal(text));
            case "java.util.UUID" -> CodeBlock.of("$T.fromString($S)", UUID.class, UUID.fromString(text));
            case "java.time.LocalDate" -> parsed(LocalDate.class, LocalDate.parse(text));
            case "java.time.LocalTime" -> parsed(LocalTime.class, LocalTime.parse(text));
            case "java.time.LocalDateTime" -> parsed(LocalDateTime.class, LocalDateTime.parse(text));
            case "java.time.OffsetDateTime" -> parsed(OffsetDateTime.class, OffsetDateTime.parse(text));
            case "java.time.Instant" -> parsed(Instant.class, Instant.parse(text));
            case "java.time.Duration" -> parsed(Duration.class, Duration.parse(text));
            default -> null;
        };
    }

    private static CodeBlock parsed(Class<?> type, Object value) {
        return CodeBlock.of("$T.parse($S)", TypeName.get(type), value);
    }

    private static boolean requireBoolean(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }

    private static <N extends Number> N requireFinite(N number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new NumberFormatException(String.valueOf(number));
        }
        return number;
    }
}

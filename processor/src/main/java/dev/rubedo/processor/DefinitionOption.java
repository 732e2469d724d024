package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Comment;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.RenamedFrom;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * An element of an annotation that is passed to the runtime unchanged: a call of a method of the definition. A new
 * element only has to be added to this list. Immutable.
 *
 * @param annotation the annotation
 * @param element its element
 * @param method the method of the definition, which takes the value; for a flag, it takes no argument
 */
record DefinitionOption(Class<?> annotation, String element, String method) {

    /** The options of columns. */
    static final List<DefinitionOption> OF_COLUMNS = List.of(new DefinitionOption(Column.class, "unique", "unique"),
            new DefinitionOption(Column.class, "index", "index"),
            new DefinitionOption(Column.class, "system", "system"),
            new DefinitionOption(Comment.class, "value", "comment"),
            new DefinitionOption(RenamedFrom.class, "value", "renamedFrom"),
            new DefinitionOption(ForeignKey.class, "onDelete", "onDelete"),
            new DefinitionOption(ForeignKey.class, "updateCascade", "updateCascade"));

    /** The options of relationships, whose methods have the names of the elements. */
    static final List<DefinitionOption> OF_RELATIONSHIPS = Stream.of("cascade", "orderBy", "loading", "depth",
            "innerJoin", "viewOnly", "singleParent", "activeHistory", "passiveDeletes", "overlaps")
            .map(name -> new DefinitionOption(Relationship.class, name, name)).toList();

    /** Returns the calls for the options that are written at a method, each on its own line. */
    static CodeBlock write(List<DefinitionOption> options, ExecutableElement at, Elements elements) {
        return options.stream()
                .flatMap(option -> DeclaredAnnotation.find(at, option.annotation, elements)
                        .map(found -> found.written(option.element)).stream()
                        .map(option::call))
                .collect(CodeBlock.joining(""));
    }

    /** Returns the call for a value; nothing for an empty one, which means no value. */
    private CodeBlock call(AnnotationValue written) {
        return switch (written.getValue()) {
            case Boolean flag -> flag ? CodeBlock.of("\n.$L()", method) : CodeBlock.of("");
            case String text -> text.isEmpty() ? CodeBlock.of("") : CodeBlock.of("\n.$L($S)", method, text);
            case List<?> values -> CodeBlock.of("\n.$L($L)", method, values.stream()
                    .map(value -> literal(((AnnotationValue) value).getValue())).collect(CodeBlock.joining(", ")));
            case Object value -> CodeBlock.of("\n.$L($L)", method, literal(value));
        };
    }

    private static CodeBlock literal(Object value) {
        return value instanceof VariableElement constant
                ? CodeBlock.of("$T.$L", ClassName.get((TypeElement) constant.getEnclosingElement()),
                        constant.getSimpleName())
                : value instanceof String text ? CodeBlock.of("$S", text) : CodeBlock.of("$L", value);
    }
}

package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import dev.rubedo.mapping.Deferred;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;

/** Reads {@code @Deferred}: the attributes that queries do not load. Immutable. */
final class Deferrals {

    static final CodeBlock NONE = CodeBlock.of("");

    private Deferrals() {}

    /**
     * Returns the call that describes the deferral of an attribute, or nothing if it is not deferred.
     *
     * @param group the group of an attribute that is deferred without one
     */
    static CodeBlock read(ExecutableElement method, String group, Environment environment) {
        return DeclaredAnnotation.find(method, Deferred.class, environment.elements()).map(deferred -> CodeBlock.of(
                "\n.deferred($S, $L)", deferred.string("group").isEmpty() ? group : deferred.string("group"),
                deferred.isTrue("raise"))).orElse(NONE);
    }

    /** Reports columns that are deferred although every query needs them. */
    static void check(ColumnAttribute column, Environment environment, Consumer<Problem> problems) {
        if (column.primaryKey() || column.options().version()) {
            DeclaredAnnotation.find(column.element(), Deferred.class, environment.elements())
                    .ifPresent(wrong -> problems.accept(Problem.at(column.element(), wrong,
                            "Attribute \"" + column.name()
                                    + "\" is " + (column.primaryKey() ? "the primary key" : "the version counter")
                                    + ", which every query reads. Remove @Deferred.")));
        }
    }
}

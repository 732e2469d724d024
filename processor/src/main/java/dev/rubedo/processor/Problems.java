package dev.rubedo.processor;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/** Reports errors of one entity as compile errors, each once. Confined to one thread at a time. */
final class Problems {

    private final Messager messager;
    private final TypeElement entity;
    private final Environment environment;
    private final Set<String> reported = new HashSet<>();

    Problems(Messager messager, TypeElement entity, Environment environment) {
        this.messager = messager;
        this.entity = entity;
        this.environment = environment;
    }

    /** Reports an error at its line, or at the entity if it is in a class file, which has no lines to show. */
    void report(Problem problem) {
        Element element = problem.element();
        if (!reported.add(element + " " + problem.message())) {
            return;
        }
        if (!element.equals(entity) && environment.isFromClassFile(element)) {
            TypeElement mapped = EntityReader.mapped(entity);
            messager.printMessage(Kind.ERROR, problem.message(), mapped == null ? entity : mapped);
        } else if (problem.value() != null) {
            messager.printMessage(Kind.ERROR, problem.message(), element, problem.annotation(), problem.value());
        } else if (problem.annotation() != null) {
            messager.printMessage(Kind.ERROR, problem.message(), element, problem.annotation());
        } else {
            messager.printMessage(Kind.ERROR, problem.message(), element);
        }
    }
}

package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import dev.rubedo.mapping.CollectionKind;
import dev.rubedo.mapping.Numbered;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The rules for collections whose elements are numbered or sorted. Immutable. */
final class CollectionRules {

    private static final Set<String> INTEGERS = Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Short");

    private final Environment environment;

    CollectionRules(Environment environment) {
        this.environment = environment;
    }

    void check(EntityModel entity, RelationshipAttribute relationship, EntityModel target,
            Consumer<Problem> problems) {
        String path = "\"" + entity.name() + "." + relationship.name() + "\"";
        if (relationship.collection() == CollectionKind.SORTED_SET && !isComparable(target)) {
            problems.accept(Problem.at(relationship.element(), relationship.annotation(), path
                    + " is sorted by the natural order of \"" + target.name()
                    + "\", which has none. Let it implement Comparable<" + target.name()
                    + ">, or declare a List with orderBy."));
        }
        numbering(relationship, environment.elements())
                .ifPresent(numbered -> checkNumbers(path, relationship, target, numbered, problems));
    }

    private boolean isComparable(EntityModel target) {
        TypeMirror comparable = environment.types()
                .erasure(environment.elements().getTypeElement("java.lang.Comparable").asType());
        return environment.types().isAssignable(target.element().asType(), comparable);
    }

    private static void checkNumbers(String path, RelationshipAttribute relationship, EntityModel target,
            DeclaredAnnotation numbered, Consumer<Problem> problems) {
        String name = numbered.string("value");
        List<String> known = target.columns().stream()
                .filter(column -> !column.primaryKey() && INTEGERS.contains(column.java().box().toString()))
                .map(ColumnAttribute::name).toList();
        String orderBy = relationship.annotation().string("orderBy");
        if (relationship.collection() != CollectionKind.LIST) {
            problems.accept(Problem.at(relationship.element(), numbered,
                    path + " has no positions: only a List has. Remove @Numbered."));
        } else if (relationship.isViewOnly()) {
            problems.accept(Problem.at(relationship.element(), numbered,
                    path + " is viewOnly, so its positions never change. Order it by orderBy and remove @Numbered."));
        } else if (!known.contains(name)) {
            problems.accept(Problem.at(relationship.element(), numbered, "value", path + " is numbered by \"" + name
                    + "\", which is not an integer attribute of \"" + target.name() + "\"."
                    + Names.suggestion(name, known)));
        } else if (!orderBy.isEmpty() && !orderBy.strip().split("[\\s,]")[0].equals(name)) {
            problems.accept(Problem.at(relationship.element(), relationship.annotation(), "orderBy", path
                    + " is numbered by \"" + name + "\", but has another order. Remove orderBy."));
        } else if (numbered.integer("step") == 0) {
            problems.accept(Problem.at(relationship.element(), numbered, "step", path
                    + " is numbered with the step 0, so all positions would be equal. Write another step."));
        }
    }

    /** Returns the option of a relationship's definition; empty if its elements are not numbered. */
    static CodeBlock write(RelationshipAttribute relationship, Elements elements) {
        return numbering(relationship, elements).map(numbered -> CodeBlock.of("\n.numbered($S, $L, $L)",
                numbered.string("value"), numbered.integer("from"), numbered.integer("step")))
                .orElseGet(() -> CodeBlock.of(""));
    }

    private static Optional<DeclaredAnnotation> numbering(RelationshipAttribute relationship, Elements elements) {
        return DeclaredAnnotation.find(relationship.element(), Numbered.class, elements);
    }
}

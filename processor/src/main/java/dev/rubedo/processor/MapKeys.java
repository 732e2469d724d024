package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rubedo.mapping.CollectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Checks the keys of collections that are maps, and writes them. Stateless and thread-safe. */
final class MapKeys {

    private MapKeys() {}

    /** A member of the target from which keys come: an attribute, or a method without parameters. */
    private record Source(String attribute, String method, TypeName type) {}

    /** Reports a map without a key, and a key that does not exist or has another type. */
    static void check(EntityModel entity, RelationshipAttribute relationship, EntityModel target,
            Consumer<Problem> problems) {
        String path = "\"" + entity.name() + "." + relationship.name() + "\"";
        DeclaredAnnotation annotation = relationship.annotation();
        String name = annotation.string("mapKey");
        if (relationship.collection() != CollectionKind.MAP) {
            if (!name.isEmpty()) {
                problems.accept(Problem.at(relationship.element(), annotation, "mapKey",
                        path + " is not a Map, so it has no keys. Remove mapKey, or declare it as a Map."));
            }
            return;
        }
        if (name.isEmpty()) {
            problems.accept(Problem.at(relationship.element(), annotation, path
                    + " is a Map. Name the attribute or method of \"" + target.name()
                    + "\" that its keys come from: mapKey = \"...\"."));
            return;
        }
        Optional<Source> source = source(target, name);
        TypeName key = keyType(relationship);
        if (source.isEmpty()) {
            problems.accept(Problem.at(relationship.element(), annotation, "mapKey", path + " has the key \"" + name
                    + "\", which is neither an attribute of \"" + target.name()
                    + "\" nor a method without parameters." + Names.suggestion(name, names(target))));
        } else if (!source.get().type().equals(key)) {
            problems.accept(Problem.at(relationship.element(), annotation, "mapKey", path + " has keys of the type "
                    + key + ", but \"" + target.name() + "." + name + "\" is a " + source.get().type()
                    + ". Declare the map with this type."));
        }
    }

    /** Returns the option of a relationship's definition; empty if its collection is not a map or has no valid key. */
    static CodeBlock write(RelationshipAttribute relationship, EntityModel target) {
        Optional<Source> source = relationship.collection() != CollectionKind.MAP ? Optional.empty()
                : source(target, relationship.annotation().string("mapKey"));
        return source.map(key -> CodeBlock.of("\n.mapKey($S, $T.class, $T::$L)", key.attribute(), target.className(),
                target.className(), key.method())).orElseGet(() -> CodeBlock.of(""));
    }

    private static List<String> names(EntityModel target) {
        var names = new ArrayList<>(target.attributeNames());
        methods(target).forEach(method -> names.add(method.getSimpleName().toString()));
        return names;
    }

    private static Optional<Source> source(EntityModel target, String name) {
        Optional<Source> attribute = target.attributes().stream()
                .filter(one -> one.name().equals(name) && (!(one instanceof RelationshipAttribute relationship)
                        || !relationship.toMany()))
                .filter(one -> !one.accessor().optional())
                .map(one -> new Source(one instanceof ColumnAttribute ? name : "", one.accessor().getterName(),
                        boxed(one.fieldType())))
                .findFirst();
        return attribute.or(() -> methods(target).stream()
                .filter(method -> method.getSimpleName().contentEquals(name)).findFirst()
                .map(method -> new Source("", name, boxed(TypeNames.of(method.getReturnType())))));
    }

    private static List<ExecutableElement> methods(EntityModel target) {
        return ElementFilter.methodsIn(target.element().getEnclosedElements()).stream()
                .filter(method -> method.getParameters().isEmpty() && method.getReturnType().getKind() != TypeKind.VOID
                        && !method.getModifiers().contains(Modifier.STATIC)
                        && !method.getModifiers().contains(Modifier.PRIVATE))
                .toList();
    }

    private static TypeName boxed(TypeName type) {
        TypeName plain = type.withoutAnnotations();
        return plain.isPrimitive() ? plain.box() : plain;
    }

    /** Returns the type of the keys of a map. */
    static TypeName keyType(RelationshipAttribute relationship) {
        return TypeNames.of(((DeclaredType) relationship.accessor().value()).getTypeArguments().get(0))
                .withoutAnnotations();
    }
}

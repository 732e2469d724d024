package dev.rubedo.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.EntityList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;

/**
 * Writes {@code Entities}: the entities of a package and of the packages below it that are named. Confined to one
 * thread at a time.
 */
final class EntityListWriter {

    /** The simple name of the generated class. */
    static final String NAME = "Entities";

    private final PackageElement home;
    private final Elements elements;
    private final Report report;

    /** Receives errors. */
    interface Report {

        /** Reports an error at an element. */
        void at(Kind kind, Element where, String message);
    }

    EntityListWriter(PackageElement home, Elements elements, Report report) {
        this.home = home;
        this.elements = elements;
        this.report = report;
    }

    /** Returns the names of the packages whose entities belong to a list, starting with its own. */
    static Set<String> packages(String home, EntityList list) {
        Set<String> names = new LinkedHashSet<>(List.of(home));
        names.addAll(List.of(list.packages()));
        return names;
    }

    void write(Filer filer) throws IOException {
        List<TypeElement> entities = entities();
        if (entities.isEmpty()) {
            return;
        }
        TypeName path = ParameterizedTypeName.get(RuntimeTypes.ENTITY_PATH, WildcardTypeName.subtypeOf(Object.class));
        CodeBlock models = entities.stream().map(EntityListWriter::model).collect(CodeBlock.joining(",\n"));
        TypeSpec.Builder type = TypeSpec.classBuilder(NAME).addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("""
                        The entities of package {@code $L}, for {@code Model.of(Entities.all())}.

                        <p>Immutable.
                        """, home.getQualifiedName());
        type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        type.addMethod(MethodSpec.methodBuilder("all").addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ArrayTypeName.of(path))
                .addJavadoc("Returns the query models of all entities, in a new array.\n")
                .addCode("return new $T[] {\n$>$>$L\n$<$<};\n", path, models).build());
        Generated generated = new Generated(elements, filer);
        type.addAnnotations(generated.marks(EntityListProcessor.class));
        var origins = new ArrayList<Element>(entities);
        origins.add(home);
        generated.write(home.getQualifiedName().toString(), type, origins.toArray(Element[]::new));
    }

    private static CodeBlock model(TypeElement entity) {
        return CodeBlock.of("$T.$L", EntityModel.queryName(ClassName.get(entity)),
                Names.constant(entity.getSimpleName().toString()));
    }

    private List<TypeElement> entities() {
        var found = new ArrayList<TypeElement>();
        for (String name : packages(home.getQualifiedName().toString(), home.getAnnotation(EntityList.class))) {
            if (isOwn(name)) {
                found.addAll(entitiesOf(home));
            } else if (!name.startsWith(home.getQualifiedName() + ".")) {
                problem(home, "Package \"" + name + "\" is not below \"" + home.getQualifiedName()
                        + "\". Put @EntityList on a package above all entities.");
            } else {
                PackageElement below = elements.getPackageElement(name);
                List<TypeElement> some = below == null ? List.of() : entitiesOf(below);
                if (some.isEmpty()) {
                    problem(home, "Package \"" + name + "\" has no entities. Take it out of @EntityList.");
                }
                some.stream().filter(this::isPublic).forEach(found::add);
            }
        }
        if (found.isEmpty() && home.getAnnotation(EntityList.class).packages().length == 0) {
            problem(home, "Package \"" + home.getQualifiedName()
                    + "\" has no entities. Name the packages below it: @EntityList(packages = \"...\").");
        }
        return found;
    }

    private boolean isOwn(String name) {
        return home.getQualifiedName().contentEquals(name);
    }

    private static List<TypeElement> entitiesOf(PackageElement some) {
        return ElementFilter.typesIn(some.getEnclosedElements()).stream()
                .filter(type -> type.getAnnotation(Entity.class) != null)
                .sorted(Comparator.comparing(type -> type.getSimpleName().toString())).toList();
    }

    private boolean isPublic(TypeElement entity) {
        boolean isPublic = entity.getModifiers().contains(Modifier.PUBLIC);
        if (!isPublic) {
            problem(entity, "Entity \"" + entity.getSimpleName() + "\" is not public, so the list of package \""
                    + home.getQualifiedName() + "\" cannot name it. Make it public.");
        }
        return isPublic;
    }

    private void problem(Element where, String message) {
        report.at(Kind.ERROR, where, message);
    }
}

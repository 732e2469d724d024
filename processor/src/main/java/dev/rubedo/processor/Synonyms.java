package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.rubedo.mapping.Access;
import dev.rubedo.mapping.Synonym;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Reads the synonyms of an entity, reports errors in them, and writes their accessors. Confined to one thread at a time. */
final class Synonyms {

    private static final String PACKAGE = Synonym.class.getPackageName() + ".";

    private final Environment environment;
    private final AttributeReader attributes;
    private final Javadocs javadocs;

    Synonyms(Environment environment) {
        this.environment = environment;
        this.attributes = new AttributeReader(environment);
        this.javadocs = new Javadocs(environment.elements());
    }

    /** Returns whether a method of {@code Mapped} is a synonym. */
    static boolean isSynonym(ExecutableElement method) {
        return method.getAnnotationMirrors().stream().map(DeclaredAnnotation::nameOf)
                .anyMatch(Synonym.class.getName()::equals);
    }

    /** Returns the synonyms whose declaration is valid. */
    List<SynonymAttribute> read(EntityModel entity, Consumer<Problem> problems) {
        var found = new ArrayList<SynonymAttribute>();
        var names = new HashSet<>(entity.attributeNames());
        entity.embedded().forEach(embedded -> names.add(embedded.name()));
        entity.proxies().stream().filter(ProxyReader::isProxy)
                .forEach(method -> names.add(attributes.accessor(method, mapped(entity), any -> {}).name()));
        for (ExecutableElement method : entity.proxies().stream().filter(Synonyms::isSynonym).toList()) {
            SynonymAttribute synonym = read(entity, method, names, problems);
            if (synonym != null) {
                found.add(synonym);
            }
        }
        return List.copyOf(found);
    }

    /** Returns all synonyms, those of entities that an entity inherits from first. */
    List<SynonymAttribute> all(EntityModel entity) {
        EntityModel parent = entity.parent();
        var all = new ArrayList<>(parent == null ? List.of() : all(parent));
        all.addAll(read(entity, problem -> {}));
        return List.copyOf(all);
    }

    private static DeclaredType mapped(EntityModel entity) {
        TypeElement mapped = entity.mapped();
        return (DeclaredType) (mapped == null ? entity.element() : mapped).asType();
    }

    private @Nullable SynonymAttribute read(EntityModel entity, ExecutableElement method, Set<String> names,
            Consumer<Problem> problems) {
        DeclaredAnnotation annotation = DeclaredAnnotation.find(method, Synonym.class, environment.elements())
                .orElseThrow();
        Accessor accessor = attributes.accessor(method, mapped(entity), problems);
        String subject = "Synonym \"" + accessor.name() + "\" ";
        if (!names.add(accessor.name()) || EntityRules.isReserved(accessor.getterName())) {
            problems.accept(Problem.at(method, subject + "has the name of another attribute or method. Rename it."));
            return null;
        }
        Optional<String> foreign = method.getAnnotationMirrors().stream().map(DeclaredAnnotation::nameOf)
                .filter(name -> name.startsWith(PACKAGE) && !name.equals(Synonym.class.getName())
                        && !name.equals(PACKAGE + "Setter"))
                .findFirst();
        if (foreign.isPresent()) {
            problems.accept(Problem.at(method, subject + "has no column and no relationship of its own. Remove @"
                    + foreign.get().substring(PACKAGE.length()) + ", or move it to the attribute."));
            return null;
        }
        String name = annotation.string("value");
        MappedAttribute attribute = entity.attribute(name).orElse(null);
        if (attribute == null || attribute instanceof ColumnAttribute column && !column.hasAccessors()) {
            problems.accept(Problem.at(method, annotation, "value", subject + "is another name of \"" + name
                    + "\", which is not an attribute of \"" + entity.name() + "\"."
                    + Names.suggestion(name, entity.attributeNames())));
            return null;
        }
        if (!environment.types().isSameType(accessor.type(), attribute.accessor().type())
                || accessor.nullable() != attribute.accessor().nullable()) {
            problems.accept(Problem.at(method, subject + "must be declared as \"" + name + "\" is: "
                    + (attribute.accessor().nullable() && !attribute.accessor().optional() ? "@Nullable " : "")
                    + TypeNames.of(attribute.accessor().type()) + "."));
            return null;
        }
        return new SynonymAttribute(accessor, attribute);
    }

    private CodeBlock documentation(SynonymAttribute synonym, String verb) {
        return javadocs.description(synonym.accessor().method()).map(own -> CodeBlock.of("$L", own))
                .orElseGet(() -> CodeBlock.of("$L {@link #$L}.", verb,
                        synonym.attribute().accessor().getterName()));
    }

    /** Writes the accessors of a synonym, which call those of its attribute. */
    void write(SynonymAttribute synonym, AccessorWriter accessors, TypeSpec.Builder type) {
        Accessor accessor = synonym.accessor();
        MappedAttribute attribute = synonym.attribute();
        type.addMethod(accessors.beginGetter(accessor, documentation(synonym, "Returns"))
                .addStatement("return $L()", attribute.accessor().getterName()).build());
        if (BaseWriter.hasSetter(attribute) && accessor.setter() != Access.NONE
                && !(attribute instanceof FormulaAttribute)) {
            ParameterSpec original = BaseWriter.parameter(attribute);
            MethodSpec.Builder method = accessors.beginSetter(
                    accessor, ParameterSpec.builder(original.type(), "value").build(), documentation(synonym, "Sets"))
                    .addStatement("$L(value)", attribute.accessor().setterName());
            type.addMethod(accessors.endSetter(accessor, method));
        }
    }
}

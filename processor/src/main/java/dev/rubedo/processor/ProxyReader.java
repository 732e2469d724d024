package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import dev.rubedo.mapping.Access;
import dev.rubedo.mapping.AssociationProxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads the association proxies of an entity, and reports errors in them. Confined to one thread at a time. */
final class ProxyReader {

    private final Environment environment;
    private final EntityModels models;
    private final AttributeReader attributes;

    ProxyReader(Environment environment, EntityModels models) {
        this.environment = environment;
        this.models = models;
        this.attributes = new AttributeReader(environment);
    }

    /** Returns whether a method of {@code Mapped} is an association proxy. */
    static boolean isProxy(ExecutableElement method) {
        return method.getAnnotationMirrors().stream().map(DeclaredAnnotation::nameOf)
                .anyMatch(AssociationProxy.class.getName()::equals);
    }

    /** Returns the proxies whose declaration is valid. */
    List<ProxyAttribute> read(EntityModel entity, Consumer<Problem> problems) {
        var found = new ArrayList<ProxyAttribute>();
        var names = new HashSet<>(entity.attributeNames());
        entity.embedded().forEach(embedded -> names.add(embedded.name()));
        for (ExecutableElement method : entity.proxies().stream().filter(ProxyReader::isProxy).toList()) {
            ProxyAttribute proxy = read(entity, method, names, problems);
            if (proxy != null) {
                found.add(proxy);
            }
        }
        return List.copyOf(found);
    }

    /** Returns the proxies of the entities that an entity inherits from, as its own. */
    List<ProxyAttribute> inherited(EntityModel entity) {
        EntityModel parent = entity.parent();
        if (parent == null) {
            return List.of();
        }
        var all = new ArrayList<>(inherited(parent));
        all.addAll(read(parent, problem -> {}));
        return List.copyOf(all);
    }

    private @Nullable ProxyAttribute read(EntityModel entity, ExecutableElement method, Set<String> names,
            Consumer<Problem> problems) {
        DeclaredAnnotation annotation = DeclaredAnnotation
                .find(method, AssociationProxy.class, environment.elements()).orElseThrow();
        TypeElement mapped = entity.mapped();
        if (mapped == null) {
            return null;
        }
        Accessor accessor = attributes.accessor(method, (DeclaredType) mapped.asType(), problems);
        String subject = "Association proxy \"" + accessor.name() + "\" ";
        if (!names.add(accessor.name()) || EntityRules.isReserved(accessor.getterName())) {
            problems.accept(Problem.at(method, subject + "has the name of another attribute or method. Rename it."));
            return null;
        }
        Optional<String> foreign = method.getAnnotationMirrors().stream().map(DeclaredAnnotation::nameOf)
                .filter(name -> name.startsWith(AssociationProxy.class.getPackageName() + "."))
                .filter(name -> !name.equals(AssociationProxy.class.getName()) && !name.endsWith(".Setter"))
                .findFirst();
        if (foreign.isPresent()) {
            problems.accept(Problem.at(method, subject + "has no column and no relationship of its own. Remove @"
                    + foreign.get().substring(foreign.get().lastIndexOf('.') + 1) + "."));
            return null;
        }
        String of = annotation.string("of");
        RelationshipAttribute through = entity.relationship(of).orElse(null);
        if (through == null) {
            problems.accept(Problem.at(method, annotation, "of", subject + "leads through \"" + of
                    + "\", which is not a relationship of \"" + entity.name() + "\"."
                    + Names.suggestion(of, entity.relationships().stream().map(MappedAttribute::name).toList())));
            return null;
        }
        EntityModel target = models.model(through.target());
        String name = annotation.string("value");
        MappedAttribute value = target.attribute(name).orElse(null);
        if (value == null || value instanceof RelationshipAttribute relationship && relationship.toMany()
                || value instanceof ColumnAttribute column && !column.hasAccessors()) {
            problems.accept(Problem.at(method, annotation, "value", subject + "shows \"" + name + "\", which is "
                    + (value == null ? "not an attribute of \"" : "not a column or to-one relationship of \"")
                    + target.name()
                    + "\". Name a column or a to-one relationship."
                    + (value == null ? Names.suggestion(name, target.attributeNames()) : "")));
            return null;
        }
        String wrong = wrongType(accessor, through, value);
        if (wrong != null) {
            problems.accept(Problem.at(method, subject + wrong));
            return null;
        }
        boolean isNear = environment.isNear(entity.element(), target.element());
        boolean isSettable = value.accessor().setter() == Access.PUBLIC
                || value.accessor().setter() == Access.PROTECTED && isNear;
        String remedy = "Write a constructor " + target.name() + "(" + simple(value) + ") that "
                + (isNear ? "is not private" : "is public")
                + ", or name a static method: @AssociationProxy(creator = \"...\").";
        String creatorName = annotation.string("creator");
        CodeBlock creator = creatorName.isEmpty() ? constructor(target, value, isNear)
                : creator(entity, target, value, creatorName);
        if (creator == null && !creatorName.isEmpty()) {
            problems.accept(Problem.at(method, annotation, "creator", subject + "names the creator \"" + creatorName
                    + "\", but neither \"" + entity.name() + "\" nor \"" + target.name()
                    + "\" has a static method with this name that takes a " + simple(value) + " and returns a "
                    + target.name() + "."));
            return null;
        }
        return new ProxyAttribute(accessor, through, value, target, isSettable, creator, remedy);
    }

    private static String simple(MappedAttribute value) {
        String name = TypeNames.of(value.accessor().value()).withoutAnnotations().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Returns what is wrong with the declared type, or null. */
    private @Nullable String wrongType(Accessor accessor, RelationshipAttribute through, MappedAttribute value) {
        TypeMirror shown = environment.boxed(value.accessor().value());
        if (through.collection() == null) {
            if (!environment.types().isSameType(environment.boxed(accessor.value()), shown)) {
                return "has the type " + TypeNames.of(accessor.value()) + ", but \"" + value.name() + "\" of \""
                        + through.target().getSimpleName() + "\" is a " + simple(value) + ".";
            }
            boolean mayBeAbsent = through.accessor().nullable() || value.accessor().nullable();
            return mayBeAbsent && !accessor.nullable() ? "can be null, because \"" + (through.accessor().nullable()
                    ? through.name() : value.name()) + "\" can. Mark it @Nullable, or declare an Optional." : null;
        }
        String kind = TypeNames.className(((DeclaredType) through.accessor().value()).asElement()).simpleName();
        boolean fits = accessor.value() instanceof DeclaredType declared && declared.getTypeArguments().size() == 1
                && TypeNames.className(declared.asElement()).equals(
                        TypeNames.className(((DeclaredType) through.accessor().value()).asElement()))
                && environment.types().isSameType(declared.getTypeArguments().get(0), shown);
        if (!fits || accessor.nullable()) {
            return "must be declared as " + kind + "<" + simple(value) + ">, like the relationship \"" + through.name()
                    + "\".";
        }
        return Set.of("List", "Set").contains(kind) ? null
                : "leads through a " + kind + ". Only lists and sets can be shown as their values.";
    }

    private @Nullable CodeBlock constructor(EntityModel target, MappedAttribute value, boolean isNear) {
        boolean exists = !target.element().getModifiers().contains(Modifier.ABSTRACT)
                && ElementFilter.constructorsIn(target.element().getEnclosedElements()).stream()
                        .anyMatch(made -> takes(made, value) && isCallable(made, isNear));
        return exists ? CodeBlock.of("new $T(value)", target.className()) : null;
    }

    private @Nullable CodeBlock creator(EntityModel entity, EntityModel target, MappedAttribute value, String name) {
        return Stream.of(entity, target)
                .filter(owner -> ElementFilter.methodsIn(owner.element().getEnclosedElements()).stream()
                        .anyMatch(made -> made.getSimpleName().contentEquals(name) && isStatic(made)
                                && takes(made, value)
                                && isCallable(made, environment.isNear(entity.element(), owner.element()))
                                && environment.types().isSameType(made.getReturnType(), target.element().asType())))
                .findFirst().map(owner -> CodeBlock.of("$T.$L(value)", owner.className(), name)).orElse(null);
    }

    private boolean takes(ExecutableElement made, MappedAttribute value) {
        return made.getParameters().size() == 1 && environment.types().isSameType(
                environment.boxed(made.getParameters().get(0).asType()),
                environment.boxed(value.accessor().value()));
    }

    private static boolean isStatic(Element made) {
        return made.getKind() == ElementKind.METHOD && made.getModifiers().contains(Modifier.STATIC);
    }

    private static boolean isCallable(Element made, boolean isNear) {
        return made.getModifiers().contains(Modifier.PUBLIC)
                || isNear && !made.getModifiers().contains(Modifier.PRIVATE);
    }
}

package dev.rubedo.processor;

import dev.rubedo.mapping.Criteria;
import dev.rubedo.mapping.Deferred;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Formula;
import dev.rubedo.mapping.FromQuery;
import dev.rubedo.mapping.Hybrid;
import dev.rubedo.mapping.JoinCondition;
import dev.rubedo.mapping.Validates;
import dev.rubedo.processor.EntityModel.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads a class with {@code @Entity}, its {@code Mapped} and its mixins. Immutable. */
final class EntityReader {

    static final String MAPPING_PACKAGE = "dev.rubedo.mapping.";

    /** The annotations that are allowed on methods of the entity itself. */
    private static final Set<String> ON_METHODS = Set.of(Validates.class.getName(), Hybrid.class.getName(),
            Formula.class.getName(), JoinCondition.class.getName(), Criteria.class.getName(),
            FromQuery.class.getName());

    private final Environment environment;
    private final AttributeReader attributes;
    private final EmbeddedReader embeddedReader;
    private final MixinRules mixinRules;
    private final InheritanceReader inheritances;

    /**
     * @param entities finds the entity of a class, which another one inherits from
     */
    EntityReader(Environment environment, Function<TypeElement, Optional<EntityModel>> entities) {
        this.environment = environment;
        this.inheritances = new InheritanceReader(environment, entities);
        this.attributes = new AttributeReader(environment);
        this.mixinRules = new MixinRules(environment);
        this.embeddedReader = new EmbeddedReader(environment, attributes);
    }

    /** Reads an entity as far as possible; errors are reported and their causes omitted. */
    EntityModel read(TypeElement entity, Consumer<Problem> problems) {
        DeclaredAnnotation annotation = DeclaredAnnotation.find(entity, Entity.class, environment.elements())
                .orElseThrow();
        TypeElement found = mapped(entity);
        TypeElement mapped = found != null && found.getKind() == ElementKind.INTERFACE ? found : null;
        var mixins = new ArrayList<DeclaredType>();
        var methods = new LinkedHashMap<String, ExecutableElement>();
        EntityModel parent = null;
        if (mapped != null) {
            for (TypeMirror mixin : mapped.getInterfaces()) {
                if (!Environment.isUnresolved(mixin) && !isNested(mixin, entity)) {
                    mixins.add((DeclaredType) mixin);
                }
            }
            List<TypeElement> above = inheritances.mappedAbove(entity, mapped);
            parent = inheritances.parent(entity, mapped, above, problems);
            var seen = new LinkedHashSet<String>();
            if (parent != null) {
                above.forEach(one -> interfacesOf(one, seen));
                mixins.removeIf(mixin -> mixin.asElement() instanceof TypeElement type
                        && seen.contains(type.getQualifiedName().toString()));
            }
            collect(mapped, entity, mapped, methods, seen, problems);
        }
        var embedded = new ArrayList<EmbeddedAttribute>();
        List<ExecutableElement> proxies = methods.values().stream()
                .filter(method -> ProxyReader.isProxy(method) || Synonyms.isSynonym(method)).toList();
        methods.values().removeAll(proxies);
        List<MappedAttribute> read = mapped == null ? List.of() : attributes(mapped, methods, embedded, problems);
        String table = annotation.string("table");
        String schema = annotation.string("schema");
        if (parent != null && (schema.isEmpty() || table.isEmpty())) {
            schema = parent.schema();
        }
        if (table.isEmpty()) {
            table = parent == null || parent.isConcrete() ? Names.snakeCase(entity.getSimpleName().toString())
                    : parent.table();
        }
        List<MappedAttribute> own = parent == null ? inheritances.withDiscriminator(entity, read, problems)
                : inheritances.withoutInherited(parent, read, problems);
        return new EntityModel(entity, annotation, found, table, schema,
                canImplement(mixins, read, mapped) ? mixins : List.of(), own, List.copyOf(embedded), proxies,
                validators(entity, mixins, problems), List.of(), inheritances.read(entity, parent, own, problems));
    }

    /** Adds the names of an interface and its superinterfaces, whose attributes are inherited. */
    private void interfacesOf(TypeElement type, Set<String> names) {
        if (names.add(type.getQualifiedName().toString())) {
            type.getInterfaces().forEach(above -> {
                if (environment.types().asElement(above) instanceof TypeElement inherited) {
                    interfacesOf(inherited, names);
                }
            });
        }
    }

    /** Returns whether the base class can implement the mixins, with either all or none of their attributes. */
    private static boolean canImplement(List<DeclaredType> mixins, List<MappedAttribute> attributes,
            @Nullable TypeElement mapped) {
        return mixins.stream().noneMatch(MixinRules::isRaw)
                && attributes.stream().noneMatch(attribute -> attribute instanceof ColumnAttribute column
                        && column.isUnwritable() && !Environment.owner(column.element()).equals(mapped));
    }

    /**
     * Returns whether an attribute or a mixin has a type that does not exist; another processor may be about to
     * generate it.
     */
    boolean isIncomplete(TypeElement entity) {
        TypeElement mapped = mapped(entity);
        return mapped != null && isIncomplete(mapped, new HashSet<>());
    }

    private boolean isIncomplete(TypeElement type, Set<String> seen) {
        return seen.add(type.getQualifiedName().toString()) && (ElementFilter.methodsIn(type.getEnclosedElements())
                .stream().anyMatch(method -> Environment.isUnresolved(method.getReturnType()))
                || type.getInterfaces().stream().anyMatch(mixin -> isMissing(mixin)
                        || (environment.types().asElement(mixin) instanceof TypeElement other
                                && isIncomplete(other, seen))));
    }

    /**
     * Returns whether an interface does not exist. A protected {@code Mapped} of another package cannot be accessed
     * either until the generated base class makes its user a subclass.
     */
    private boolean isMissing(TypeMirror mixin) {
        return Environment.isUnresolved(mixin) && !(environment.types().asElement(mixin) instanceof TypeElement type
                && type.getEnclosingElement() instanceof TypeElement owner
                && DeclaredAnnotation.find(owner, Entity.class, environment.elements()).isPresent());
    }

    /** Returns whether an interface is nested in this or another entity, so that a base class cannot implement it. */
    private boolean isNested(TypeMirror mixin, TypeElement entity) {
        return mixin instanceof DeclaredType declared && declared.asElement() instanceof TypeElement type
                && (Environment.owner(type).equals(entity) || inheritances.isOfOtherEntity(type, entity));
    }

    static @Nullable TypeElement mapped(TypeElement entity) {
        return ElementFilter.typesIn(entity.getEnclosedElements()).stream()
                .filter(type -> type.getSimpleName().contentEquals("Mapped"))
                .findFirst().orElse(null);
    }

    /**
     * Collects the abstract methods of an interface, after those of its superinterfaces; an overriding method takes the
     * place of the overridden one.
     */
    private void collect(TypeElement type, TypeElement entity, TypeElement mapped,
            Map<String, ExecutableElement> methods,
            Set<String> seen, Consumer<Problem> problems) {
        if (!seen.add(type.getQualifiedName().toString())) {
            return;
        }
        for (TypeMirror supertype : type.getInterfaces()) {
            if (environment.types().asElement(supertype) instanceof TypeElement inherited
                    && supertype.getKind() == TypeKind.DECLARED) {
                if (seen.contains(inherited.getQualifiedName().toString())) {
                    continue;
                }
                if (inheritances.isOfOtherEntity(inherited, entity)) {
                    if (inheritances.isInherited(inherited, type, mapped, problems)) {
                        collect(inherited, entity, mapped, methods, seen, problems);
                    }
                } else {
                    if (!mixinRules.check((DeclaredType) supertype, entity, mapped, problems)) {
                        continue;
                    }
                    collect(inherited, entity, mapped, methods, seen, problems);
                }
            }
        }
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            String name = method.getSimpleName().toString();
            if (isAttribute(method, type.equals(mapped), problems)) {
                ExecutableElement other = methods.put(name, method);
                if (other != null && !type.equals(mapped)) {
                    mixinRules.checkTwins(other, method, mapped, problems);
                }
            } else if (method.isDefault() && method.getParameters().isEmpty() && methods.containsKey(name)) {
                problems.accept(Problem.at(method, "Method \"" + name + "\" has a body, but \""
                        + Environment.owner(methods.get(name)).getSimpleName()
                        + "\" declares it as an attribute, whose accessor is generated. Remove one of the two."));
            }
        }
    }

    private boolean isAttribute(ExecutableElement method, boolean own, Consumer<Problem> problems) {
        String name = method.getSimpleName().toString();
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.PRIVATE)
                || modifiers.contains(Modifier.DEFAULT)) {
            if (own && modifiers.contains(Modifier.DEFAULT)) {
                problems.accept(
                        Problem.at(method, "Method \"" + name + "\" has a body, but nothing inherits from Mapped: "
                                + "it would never be called. Move it to the entity or to a mixin."));
            } else if (own ? hasMappingAnnotation(method) : isAnnotated(method)) {
                problems.accept(Problem.at(method,
                        "Method \"" + name + "\" has a body and is not an attribute. Remove its mapping annotations."));
            }
            return false;
        }
        if (!method.getParameters().isEmpty() || !method.getTypeParameters().isEmpty()
                || method.getReturnType().getKind() == TypeKind.VOID) {
            problems.accept(Problem.at(method,
                    "Method \"" + name + "\" is not an attribute: an attribute returns its type and takes no "
                            + "parameters. The setter is generated."));
            return false;
        }
        if (!method.getThrownTypes().isEmpty()) {
            problems.accept(Problem.at(method, "Attribute \"" + name
                    + "\" declares exceptions, but its accessor throws none of them. Remove throws."));
        }
        for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
            if (ON_METHODS.contains(DeclaredAnnotation.nameOf(annotation))) {
                problems.accept(Problem.at(method, "@" + annotation.getAnnotationType().asElement().getSimpleName()
                        + " is on attribute \"" + name
                        + "\", where it has no effect. It is for methods of the entity that have a body."));
            }
        }
        return true;
    }

    private static boolean hasMappingAnnotation(ExecutableElement method) {
        return method.getAnnotationMirrors().stream()
                .anyMatch(annotation -> DeclaredAnnotation.nameOf(annotation).startsWith(MAPPING_PACKAGE));
    }

    static boolean isAnnotated(ExecutableElement method) {
        List<String> names = method.getAnnotationMirrors().stream().map(DeclaredAnnotation::nameOf).toList();
        boolean isFormula = names.contains(Formula.class.getName());
        return names.stream().anyMatch(name -> name.startsWith(MAPPING_PACKAGE) && !ON_METHODS.contains(name)
                && !(isFormula && name.equals(Deferred.class.getName())));
    }

    private List<MappedAttribute> attributes(TypeElement mapped, Map<String, ExecutableElement> methods,
            List<EmbeddedAttribute> embedded, Consumer<Problem> problems) {
        var found = new ArrayList<MappedAttribute>();
        var names = new HashMap<String, ExecutableElement>();
        var type = (DeclaredType) mapped.asType();
        for (ExecutableElement method : methods.values()) {
            var read = new ArrayList<MappedAttribute>();
            String name;
            if (embeddedReader.isEmbedded(method)) {
                EmbeddedAttribute record = embeddedReader.read(method, type, problems);
                record.parts().forEach(part -> read.add(part.column()));
                name = record.name();
                if (!names.containsKey(name)) {
                    embedded.add(record);
                }
            } else {
                MappedAttribute attribute = attributes.read(method, type, problems);
                read.add(attribute);
                name = attribute.name();
            }
            ExecutableElement other = names.putIfAbsent(name, method);
            for (MappedAttribute part : read) {
                ExecutableElement owner = names.putIfAbsent(part.name(), method);
                if (owner != null && owner != method && !part.name().equals(name)) {
                    problems.accept(Problem.at(method, "Component \"" + part.name() + "\" of embedded \"" + name
                            + "\" has the name of attribute \"" + part.name() + "\". Rename one."));
                    read.clear();
                    embedded.removeIf(record -> record.accessor().method().equals(method));
                    break;
                }
            }
            if (other != null) {
                problems.accept(
                        Problem.at(method, "Attribute \"" + name + "\" is declared twice: by " + other.getSimpleName()
                                + "() and by " + method.getSimpleName() + "(). Rename one."));
            } else {
                found.addAll(read);
            }
        }
        return List.copyOf(found);
    }

    /** Reads the validators of an entity and its mixins. */
    private List<Validator> validators(TypeElement entity, List<DeclaredType> mixins, Consumer<Problem> problems) {
        var declaring = new ArrayList<>(Mixins.of(mixins));
        declaring.add(entity);
        var found = new ArrayList<Validator>();
        for (ExecutableElement method : declaring.stream()
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(method -> !method.getModifiers().contains(Modifier.ABSTRACT)).toList()) {
            DeclaredAnnotation.find(method, Validates.class, environment.elements()).ifPresent(annotation -> {
                var attributes = new LinkedHashSet<>(annotation.strings("value"));
                if (attributes.isEmpty()) {
                    problems.accept(Problem.at(method, annotation, "value", "Validator \"" + method.getSimpleName()
                            + "\" checks no attribute. Name one or remove @Validates."));
                }
                for (String attribute : attributes) {
                    found.add(new Validator(method, annotation, attribute));
                }
            });
        }
        return List.copyOf(found);
    }

    /** Returns whether a type can be an entity at all: a top-level class. */
    static boolean isTopLevelClass(TypeElement type) {
        return type.getKind() == ElementKind.CLASS && Environment.owner(type).getKind() == ElementKind.PACKAGE;
    }
}

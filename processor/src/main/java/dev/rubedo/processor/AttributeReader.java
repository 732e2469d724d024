package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.rubedo.mapping.Access;
import dev.rubedo.mapping.ArrayOf;
import dev.rubedo.mapping.CollectionKind;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Computed;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Deferred;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Enumerated;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.JoinTable;
import dev.rubedo.mapping.Json;
import dev.rubedo.mapping.Numbered;
import dev.rubedo.mapping.OnUpdate;
import dev.rubedo.mapping.QueryExpression;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.ServerDefault;
import dev.rubedo.mapping.ServerGenerated;
import dev.rubedo.mapping.ServerOnUpdate;
import dev.rubedo.mapping.Setter;
import dev.rubedo.mapping.Type;
import dev.rubedo.mapping.Version;
import dev.rubedo.processor.ColumnAttribute.Role;
import dev.rubedo.processor.RelationshipAttribute.JoinTableNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads one abstract method of {@code Mapped} or of a mixin as an attribute. Immutable. */
final class AttributeReader {

    /** The annotations that only columns can have. */
    private static final List<Class<?>> OF_COLUMNS = Stream.<Class<?>>concat(
            DefinitionOption.OF_COLUMNS.stream().map(DefinitionOption::annotation),
            Stream.of(Column.class, Id.class, ForeignKey.class, Default.class, OnUpdate.class, ServerDefault.class,
                    ServerGenerated.class, ServerOnUpdate.class, Computed.class, Version.class, Type.class, Json.class,
                    ArrayOf.class, Enumerated.class, Deferred.class))
            .distinct().toList();

    /** The annotations that determine the type of an attribute. */
    private static final Set<Class<?>> OF_TYPES = Set.of(Type.class, Json.class, ArrayOf.class, Enumerated.class);

    private final Environment environment;
    private final ColumnTypes columnTypes;
    private final ColumnValuesReader columnValues;

    AttributeReader(Environment environment) {
        this.environment = environment;
        this.columnTypes = new ColumnTypes(environment);
        this.columnValues = new ColumnValuesReader(environment);
    }

    /**
     * Reads an attribute as a member of an interface, whose type arguments replace the type variables of generic
     * mixins.
     */
    MappedAttribute read(ExecutableElement method, DeclaredType mapped, Consumer<Problem> problems) {
        Accessor accessor = accessor(method, mapped, problems);
        if (!isWritable(accessor, problems) || !isVisible(accessor, mapped, problems)) {
            return unmapped(accessor, Role.UNWRITABLE);
        }
        Optional<DeclaredAnnotation> relationship = find(method, Relationship.class);
        if (relationship.isPresent()) {
            MappedAttribute read = relationship(accessor, relationship.get(), problems);
            if (read != null) {
                return read;
            }
        } else {
            find(method, Numbered.class).ifPresent(numbered -> problems.accept(Problem.at(method, numbered,
                    "Attribute \"" + accessor.name()
                            + "\" is numbered but is not a relationship. Add @Relationship or remove @Numbered.")));
            find(method, JoinTable.class).ifPresent(joinTable -> problems.accept(Problem.at(method, joinTable,
                    "Attribute \""
                            + accessor.name()
                            + "\" has a join table but is not a relationship. Add @Relationship or remove @JoinTable.")));
            if (leadsToEntity(accessor.value())) {
                problems.accept(Problem.at(method,
                        "Attribute \"" + accessor.name() + "\" refers to an entity. Add @Relationship."));
                return unmapped(accessor, Role.DECLARED);
            }
        }
        if (relationship.isEmpty() && find(method, QueryExpression.class).isPresent()) {
            return queryExpression(accessor, problems);
        }
        return relationship.isPresent() ? unmapped(accessor, Role.DECLARED)
                : column(accessor, (TypeElement) Environment.owner(mapped.asElement()), problems);
    }

    /**
     * Returns whether the type of an attribute is visible in the package of the entity. If it is not visible in the
     * declaration, the compiler reports that.
     */
    private boolean isVisible(Accessor accessor, DeclaredType mapped, Consumer<Problem> problems) {
        TypeMirror type = isPlain(accessor.value()) ? accessor.value() : argument(accessor.value());
        Element element = type == null ? null : environment.types().asElement(type);
        if (type == null || element == null || !(element.getEnclosingElement() instanceof PackageElement home)
                || element.getModifiers().contains(Modifier.PUBLIC)
                || home.equals(environment.elements().getPackageOf(mapped.asElement()))) {
            return true;
        }
        if (home.equals(environment.elements().getPackageOf(accessor.method()))) {
            problems.accept(Problem.at(accessor.method(),
                    "Attribute \"" + accessor.name() + "\" has the type " + TypeNames.of(type)
                            + ", which is not visible in the package of the entity. Make it public."));
        }
        return false;
    }

    /**
     * Returns whether generated code can name the type of an attribute. The compiler reports one that does not exist.
     */
    private static boolean isWritable(Accessor accessor, Consumer<Problem> problems) {
        if (Environment.isUnresolved(accessor.type())) {
            return false;
        }
        if (accessor.value().getKind() == TypeKind.WILDCARD) {
            problems.accept(Problem.at(accessor.method(), "Attribute \"" + accessor.name()
                    + "\" has an Optional without a type argument. Declare it, as in Optional<String>."));
            return false;
        }
        if (Environment.isPrivate(accessor.type())) {
            problems.accept(Problem.at(accessor.method(), "Attribute \"" + accessor.name() + "\" has the type "
                    + TypeNames.of(accessor.value())
                    + ", which is private, but generated code uses it. Remove private."));
            return false;
        }
        return true;
    }

    /** Reads the declaration of an attribute. */
    Accessor accessor(ExecutableElement method, DeclaredType mapped, Consumer<Problem> problems) {
        TypeMirror type = ((ExecutableType) environment.types().asMemberOf(mapped, method)).getReturnType();
        String methodName = method.getSimpleName().toString();
        boolean bean = isBean(method);
        String name = bean ? Names.decapitalized(methodName.substring(methodName.startsWith("is") ? 2 : 3))
                : methodName;
        if (SourceVersion.isKeyword(name)) {
            if (!EntityRules.isReserved(methodName)) {
                problems.accept(Problem.at(method,
                        "An attribute cannot be named \"" + name + "\", which is a Java keyword. Rename \"" + methodName
                                + "\"."));
            }
            name += "_";
        }
        TypeMirror value = type;
        boolean optional = type instanceof DeclaredType declared && declared.getTypeArguments().size() == 1
                && TypeNames.className(declared.asElement()).canonicalName().equals("java.util.Optional");
        if (optional) {
            value = ((DeclaredType) type).getTypeArguments().get(0);
        }
        boolean marked = isMarkedNullable(method, type);
        if (marked && (optional || type.getKind().isPrimitive())) {
            problems.accept(Problem.at(method, "Attribute \"" + name + "\" is marked @Nullable, but "
                    + (optional ? "an Optional is never null: remove @Nullable." : TypeNames.of(type)
                            + " cannot be null: use " + TypeNames.of(type).box().toString().replace("java.lang.", "")
                            + ".")));
        }
        if (type instanceof ArrayType array
                && array.getComponentType().getAnnotationMirrors().stream().anyMatch(AttributeReader::isNullable)) {
            problems.accept(Problem.at(method, "@Nullable " + TypeNames.of(array.getComponentType())
                    + "[] means that the elements of attribute \"" + name + "\" may be null. Write "
                    + TypeNames.of(array.getComponentType())
                    + " @Nullable [] if the array itself may be null."));
        }
        boolean nullable = optional || (marked && !type.getKind().isPrimitive());
        return new Accessor(name, method, type, value, bean, nullable, optional, setter(method, name, problems));
    }

    static boolean isBean(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return isPrefixed(name, "get")
                || (isPrefixed(name, "is") && method.getReturnType().getKind() == TypeKind.BOOLEAN);
    }

    private static boolean isPrefixed(String name, String prefix) {
        return name.length() > prefix.length() && name.startsWith(prefix)
                && Character.isUpperCase(name.charAt(prefix.length()));
    }

    static boolean isMarkedNullable(ExecutableElement method, TypeMirror type) {
        return type.getAnnotationMirrors().stream().anyMatch(AttributeReader::isNullable)
                || method.getReturnType().getAnnotationMirrors().stream().anyMatch(AttributeReader::isNullable)
                || method.getAnnotationMirrors().stream().anyMatch(AttributeReader::isNullable);
    }

    /** Any annotation with this name counts, so that no nullable attribute silently becomes NOT NULL. */
    static boolean isNullable(AnnotationMirror annotation) {
        return annotation.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable");
    }

    private Access setter(ExecutableElement method, String name, Consumer<Problem> problems) {
        Optional<DeclaredAnnotation> own = find(method, Setter.class);
        boolean isVersion = find(method, Version.class).isPresent();
        if (isVersion || find(method, Computed.class).isPresent()) {
            own.ifPresent(setter -> problems.accept(Problem.at(method, setter, "Attribute \"" + name + "\" is "
                    + (isVersion ? "a version counter: the session writes it" : "computed: the database writes it")
                    + " and it never has a setter. Remove @Setter.")));
            return Access.NONE;
        }
        if (find(method, Relationship.class).map(annotation -> annotation.isTrue("viewOnly")).orElse(false)) {
            own.ifPresent(setter -> problems.accept(Problem.at(method, setter, "Relationship \"" + name
                    + "\" is viewOnly and never has a setter. Remove @Setter.")));
            return Access.NONE;
        }
        boolean isCollection = find(method, Relationship.class).isPresent() && !isPlain(method.getReturnType())
                && CollectionKind.ofDeclared(TypeNames.className(((DeclaredType) method.getReturnType()).asElement())
                        .canonicalName()) != null;
        if (isCollection && own.isEmpty()) {
            return Access.NONE;
        }
        if (own.isPresent()) {
            return Access.valueOf(own.get().constant("value"));
        }
        if (find(method, Id.class).map(id -> !id.isTrue("assigned")).orElse(false) && canBeGenerated(method)) {
            return Access.PROTECTED;
        }
        if (Environment.owner(method).getEnclosingElement() instanceof TypeElement entity
                && EntityQueries.isFromQuery(entity, environment)) {
            return Access.NONE;
        }
        return find(Environment.owner(method), Setter.class).map(setter -> Access.valueOf(setter.constant("value")))
                .orElse(Access.PUBLIC);
    }

    /** Returns whether databases can generate such a key: integers that are not foreign keys. */
    private boolean canBeGenerated(ExecutableElement method) {
        String type = TypeNames.of(method.getReturnType()).box().toString();
        return List.of("java.lang.Long", "java.lang.Integer", "java.lang.Short").contains(type)
                && find(method, ForeignKey.class).isEmpty();
    }

    /** Reads an attribute of an entity as a column. */
    ColumnAttribute column(Accessor accessor, TypeElement entity, Consumer<Problem> problems) {
        ExecutableElement method = accessor.method();
        ColumnType type = columnTypes.find(method, accessor.name(), accessor.value(), problems);
        Optional<DeclaredAnnotation> column = find(method, Column.class);
        Optional<DeclaredAnnotation> id = find(method, Id.class);
        String name = column.map(options -> options.string("name")).filter(text -> !text.isEmpty())
                .orElseGet(() -> Names.snakeCase(accessor.name()));
        var options = new ColumnAttribute.Options(id.isPresent(),
                id.map(options2 -> options2.isTrue("assigned")).orElse(false),
                find(method, Version.class).isPresent(), column.map(found -> found.isTrue("unique")).orElse(false),
                column.map(found -> found.isTrue("index")).orElse(false),
                columnValues.read(accessor, type, entity, problems),
                Deferrals.read(method, "", environment), foreignKey(accessor, problems));
        return new ColumnAttribute(accessor, name, TypeNames.of(accessor.value()), type, options, Role.DECLARED);
    }

    /** Reads the declaration of an attribute whose value each query computes. */
    private MappedAttribute queryExpression(Accessor accessor, Consumer<Problem> problems) {
        ExecutableElement method = accessor.method();
        String subject = "Attribute \"" + accessor.name() + "\" is a query expression";
        for (Class<?> other : OF_COLUMNS) {
            if (!OF_TYPES.contains(other)) {
                find(method, other).ifPresent(wrong -> problems.accept(Problem.at(method, wrong,
                        subject + ", which has no column. Remove @" + other.getSimpleName() + ".")));
            }
        }
        find(method, Setter.class).ifPresent(setter -> problems.accept(Problem.at(method, setter,
                subject + ", which never has a setter. Remove @Setter.")));
        if (!accessor.nullable()) {
            problems.accept(Problem.at(method, subject
                    + ", which is null unless a query supplies it. Mark it @Nullable, or declare an Optional."));
        }
        ColumnType type = columnTypes.find(method, accessor.name(), accessor.value(), problems);
        Accessor reading = new Accessor(accessor.name(), method, accessor.type(), accessor.value(), accessor.bean(),
                true, accessor.optional(), Access.NONE);
        return type == null ? unmapped(accessor, Role.DECLARED)
                : new FormulaAttribute(reading, TypeNames.of(accessor.value()).box(), Deferrals.NONE, type.sql());
    }

    private @Nullable ForeignKeyReference foreignKey(Accessor accessor, Consumer<Problem> problems) {
        Optional<DeclaredAnnotation> found = find(accessor.method(), ForeignKey.class);
        if (found.isEmpty()) {
            return null;
        }
        String target = found.get().string("value");
        int dot = target.lastIndexOf('.');
        if (dot <= 0 || dot == target.length() - 1) {
            problems.accept(Problem.at(accessor.method(), found.get(), "value", "\"" + target
                    + "\" does not name a column. Write \"table.column\", with the names in the database."));
            return null;
        }
        return new ForeignKeyReference(target.substring(0, dot), target.substring(dot + 1), false,
                found.get());
    }

    /** Keeps an attribute whose mapping is invalid, so that its accessors exist and cause no further errors. */
    private ColumnAttribute unmapped(Accessor accessor, Role role) {
        TypeName java = role == Role.UNWRITABLE ? ClassName.OBJECT : TypeNames.of(accessor.value());
        var options = new ColumnAttribute.Options(find(accessor.method(), Id.class).isPresent(), false, false, false,
                false, ColumnValues.NONE, Deferrals.NONE, null);
        return new ColumnAttribute(accessor, Names.snakeCase(accessor.name()), java, null, options, role);
    }

    private @Nullable RelationshipAttribute relationship(Accessor declared, DeclaredAnnotation annotation,
            Consumer<Problem> problems) {
        ExecutableElement method = declared.method();
        DeclaredType content = content(declared.value());
        Accessor accessor = content == null ? declared
                : new Accessor(declared.name(), method, content, content, declared.bean(), declared.nullable(),
                        declared.optional(), find(method, Setter.class).isPresent() ? declared.setter() : Access.NONE);
        for (Class<?> other : OF_COLUMNS) {
            find(method, other).ifPresent(wrong -> problems.accept(Problem.at(method, wrong,
                    "Relationship \"" + accessor.name()
                            + "\" has no column of its own. Remove @" + other.getSimpleName()
                            + ", or declare the foreign key as an attribute and put it there.")));
        }
        boolean toOne = isPlain(accessor.value());
        CollectionKind collection = toOne ? null : CollectionKind.ofDeclared(
                TypeNames.className(((DeclaredType) accessor.value()).asElement()).canonicalName());
        TypeMirror leadsTo = toOne ? accessor.value() : argument(accessor.value());
        if (leadsTo == null || leadsTo.getKind() == TypeKind.ERROR) {
            return null;
        }
        if (!toOne && collection == null || !isEntity(leadsTo)) {
            problems.accept(Problem.at(method, annotation, "Relationship \"" + accessor.name() + "\" has the type "
                    + TypeNames.of(accessor.value()) + ". It must be an entity, or a " + collections()
                    + " of entities."));
            return null;
        }
        if (!toOne) {
            if (accessor.nullable()) {
                problems.accept(Problem.at(method, "Relationship \"" + accessor.name()
                        + "\" is a collection, which is empty and never null. Remove @Nullable or Optional."));
            }
            if (accessor.optional()) {
                return null;
            }
            if (collection != null && collection.isQueried()) {
                find(method, Setter.class).ifPresent(setter -> problems.accept(Problem.at(method, setter,
                        "Relationship \"" + accessor.name()
                                + "\" is never loaded as a whole: it is changed by adding and"
                                + " removing and has no setter. Remove @Setter.")));
            }
        }
        return new RelationshipAttribute(accessor, (TypeElement) ((DeclaredType) leadsTo).asElement(), collection,
                annotation, joinTable(accessor, annotation, problems),
                content == null ? null : TypeNames.of(declared.value()));
    }

    /**
     * Returns the type of the collection that a class of the program wraps: the parameter of its constructor. Null if
     * it is not such a class.
     */
    private @Nullable DeclaredType content(TypeMirror type) {
        if (!isPlain(type) || isEntity(type)
                || !(environment.types().asElement(type) instanceof TypeElement wrapper)) {
            return null;
        }
        for (ExecutableElement constructor : ElementFilter.constructorsIn(wrapper.getEnclosedElements())) {
            if (constructor.getParameters().size() == 1 && !constructor.getModifiers().contains(Modifier.PRIVATE)
                    && constructor.getParameters().get(0).asType() instanceof DeclaredType parameter) {
                CollectionKind kind = CollectionKind
                        .ofDeclared(TypeNames.className(parameter.asElement()).canonicalName());
                TypeMirror item = argument(parameter);
                if (kind != null && !kind.isQueried() && item != null && isEntity(item)) {
                    return parameter;
                }
            }
        }
        return null;
    }

    private @Nullable JoinTableNames joinTable(Accessor accessor, DeclaredAnnotation relationship,
            Consumer<Problem> problems) {
        String name = relationship.string("joinTable");
        Optional<DeclaredAnnotation> detailed = find(accessor.method(), JoinTable.class);
        if (detailed.isPresent()) {
            if (!name.isEmpty()) {
                problems.accept(
                        Problem.at(accessor.method(), relationship, "joinTable", "Relationship \"" + accessor.name()
                                + "\" names its join table twice. Keep @JoinTable and remove joinTable."));
            }
            return new JoinTableNames(detailed.get().string("name"), detailed.get().strings("columns"),
                    detailed.get().strings("inverseColumns"));
        }
        return name.isEmpty() ? null : new JoinTableNames(name, List.of(), List.of());
    }

    private static String collections() {
        List<String> names = Stream.of(CollectionKind.values())
                .map(kind -> kind.declared().substring(kind.declared().lastIndexOf('.') + 1)).toList();
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    /** Returns whether a type has no type arguments, as that of a to-one relationship. */
    private static boolean isPlain(TypeMirror type) {
        return !(type instanceof DeclaredType declared) || declared.getTypeArguments().isEmpty();
    }

    /** Returns the element type of a collection: its only type argument, or the last one as in a map. */
    private static @Nullable TypeMirror argument(TypeMirror type) {
        return type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()
                ? declared.getTypeArguments().get(declared.getTypeArguments().size() - 1) : null;
    }

    private boolean leadsToEntity(TypeMirror type) {
        TypeMirror argument = argument(type);
        return isEntity(argument == null ? type : argument);
    }

    private boolean isEntity(TypeMirror type) {
        return environment.types().asElement(type) instanceof TypeElement element
                && find(element, Entity.class).isPresent();
    }

    private Optional<DeclaredAnnotation> find(Element element, Class<?> annotation) {
        return DeclaredAnnotation.find(element, annotation, environment.elements());
    }
}

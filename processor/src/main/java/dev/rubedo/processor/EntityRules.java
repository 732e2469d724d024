package dev.rubedo.processor;

import dev.rubedo.mapping.Check;
import dev.rubedo.mapping.Checks;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Index;
import dev.rubedo.mapping.Indexes;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Setter;
import dev.rubedo.mapping.TableOption;
import dev.rubedo.mapping.TableOptions;
import dev.rubedo.mapping.Unique;
import dev.rubedo.mapping.Uniques;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The rules for an entity class as a whole. Immutable. */
final class EntityRules {

    /** The annotations that are allowed on entities. */
    static final Set<String> ON_ENTITIES = Set.of(Check.class.getName(), Checks.class.getName(), Index.class.getName(),
            Indexes.class.getName(), Unique.class.getName(), Uniques.class.getName(), TableOption.class.getName(),
            TableOptions.class.getName(), Polymorphic.class.getName());

    private static final Set<String> RESERVED = Set.of("hashCode", "toString", "clone", "finalize", "getClass", "wait",
            "notify", "notifyAll");

    private final Environment environment;

    EntityRules(Environment environment) {
        this.environment = environment;
    }

    /** Reports errors in the class, its {@code Mapped} and its names. */
    void check(EntityModel entity, LinkResolver links, Consumer<Problem> problems) {
        checkClass(entity, problems);
        checkMapped(entity, problems);
        checkMembers(entity, problems);
        checkTable(entity, problems);
        checkNames(entity, links.ownSynthetic(entity), problems);
        checkConstraints(entity, links.synthetic(entity), problems);
    }

    /**
     * Returns whether a class extends its generated base, which does not exist yet, or has a class file of an earlier
     * compilation.
     */
    static boolean extendsBase(EntityModel entity) {
        TypeMirror superclass = entity.element().getSuperclass();
        if (!(superclass instanceof DeclaredType declared)) {
            return false;
        }
        return TypeNames.className(declared.asElement()).simpleName().equals(entity.baseName().simpleName());
    }

    private void checkClass(EntityModel entity, Consumer<Problem> problems) {
        TypeElement type = entity.element();
        if (!type.getTypeParameters().isEmpty()) {
            problems.accept(Problem.at(type,
                    "Entity \"" + entity.name() + "\" has type parameters, but a table has none. Remove them."));
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT) && entity.inheritance() == null) {
            problems.accept(Problem.at(type, "Entity \"" + entity.name()
                    + "\" is abstract, but loading must be able to instantiate it. Remove abstract, or add @Polymorphic if it is the root of a hierarchy."));
        }
        if (!extendsBase(entity)) {
            String superclass = entity.parent() == null ? entityAbove(type) : "";
            problems.accept(Problem.at(type,
                    "Entity \"" + entity.name() + "\" does not extend its generated base class. Write: class "
                            + entity.name() + " extends " + entity.baseName().simpleName()
                            + (superclass.isEmpty() ? "."
                                    : ", and in it: interface Mapped extends " + superclass + ".Mapped.")));
        }
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
        ExecutableElement usable = constructors.stream().filter(constructor -> constructor.getParameters().isEmpty())
                .findFirst().orElse(null);
        if (usable == null && !constructors.isEmpty()) {
            problems.accept(Problem.at(constructors.get(0), "Entity \"" + entity.name()
                    + "\" has no constructor without parameters, which loading uses. Add: " + entity.name() + "() {}"));
        } else if (usable != null && usable.getModifiers().contains(Modifier.PRIVATE)) {
            problems.accept(Problem.at(usable, "The constructor without parameters of \"" + entity.name()
                    + "\" is private, but loading uses it. Remove private: package-private is enough."));
        } else if (usable != null && environment.hasCheckedException(usable)) {
            problems.accept(Problem.at(usable, "The constructor without parameters of \"" + entity.name()
                    + "\" throws a checked exception, which loading could not handle. Remove it."));
        }
    }

    /** Returns the name of the entity that a class extends directly, or an empty string. */
    private String entityAbove(TypeElement type) {
        return environment.types().asElement(type.getSuperclass()) instanceof TypeElement superclass
                && DeclaredAnnotation.find(superclass, Entity.class, environment.elements()).isPresent()
                        ? superclass.getSimpleName().toString() : "";
    }

    /** Returns whether generated code can instantiate the entity. */
    boolean canBeMade(EntityModel entity) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(entity.element().getEnclosedElements());
        boolean usable = constructors.isEmpty()
                || constructors.stream().anyMatch(constructor -> constructor.getParameters().isEmpty()
                        && !constructor.getModifiers().contains(Modifier.PRIVATE)
                        && !environment.hasCheckedException(constructor));
        return usable && !entity.element().getModifiers().contains(Modifier.ABSTRACT);
    }

    /** Returns whether Java itself, or generated code, declares a method with this name in every class. */
    static boolean isReserved(String method) {
        return RESERVED.contains(method);
    }

    private void checkMapped(EntityModel entity, Consumer<Problem> problems) {
        TypeElement mapped = entity.mapped();
        if (mapped == null) {
            problems.accept(Problem.at(entity.element(), "Entity \"" + entity.name()
                    + "\" declares no attributes. Declare them in it: interface Mapped { @Id Long id(); }"));
            return;
        }
        if (mapped.getKind() != ElementKind.INTERFACE) {
            problems.accept(Problem.at(mapped,
                    "\"" + entity.name() + ".Mapped\" must be an interface: its methods are the attributes."));
            return;
        }
        if (mapped.getModifiers().contains(Modifier.PRIVATE)) {
            problems.accept(Problem.at(mapped, "\"" + entity.name()
                    + ".Mapped\" is private, but generated code refers to it. Remove private."));
        }
        if (mapped.getModifiers().contains(Modifier.SEALED)) {
            problems.accept(Problem.at(mapped,
                    "\"" + entity.name() + ".Mapped\" is sealed, but generated code implements it. Remove sealed."));
        }
        if (!mapped.getTypeParameters().isEmpty()) {
            problems.accept(Problem.at(mapped,
                    "\"" + entity.name() + ".Mapped\" has type parameters, but a table has none. Remove them."));
        }
        Boolean bean = null;
        for (ExecutableElement method : ElementFilter.methodsIn(mapped.getEnclosedElements())) {
            if (method.getModifiers().contains(Modifier.ABSTRACT) && method.getParameters().isEmpty()
                    && !isReserved(method.getSimpleName().toString())) {
                boolean here = AttributeReader.isBean(method);
                if (bean != null && bean != here) {
                    problems.accept(Problem.at(method,
                            "\"" + method.getSimpleName() + "()\" is declared in a different style from the attributes "
                                    + "before it: an interface uses either name() or getName()."));
                    break;
                }
                bean = here;
            }
        }
    }

    private static void checkTable(EntityModel entity, Consumer<Problem> problems) {
        DeclaredAnnotation annotation = entity.annotation();
        for (String option : List.of("table", "schema")) {
            String name = annotation.string(option);
            if (annotation.written(option) != null && name.isBlank()) {
                problems.accept(
                        Problem.at(entity.element(), annotation, option, "The name of the " + option + " of entity \""
                                + entity.name() + "\" is empty. Write it or leave " + option + " out."));
            }
        }
        int dot = entity.table().lastIndexOf('.');
        if (dot > 0 && dot < entity.table().length() - 1) {
            problems.accept(Problem.at(entity.element(), annotation, "table", "\"" + entity.table()
                    + "\" would be the name of a table with a dot in it. Write table = \""
                    + entity.table().substring(dot + 1) + "\", schema = \"" + entity.table().substring(0, dot)
                    + "\"."));
        }
    }

    private void checkMembers(EntityModel entity, Consumer<Problem> problems) {
        for (Element member : entity.element().getEnclosedElements()) {
            if (member instanceof ExecutableElement method && EntityReader.isAnnotated(method)) {
                problems.accept(Problem.at(method,
                        "Attribute \"" + method.getSimpleName() + "\" is declared outside of Mapped, where it has no "
                                + "effect. Move it into interface Mapped, without a body."));
            }
        }
        DeclaredAnnotation.find(entity.element(), Setter.class, environment.elements())
                .ifPresent(setter -> problems.accept(Problem.at(
                        entity.element(), setter, "@Setter is on entity \"" + entity.name()
                                + "\", where it has no effect. Move it to interface Mapped or to an attribute.")));
        if (entity.mapped() != null) {
            for (AnnotationMirror annotation : entity.mapped().getAnnotationMirrors()) {
                if (ON_ENTITIES.contains(DeclaredAnnotation.nameOf(annotation))) {
                    problems.accept(Problem.at(entity.mapped(), "@"
                            + annotation.getAnnotationType().asElement().getSimpleName()
                            + " is on Mapped, where it has no effect. Move it to \"" + entity.name() + "\"."));
                }
            }
        }
    }

    /** Returns whether the query model has a constant with this name, which would hide the attribute. */
    static boolean isConstantOfModel(EntityModel entity, String name) {
        return name.equals(entity.constant()) || name.equals("DEFINITION");
    }

    private static void checkNames(EntityModel entity, List<ColumnAttribute> synthetic, Consumer<Problem> problems) {
        var columns = inheritedColumns(entity);
        for (MappedAttribute attribute : entity.own()) {
            String name = attribute.name();
            if (isReserved(attribute.accessor().getterName()) || name.contains("$")) {
                name = isReserved(attribute.accessor().getterName()) ? attribute.accessor().getterName() : name;
                problems.accept(Problem.at(attribute.element(), "An attribute cannot be named \"" + name
                        + "\": the name is reserved by Java or by generated code. Rename it."));
            }
            if (isConstantOfModel(entity, name)) {
                problems.accept(Problem.at(attribute.element(),
                        "An attribute cannot be named \"" + name + "\": the query model \""
                                + entity.queryName().simpleName() + "\" has a constant of this name. Rename it."));
            }
            if (attribute instanceof ColumnAttribute column) {
                String other = columns.putIfAbsent(column.column().toLowerCase(Locale.ROOT), name);
                if (column.column().isBlank()) {
                    problems.accept(Problem.at(attribute.element(), "The name of the column of attribute \"" + name
                            + "\" is empty. Write it or leave it out."));
                } else if (other != null) {
                    problems.accept(Problem.at(attribute.element(), "Attributes \"" + other + "\" and \"" + name
                            + "\" are stored in the same column \"" + column.column()
                            + "\". Give one another name: @Column(name = \"...\")."));
                }
            }
        }
        var made = new HashMap<String, ColumnAttribute>();
        for (ColumnAttribute key : synthetic) {
            ColumnAttribute twin = made.putIfAbsent(key.column().toLowerCase(Locale.ROOT), key);
            if (twin != null) {
                problems.accept(Problem.at(key.element(),
                        "Relationships \"" + twin.element().getSimpleName() + "\" and \""
                                + key.element().getSimpleName() + "\" would both create the foreign key \"" + key.name()
                                + "\" in column \"" + key.column() + "\". Rename one, or declare its foreign key."));
            }
        }
        for (ColumnAttribute key : synthetic) {
            boolean taken = entity.attribute(key.name()).isPresent();
            if (taken || columns.containsKey(key.column())) {
                problems.accept(Problem.at(key.element(), "The implicit foreign key of this relationship, \""
                        + key.name() + "\" in column \""
                        + key.column()
                        + "\", already exists as an attribute. If that attribute is meant, mark it: @ForeignKey(\""
                        + Objects.requireNonNull(key.foreignKey()).target() + "\")."));
            }
        }
    }

    /** Returns the attributes by column that an entity inherits and that its own table has too. */
    private static Map<String, String> inheritedColumns(EntityModel entity) {
        var columns = new HashMap<String, String>();
        EntityModel parent = entity.parent();
        if (parent != null) {
            parent.columns().stream()
                    .filter(column -> entity.sharesTable() || entity.isConcrete() || column.primaryKey())
                    .forEach(column -> columns.put(column.column().toLowerCase(Locale.ROOT), column.name()));
        }
        return columns;
    }

    private void checkConstraints(EntityModel entity, List<ColumnAttribute> synthetic, Consumer<Problem> problems) {
        var known = new ArrayList<String>();
        entity.columns().forEach(column -> known.add(column.name()));
        synthetic.forEach(column -> known.add(column.name()));
        var names = new HashSet<String>();
        var firsts = new HashSet<String>();
        entity.ownColumns().stream().filter(column -> column.options().index())
                .forEach(column -> firsts.add(column.name()));
        var elements = environment.elements();
        for (TableAnnotation index : TableAnnotation.all(entity, Index.class, Indexes.class, elements)) {
            checkAttributes(entity, index, "Index", known, problems);
            checkName(index, names, problems);
            checkMadeName(entity, index, firsts, problems);
        }
        for (TableAnnotation unique : TableAnnotation.all(entity, Unique.class, Uniques.class, elements)) {
            checkAttributes(entity, unique, "Unique", known, problems);
            checkName(unique, names, problems);
        }
        for (TableAnnotation check : TableAnnotation.all(entity, Check.class, Checks.class, elements)) {
            if (check.annotation().string("sql").isBlank()) {
                problems.accept(Problem.at(check.on(), check.annotation(), "sql",
                        "@Check has no condition. Write it in SQL, with column names."));
            }
            checkName(check, names, problems);
        }
    }

    private static void checkAttributes(EntityModel entity, TableAnnotation constraint, String what,
            List<String> known,
            Consumer<Problem> problems) {
        DeclaredAnnotation annotation = constraint.annotation();
        List<String> on = annotation.strings("on");
        if (on.size() > Set.copyOf(on).size()) {
            problems.accept(Problem.at(constraint.on(), annotation, "on",
                    "@" + what + " names an attribute twice: " + String.join(", ", on) + ". Remove one."));
        }
        if (on.isEmpty()) {
            problems.accept(Problem.at(constraint.on(), annotation, "on",
                    "@" + what + " names no attributes. Write on = {\"...\"}."));
        }
        for (String name : on) {
            if (!known.contains(name)) {
                String hint = entity.relationship(name).isPresent()
                        ? " It is a relationship: name its foreign key." + Names.suggestion(name + "Id", known)
                        : Names.suggestion(name, known);
                problems.accept(Problem.at(constraint.on(), annotation, "on",
                        "@" + what + " names \"" + name + "\", which is not an attribute of \""
                                + entity.name() + "\" with a column." + hint));
            }
        }
    }

    /** Checks the generated name of an index, which contains only its first column. */
    private static void checkMadeName(EntityModel entity, TableAnnotation index, Set<String> firsts,
            Consumer<Problem> problems) {
        List<String> on = index.annotation().strings("on");
        if (index.name().isEmpty() && !on.isEmpty() && !firsts.add(on.get(0))) {
            problems.accept(Problem.at(index.on(), index.annotation(), "on", "Two indexes of \"" + entity.name()
                    + "\" begin with \"" + on.get(0)
                    + "\" and would get the same name. Name this one: @Index(name = \"...\")."));
        }
    }

    private static void checkName(TableAnnotation constraint, Set<String> names, Consumer<Problem> problems) {
        String name = constraint.name();
        if (!name.isEmpty() && !names.add(name.toLowerCase(Locale.ROOT))) {
            problems.accept(Problem.at(constraint.on(), constraint.annotation(), "name",
                    "The name \"" + name + "\" is used twice. Rename one."));
        }
    }
}

package dev.rubedo.processor;

import dev.rubedo.mapping.Comment;
import dev.rubedo.mapping.Index;
import dev.rubedo.mapping.Indexes;
import dev.rubedo.mapping.RenamedFrom;
import dev.rubedo.mapping.TableOption;
import dev.rubedo.mapping.TableOptions;
import dev.rubedo.mapping.Unique;
import dev.rubedo.mapping.Uniques;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The rules for entities that inherit from others. Immutable. */
final class InheritanceRules {

    private static final Set<String> DISCRIMINATORS = Set.of("java.lang.String", "java.lang.Short",
            "java.lang.Integer", "java.lang.Long");

    private final Environment environment;
    private final EntityModels models;

    InheritanceRules(Environment environment, EntityModels models) {
        this.environment = environment;
        this.models = models;
    }

    /** Reports errors in the place of an entity in its hierarchy. */
    void check(EntityModel entity, Consumer<Problem> problems) {
        Inheritance inheritance = entity.inheritance();
        if (inheritance == null) {
            return;
        }
        if (inheritance.parent() == null) {
            checkRoot(entity, inheritance, problems);
        } else {
            checkSubclass(entity, inheritance, inheritance.parent(), problems);
        }
        checkIdentity(entity, inheritance, problems);
        checkLoading(entity, inheritance.annotation(), problems);
        checkUnknown(entity, inheritance, problems);
        checkPassiveDeletes(entity, inheritance, problems);
    }

    private static void checkPassiveDeletes(EntityModel entity, Inheritance inheritance, Consumer<Problem> problems) {
        DeclaredAnnotation annotation = inheritance.annotation();
        if (annotation == null || !annotation.isTrue("passiveDeletes")) {
            return;
        }
        String wrong = inheritance.parent() != null ? "is not the root of its hierarchy, where this is decided."
                : inheritance.concrete() ? "has one table for each class, so no other row belongs to an object." : null;
        if (wrong != null) {
            problems.accept(Problem.at(entity.element(), annotation, "passiveDeletes",
                    "\"" + entity.name() + "\" " + wrong + " Remove passiveDeletes."));
        }
    }

    private static void checkUnknown(EntityModel entity, Inheritance inheritance, Consumer<Problem> problems) {
        DeclaredAnnotation annotation = inheritance.annotation();
        if (annotation == null || !annotation.isTrue("unknownAsRoot")) {
            return;
        }
        String wrong = inheritance.parent() != null ? "is not the root of its hierarchy, where this is decided."
                : inheritance.concrete() ? "has no discriminator, so no row has an unknown class."
                        : entity.element().getModifiers().contains(Modifier.ABSTRACT)
                                ? "is abstract, so no row can be an object of it." : null;
        if (wrong != null) {
            problems.accept(Problem.at(entity.element(), annotation, "unknownAsRoot",
                    "\"" + entity.name() + "\" " + wrong + " Remove unknownAsRoot."));
        }
    }

    /** Returns whether the tables of a subclass can be loaded as its annotation says. */
    static boolean isLoading(DeclaredAnnotation annotation) {
        return Set.of("BATCH", "JOINED", "SELECT_IN").contains(annotation.constant("loading"));
    }

    private static void checkLoading(EntityModel entity, @Nullable DeclaredAnnotation annotation,
            Consumer<Problem> problems) {
        if (annotation == null || annotation.written("loading") == null || entity.isConcrete()) {
            return;
        }
        if (!isLoading(annotation)) {
            problems.accept(
                    Problem.at(entity.element(), annotation, "loading", "The attributes of a subclass are loaded"
                            + " by BATCH, JOINED or SELECT_IN, not by " + annotation.constant("loading") + "."));
        } else if (entity.parent() == null || entity.sharesTable()) {
            problems.accept(Problem.at(entity.element(), annotation, "loading", "\"" + entity.name()
                    + "\" has no table that a superclass lacks, so its attributes are always loaded. Remove loading."));
        }
    }

    private void checkRoot(EntityModel entity, Inheritance inheritance, Consumer<Problem> problems) {
        DeclaredAnnotation annotation = Objects.requireNonNull(inheritance.annotation());
        String name = inheritance.discriminator();
        if (inheritance.concrete()) {
            checkConcrete(entity, annotation, "on", problems);
            return;
        }
        if (name.isEmpty()) {
            problems.accept(Problem.at(entity.element(), annotation, "\"" + entity.name()
                    + "\" does not name the attribute that determines the class of a row. Write @Polymorphic(on = \"type\"),"
                    + " or let Mapped extend that of another entity to inherit from it."));
            return;
        }
        MappedAttribute attribute = entity.own().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElse(null);
        FormulaAttribute formula = attribute != null ? null : new InheritanceReader(environment, models::find)
                .formula(entity.element(), entity.own(), name).orElse(null);
        if (formula != null) {
            boolean isEnum = environment.types().asElement(formula.accessor().value()) instanceof TypeElement type
                    && type.getKind() == ElementKind.ENUM;
            if (!isEnum && !DISCRIMINATORS.contains(formula.java().box().toString())) {
                problems.accept(Problem.at(formula.element(), "Discriminator \"" + name + "\" is of type "
                        + formula.java() + ". It must be a String, an enum or a whole number."));
            }
            return;
        }
        if (attribute == null) {
            if (!entity.own().isEmpty()) {
                problems.accept(Problem.at(entity.element(), annotation, "on", "\"" + name
                        + "\" is not an attribute of \"" + entity.name() + "\"."
                        + Names.suggestion(name, entity.ownColumns().stream().map(ColumnAttribute::name).toList())));
            }
            return;
        }
        @Nullable String problem = switch (attribute) {
            case RelationshipAttribute relationship -> "is a relationship. Name an attribute with a column.";
            case FormulaAttribute computed -> null;
            case ColumnAttribute column -> wrong(column, annotation.isTrue("unknownAsRoot"));
        };
        if (problem != null) {
            problems.accept(Problem.at(attribute.element(), "Discriminator \"" + name + "\" " + problem));
        }
    }

    /** Returns what is wrong with a discriminator, or null. */
    private static @Nullable String wrong(ColumnAttribute column, boolean mayBeUnknown) {
        if (column.primaryKey()) {
            return "is also the primary key, so each class could have only one row. Name another attribute.";
        }
        if (column.nullable() && !mayBeUnknown) {
            return "is never null, because each object has a class. Remove @Nullable or Optional.";
        }
        if (column.java().isPrimitive()) {
            return "is of a primitive type, but a new object has no value yet. Use " + column.java().box().toString()
                    .replace("java.lang.", "") + ".";
        }
        boolean fits = column.type() == null || column.type().enumeration()
                || DISCRIMINATORS.contains(column.java().toString());
        return fits ? null : "is of type " + column.java() + ". It must be a String, an enum or a whole number.";
    }

    private void checkSubclass(EntityModel entity, Inheritance inheritance, EntityModel parent,
            Consumer<Problem> problems) {
        DeclaredAnnotation annotation = inheritance.annotation();
        if (annotation != null && annotation.written("on") != null) {
            problems.accept(Problem.at(entity.element(), annotation, "on", "The discriminator of \"" + entity.name()
                    + "\" is that of \"" + entity.root().name() + "\", the root of the hierarchy. Remove on."));
        }
        if (annotation != null && annotation.written("concrete") != null) {
            problems.accept(Problem.at(entity.element(), annotation, "concrete", "Whether each class has a table with"
                    + " all its attributes is decided at \"" + entity.root().name()
                    + "\", the root of the hierarchy. Remove concrete."));
        }
        if (inheritance.concrete()) {
            checkInheritedRelationships(entity, parent, problems);
        }
        if (parent.root().inheritance() == null) {
            problems.accept(Problem.at(Objects.requireNonNull(entity.mapped()), "\"" + entity.name()
                    + "\" inherits from \"" + parent.name() + "\", but nothing distinguishes their rows. Write at \""
                    + entity.root().name() + "\": @Polymorphic(on = \"type\")."));
        }
        entity.ownColumns().forEach(column -> checkColumn(entity, column, problems));
        if (entity.sharesTable()) {
            if (entity.annotation().written("table") == null && entity.annotation().written("schema") != null) {
                problems.accept(Problem.at(entity.element(), entity.annotation(), "schema", "\"" + entity.name()
                        + "\" is stored in the table of \"" + parent.name()
                        + "\", whose schema it cannot change. Remove schema, or name a table."));
            }
            checkTableOptions(entity, parent, problems);
        } else if (!inheritance.concrete()) {
            checkConstraints(entity, parent, problems);
        }
    }

    /** A hierarchy without a discriminator has no options for one. */
    private static void checkConcrete(EntityModel entity, DeclaredAnnotation annotation, String option,
            Consumer<Problem> problems) {
        if (annotation.written(option) != null) {
            problems.accept(Problem.at(entity.element(), annotation, option, "\"" + entity.name()
                    + "\" has concrete-table inheritance, where each class has its own table and no discriminator is"
                    + " needed. Remove " + option + "."));
        }
    }

    /** Other tables refer to one table only, so that they cannot refer to objects of all classes. */
    private static void checkInheritedRelationships(EntityModel entity, EntityModel parent,
            Consumer<Problem> problems) {
        for (RelationshipAttribute relationship : parent.relationships()) {
            if (relationship.toMany() || relationship.backPopulates().isPresent()) {
                problems.accept(Problem.at(Objects.requireNonNull(entity.mapped()), "\"" + entity.name()
                        + "\" cannot inherit the relationship \"" + parent.name() + "." + relationship.name()
                        + "\": it has a table of its own, to which the other side cannot refer as well. Declare it in"
                        + " each subclass, or let it lead to one object and remove backPopulates."));
                return;
            }
        }
    }

    /** The options of a table are those of the entity that it belongs to. */
    private void checkTableOptions(EntityModel entity, EntityModel parent, Consumer<Problem> problems) {
        TypeElement type = entity.element();
        var options = new ArrayList<>(
                DeclaredAnnotation.all(type, TableOption.class, TableOptions.class, environment.elements()));
        DeclaredAnnotation.find(type, Comment.class, environment.elements()).ifPresent(options::add);
        DeclaredAnnotation.find(type, RenamedFrom.class, environment.elements()).ifPresent(options::add);
        for (DeclaredAnnotation option : options) {
            problems.accept(Problem.at(type, option, "\"" + entity.name() + "\" is stored in the table of \""
                    + parent.name() + "\". Move @" + option.mirror().getAnnotationType().asElement().getSimpleName()
                    + " to \"" + entity.ofTable().name() + "\"."));
        }
    }

    private static void checkColumn(EntityModel entity, ColumnAttribute column, Consumer<Problem> problems) {
        if (column.primaryKey()) {
            problems.accept(Problem.at(column.element(), "Attribute \"" + column.name() + "\" is a key, but \""
                    + entity.name() + "\" has the primary key of \"" + entity.root().name() + "\". Remove @Id."));
        } else if (column.options().version()) {
            problems.accept(Problem.at(column.element(), "Attribute \"" + column.name()
                    + "\" is a version counter, which only the root of a hierarchy has. Move it to \""
                    + entity.root().name() + "\"."));
        }
    }

    /** The table of a subclass has only its own attributes. */
    private void checkConstraints(EntityModel entity, EntityModel parent, Consumer<Problem> problems) {
        TypeElement type = entity.element();
        var all = new ArrayList<>(DeclaredAnnotation.all(type, Index.class, Indexes.class, environment.elements()));
        all.addAll(DeclaredAnnotation.all(type, Unique.class, Uniques.class, environment.elements()));
        for (DeclaredAnnotation constraint : all) {
            for (String name : constraint.strings("on")) {
                MappedAttribute inherited = parent.attribute(name).orElse(null);
                boolean isKey = inherited instanceof ColumnAttribute column && column.primaryKey();
                if (inherited instanceof ColumnAttribute && !isKey) {
                    problems.accept(Problem.at(type, constraint, "on", "\"" + name + "\" is stored in the table of \""
                            + parent.name() + "\", not in that of \"" + entity.name()
                            + "\". Move the constraint there."));
                }
            }
        }
    }

    private void checkIdentity(EntityModel entity, Inheritance inheritance, Consumer<Problem> problems) {
        DeclaredAnnotation annotation = inheritance.annotation();
        boolean isWritten = annotation != null && annotation.written("identity") != null;
        if (inheritance.concrete()) {
            if (annotation != null) {
                checkConcrete(entity, annotation, "identity", problems);
                checkConcrete(entity, annotation, "loading", problems);
            }
            return;
        }
        if (annotation != null && isWritten && entity.element().getModifiers().contains(Modifier.ABSTRACT)) {
            problems.accept(Problem.at(entity.element(), annotation, "identity", "\"" + entity.name()
                    + "\" is abstract, so no row is of this class. Remove identity."));
            return;
        }
        if (inheritance.value() == null) {
            return;
        }
        for (EntityModel other : others(entity)) {
            Inheritance its = other.inheritance();
            // of two that are compiled at the same time, one reports it
            boolean isReportedHere = entity.inheritsFrom(other)
                    || !other.inheritsFrom(entity) && entity.name().compareTo(other.name()) > 0;
            if (its != null && inheritance.value().equals(its.value()) && isReportedHere) {
                String message = "\"" + entity.name() + "\" and \"" + other.name()
                        + "\" have the same discriminator value " + inheritance.value()
                        + ", so their rows could not be distinguished. Write another identity.";
                problems.accept(annotation == null ? Problem.at(entity.element(), message)
                        : isWritten ? Problem.at(entity.element(), annotation, "identity", message)
                                : Problem.at(entity.element(), annotation, message));
                return;
            }
        }
    }

    /** Returns the known entities of the same hierarchy: those above, and those of the package. */
    private List<EntityModel> others(EntityModel entity) {
        var found = new ArrayList<EntityModel>();
        var seen = new HashSet<String>();
        seen.add(entity.element().getQualifiedName().toString());
        for (EntityModel above = entity.parent(); above != null; above = above.parent()) {
            if (seen.add(above.element().getQualifiedName().toString())) {
                found.add(above);
            }
        }
        for (EntityModel other : models.neighbours(entity)) {
            if (other.root().isSame(entity.root()) && seen.add(other.element().getQualifiedName().toString())) {
                found.add(other);
            }
        }
        return found;
    }
}

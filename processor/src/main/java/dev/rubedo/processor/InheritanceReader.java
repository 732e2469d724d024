package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rubedo.mapping.Access;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Setter;
import dev.rubedo.processor.ColumnAttribute.Role;
import dev.rubedo.processor.ColumnType.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads which entity another one inherits from, and how their rows are distinguished. Immutable. */
final class InheritanceReader {

    private static final int LENGTH = 50;

    private final Environment environment;
    private final Function<TypeElement, Optional<EntityModel>> entities;

    /**
     * @param entities finds the entity of a class
     */
    InheritanceReader(Environment environment, Function<TypeElement, Optional<EntityModel>> entities) {
        this.environment = environment;
        this.entities = entities;
    }

    /** Returns whether an interface is nested in another entity. */
    boolean isOfOtherEntity(TypeElement type, TypeElement entity) {
        Element owner = Environment.owner(type);
        return !owner.equals(entity)
                && DeclaredAnnotation.find(owner, Entity.class, environment.elements()).isPresent();
    }

    /** Returns the {@code Mapped} of other entities that a {@code Mapped} extends. */
    List<TypeElement> mappedAbove(TypeElement entity, TypeElement mapped) {
        List<TypeElement> found = new ArrayList<>();
        for (TypeMirror above : mapped.getInterfaces()) {
            if (environment.types().asElement(above) instanceof TypeElement type
                    && type.getSimpleName().contentEquals("Mapped") && isOfOtherEntity(type, entity)) {
                found.add(type);
            }
        }
        return found;
    }

    /**
     * Returns the entity that another one inherits from; null if there is none, or if generated code could not extend
     * it, which is reported. The attributes of such a one are read as if they were the entity's own.
     */
    @Nullable
    EntityModel parent(TypeElement entity, TypeElement mapped, List<TypeElement> above, Consumer<Problem> problems) {
        if (above.isEmpty()) {
            return null;
        }
        TypeElement parent = (TypeElement) Environment.owner(above.get(0));
        if (above.size() > 1) {
            problems.accept(Problem.at(mapped, "\"" + entity.getSimpleName() + ".Mapped\" extends those of \""
                    + parent.getSimpleName() + "\" and \"" + Environment.owner(above.get(1)).getSimpleName()
                    + "\", but a class has one superclass. Extend one, and move what else is shared to an interface of its own."));
        }
        String problem = unusable(parent, entity);
        if (problem != null) {
            problems.accept(Problem.at(mapped, problem));
            return null;
        }
        return entities.apply(parent).orElse(null);
    }

    /** Returns why generated code cannot extend an entity, or null. */
    private @Nullable String unusable(TypeElement parent, TypeElement entity) {
        String names = "\"" + entity.getSimpleName() + "\" inherits from \"" + parent.getSimpleName() + "\", which ";
        if (parent.getModifiers().contains(Modifier.FINAL)) {
            return names + "is final. Remove final from \"" + parent.getSimpleName() + "\".";
        }
        if (parent.getModifiers().contains(Modifier.SEALED)) {
            return names + "is sealed, but the generated base class must extend it. Remove sealed from \""
                    + parent.getSimpleName() + "\".";
        }
        boolean isNear = environment.elements().getPackageOf(parent)
                .equals(environment.elements().getPackageOf(entity));
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(parent.getEnclosedElements());
        boolean isVisible = isNear || constructors.stream()
                .filter(constructor -> constructor.getParameters().isEmpty())
                .anyMatch(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC)
                        || constructor.getModifiers().contains(Modifier.PROTECTED));
        return isVisible ? null
                : names + "has no constructor without parameters that another package sees. Make that of \""
                        + parent.getSimpleName() + "\" protected.";
    }

    /**
     * Returns whether the attributes of an interface in another entity are read. They are if it is the {@code Mapped}
     * of one that cannot be extended; anything else is an error.
     */
    boolean isInherited(TypeElement inherited, TypeElement from, TypeElement mapped, Consumer<Problem> problems) {
        if (inherited.getSimpleName().contentEquals("Mapped") && from.equals(mapped)) {
            return true;
        }
        String owner = Environment.owner(inherited).getSimpleName().toString();
        problems.accept(Problem.at(mapped, "\"" + Environment.owner(from).getSimpleName() + "." + from.getSimpleName()
                + "\" extends \"" + owner + "." + inherited.getSimpleName()
                + "\", which is nested in another entity. Move it out of \"" + owner
                + "\", or let Mapped extend \"" + owner + ".Mapped\" to inherit from that entity."));
        return false;
    }

    private Optional<DeclaredAnnotation> polymorphic(TypeElement entity) {
        return DeclaredAnnotation.find(entity, Polymorphic.class, environment.elements());
    }

    /**
     * Returns the attributes with the discriminator of a root: the one that is declared, without a setter, or else an
     * implicit one.
     */
    List<MappedAttribute> withDiscriminator(TypeElement entity, List<MappedAttribute> attributes,
            Consumer<Problem> problems) {
        DeclaredAnnotation annotation = polymorphic(entity).orElse(null);
        String name = annotation == null ? "" : annotation.string("on");
        if (annotation == null || name.isEmpty() || attributes.isEmpty()) {
            return attributes;
        }
        var all = new ArrayList<>(attributes);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(name)) {
                if (all.get(i) instanceof ColumnAttribute column) {
                    DeclaredAnnotation.find(column.element(), Setter.class, environment.elements())
                            .ifPresent(setter -> problems.accept(Problem.at(column.element(), setter, "Attribute \""
                                    + name + "\" is the discriminator: the class of an object determines it, and it"
                                    + " has no setter. Remove @Setter.")));
                    all.set(i, withoutSetter(column));
                }
                return all;
            }
        }
        if (formula(entity, attributes, name).isEmpty() && isIdentifier(name)
                && Names.nearest(name, attributes.stream().map(MappedAttribute::name).toList())
                        .isEmpty()) {
            all.add(implicit(name, attributes.get(0).accessor()));
        }
        return all;
    }

    /** Returns the attributes that a subclass may declare; one that it inherits is an error. */
    List<MappedAttribute> withoutInherited(EntityModel parent, List<MappedAttribute> attributes,
            Consumer<Problem> problems) {
        var own = new ArrayList<MappedAttribute>();
        for (MappedAttribute attribute : attributes) {
            if (parent.attribute(attribute.name()).isPresent()) {
                problems.accept(Problem.at(attribute.element(), "Attribute \"" + attribute.name()
                        + "\" is inherited from \"" + parent.name() + "\". Rename it or remove it."));
            } else {
                own.add(attribute);
            }
        }
        return own;
    }

    /** Returns the formula with this name of an entity. */
    Optional<FormulaAttribute> formula(TypeElement entity, List<MappedAttribute> attributes, String name) {
        return new Formulas(environment).read(entity, List.of(), attributes, problem -> {}).stream()
                .filter(formula -> formula.name().equals(name)).findFirst();
    }

    private static boolean isIdentifier(String name) {
        return javax.lang.model.SourceVersion.isName(name) && name.indexOf('.') < 0;
    }

    private static ColumnAttribute withoutSetter(ColumnAttribute column) {
        Accessor of = column.accessor();
        return new ColumnAttribute(
                new Accessor(of.name(), of.method(), of.type(), of.value(), of.bean(), of.nullable(), of.optional(),
                        Access.NONE),
                column.column(), column.java(), column.type(), column.options(), column.role());
    }

    /** Returns the column for a discriminator that is not declared; its errors are shown at another attribute. */
    private static ColumnAttribute implicit(String name, Accessor at) {
        var accessor = new Accessor(name, at.method(), at.type(), at.value(), false, false, false, Access.NONE);
        var type = new ColumnType(ClassName.get(String.class),
                CodeBlock.of("$T.string($L)", RuntimeTypes.TYPES, LENGTH),
                Transfer.STRING, false);
        var options = new ColumnAttribute.Options(false, false, false, false, false, ColumnValues.NONE,
                Deferrals.NONE, null);
        return new ColumnAttribute(accessor, Names.snakeCase(name), ClassName.get(String.class), type, options,
                Role.DISCRIMINATOR);
    }

    /** Returns the place of an entity in its hierarchy, or null if it has none. */
    @Nullable
    Inheritance read(TypeElement entity, @Nullable EntityModel parent, List<MappedAttribute> own,
            Consumer<Problem> problems) {
        DeclaredAnnotation annotation = polymorphic(entity).orElse(null);
        if (parent == null && annotation == null) {
            return null;
        }
        Inheritance above = parent == null ? null : parent.inheritance();
        String name = parent != null ? above == null ? "" : above.discriminator()
                : annotation == null ? "" : annotation.string("on");
        List<MappedAttribute> attributes = parent == null ? own : parent.root().own();
        TypeElement root = parent == null ? entity : parent.root().element();
        MappedAttribute discriminator = attributes.stream().filter(attribute -> attribute.name().equals(name))
                .findFirst().or(() -> formula(root, attributes, name)).orElse(null);
        String identity = annotation == null ? "" : annotation.string("identity");
        CodeBlock value = null;
        if (discriminator != null && !entity.getModifiers().contains(Modifier.ABSTRACT)) {
            value = value(entity, discriminator, annotation, identity, problems);
        }
        boolean concrete = parent == null ? annotation != null && annotation.isTrue("concrete")
                : above != null && above.concrete();
        return new Inheritance(parent, annotation, name, value, concrete);
    }

    private @Nullable CodeBlock value(TypeElement entity, MappedAttribute discriminator,
            @Nullable DeclaredAnnotation annotation, String identity, Consumer<Problem> problems) {
        String simple = entity.getSimpleName().toString();
        String text = identity.isEmpty() ? simple : identity;
        TypeName type = switch (discriminator) {
            case ColumnAttribute column -> column.java();
            case FormulaAttribute formula -> formula.java();
            case RelationshipAttribute relationship -> relationship.targetName();
        };
        String message;
        List<String> constants = discriminator instanceof ColumnAttribute column && !column.hasAccessors() ? List.of()
                : constants(discriminator.accessor().value());
        if (!constants.isEmpty()) {
            for (String candidate : identity.isEmpty() ? List.of(simple, Names.constant(simple)) : List.of(identity)) {
                if (constants.contains(candidate)) {
                    return CodeBlock.of("$T.$L", type, candidate);
                }
            }
            message = "\"" + text + "\" is not a constant of " + type + ", the type of discriminator \""
                    + discriminator.name() + "\"." + Names.suggestion(text, constants);
        } else {
            switch (type.box().toString()) {
                case "java.lang.String" -> {
                    return CodeBlock.of("$S", text);
                }
                case "java.lang.Short", "java.lang.Integer", "java.lang.Long" -> {
                    CodeBlock number = number(type.box().toString(), text);
                    if (number != null) {
                        return number;
                    }
                    message = "Discriminator \"" + discriminator.name() + "\" is " + type
                            + ", but the value of \"" + simple + "\" is \"" + text
                            + "\". Write a whole number: @Polymorphic(identity = \"1\").";
                }
                default -> {
                    // reported at the root, for all of its subclasses
                    return null;
                }
            }
        }
        problems.accept(annotation == null ? Problem.at(entity, message)
                : identity.isEmpty() ? Problem.at(entity, annotation, message)
                        : Problem.at(entity, annotation, "identity", message));
        return null;
    }

    private static @Nullable CodeBlock number(String java, String text) {
        try {
            return switch (java) {
                case "java.lang.Short" -> CodeBlock.of("(short) $L", Short.parseShort(text));
                case "java.lang.Integer" -> CodeBlock.of("$L", Integer.parseInt(text));
                default -> CodeBlock.of("$LL", Long.parseLong(text));
            };
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private List<String> constants(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED
                || !(environment.types().asElement(type) instanceof TypeElement element)) {
            return List.of();
        }
        return element.getEnclosedElements().stream()
                .filter(member -> member.getKind() == javax.lang.model.element.ElementKind.ENUM_CONSTANT)
                .map(member -> member.getSimpleName().toString()).toList();
    }
}

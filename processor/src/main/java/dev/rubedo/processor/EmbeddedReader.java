package dev.rubedo.processor;

import dev.rubedo.mapping.Access;
import dev.rubedo.mapping.ArrayOf;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Comment;
import dev.rubedo.mapping.Deferred;
import dev.rubedo.mapping.Embedded;
import dev.rubedo.mapping.Enumerated;
import dev.rubedo.mapping.Json;
import dev.rubedo.mapping.Setter;
import dev.rubedo.mapping.Type;
import dev.rubedo.processor.ColumnAttribute.Role;
import dev.rubedo.processor.EmbeddedAttribute.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads attributes with {@code @Embedded}. Immutable. */
final class EmbeddedReader {

    private static final Set<String> ALLOWED = Set.of(Embedded.class.getName(), Setter.class.getName(),
            Deferred.class.getName());
    private static final Set<String> ALLOWED_ON_COMPONENTS = Set.of(Column.class.getName(), Type.class.getName(),
            Json.class.getName(), ArrayOf.class.getName(), Enumerated.class.getName(), Comment.class.getName());

    private final Environment environment;
    private final AttributeReader attributes;

    EmbeddedReader(Environment environment, AttributeReader attributes) {
        this.environment = environment;
        this.attributes = attributes;
    }

    boolean isEmbedded(ExecutableElement method) {
        return DeclaredAnnotation.find(method, Embedded.class, environment.elements()).isPresent();
    }

    /** Reads an attribute. An unusable record is reported and has no components. */
    EmbeddedAttribute read(ExecutableElement method, DeclaredType mapped, Consumer<Problem> problems) {
        Accessor accessor = attributes.accessor(method, mapped, problems);
        boolean refused = refuse(method, "Embedded \"" + accessor.name() + "\"", ALLOWED, problems);
        var parts = new ArrayList<Part>();
        if (environment.types().asElement(accessor.value()) instanceof TypeElement type && isUsable(type)) {
            for (RecordComponentElement component : type.getRecordComponents()) {
                parts.add(new Part(component.getSimpleName().toString(),
                        part(accessor, component, (TypeElement) Environment.owner(mapped.asElement()), problems),
                        isNullable(component)));
            }
            if (!accessor.nullable() && parts.stream().allMatch(part -> part.column().nullable())) {
                problems.accept(Problem.at(method, "Embedded \"" + accessor.name()
                        + "\" is never null, but each component of " + TypeNames.of(accessor.value())
                        + " may be, and if all of them are, there is no record. Mark the attribute @Nullable too."));
            }
            checkColumns(accessor, type.getRecordComponents().size(), problems);
        } else if (!refused && !Environment.isUnresolved(accessor.value())) {
            problems.accept(Problem.at(method,
                    "Embedded \"" + accessor.name() + "\" has the type " + TypeNames.of(accessor.value())
                            + ". It must be a record with components and without type parameters, and not private."));
        }
        return new EmbeddedAttribute(accessor, TypeNames.of(accessor.value()), parts);
    }

    private void checkColumns(Accessor accessor, int components, Consumer<Problem> problems) {
        ExecutableElement method = accessor.method();
        DeclaredAnnotation annotation = DeclaredAnnotation.find(method, Embedded.class, environment.elements())
                .orElseThrow();
        int given = annotation.strings("columns").size();
        if (annotation.written("columns") == null) {
            return;
        }
        if (annotation.written("prefix") != null) {
            problems.accept(Problem.at(method, annotation, "prefix", "Embedded \"" + accessor.name()
                    + "\" names its columns and has a prefix too. Remove one of the two."));
        } else if (given != components) {
            problems.accept(Problem.at(method, annotation, "columns", "Embedded \"" + accessor.name() + "\" names "
                    + given + " columns, but " + TypeNames.of(accessor.value()) + " has " + components
                    + " components. Name one column for each."));
        }
    }

    private static boolean isUsable(TypeElement type) {
        return type.getKind() == ElementKind.RECORD && type.getTypeParameters().isEmpty()
                && !type.getRecordComponents().isEmpty()
                && !Environment.isPrivate(type);
    }

    /**
     * Reads a component as a column of the entity. Its value is boxed, because every column is NULL if the record is
     * null. Errors are reported at the attribute, because compilers show no lines for components.
     */
    private ColumnAttribute part(Accessor embedded, RecordComponentElement component, TypeElement entity,
            Consumer<Problem> problems) {
        Consumer<Problem> here = problem -> problems.accept(Problem.at(embedded.method(), problem.message()));
        ExecutableElement method = Objects.requireNonNull(component.getAccessor(), "accessor");
        boolean refused = refuse(method,
                "Component \"" + component.getSimpleName() + "\" of embedded \"" + embedded.name() + "\"",
                ALLOWED_ON_COMPONENTS, here);
        TypeMirror type = method.getReturnType();
        if (type.getKind().isPrimitive() && AttributeReader.isMarkedNullable(method, type)) {
            here.accept(Problem.at(method, "Component \"" + component.getSimpleName() + "\" of embedded \""
                    + embedded.name()
                    + "\" is marked @Nullable, but a primitive type cannot be null. Box it or remove @Nullable."));
        }
        String name = embedded.name() + Names.capitalized(component.getSimpleName().toString());
        boolean nullable = embedded.nullable() || isNullable(component);
        ColumnAttribute read = attributes
                .column(new Accessor(name, method, type, type, false, nullable, false, Access.NONE), entity,
                        refused ? problem -> {} : here);
        ColumnType boxed = Optional.ofNullable(read.type())
                .map(found -> new ColumnType(found.java().box(), found.sql(), found.transfer(), found.enumeration()))
                .orElse(null);
        var accessor = new Accessor(name, embedded.method(), type, type, false, nullable, false, Access.NONE);
        return new ColumnAttribute(accessor, column(embedded, component, method), read.java().box(), boxed,
                read.options().deferred(Deferrals.read(embedded.method(), embedded.name(), environment)), Role.PART);
    }

    private static boolean isNullable(RecordComponentElement component) {
        ExecutableElement method = Objects.requireNonNull(component.getAccessor(), "accessor");
        TypeMirror type = method.getReturnType();
        return !type.getKind().isPrimitive() && AttributeReader.isMarkedNullable(method, type);
    }

    private String column(Accessor embedded, RecordComponentElement component, ExecutableElement method) {
        DeclaredAnnotation annotation = DeclaredAnnotation
                .find(embedded.method(), Embedded.class, environment.elements()).orElseThrow();
        List<String> given = annotation.strings("columns");
        int position = ((TypeElement) Environment.owner(component)).getRecordComponents().indexOf(component);
        if (position < given.size()) {
            return given.get(position);
        }
        String prefix = annotation.written("prefix") == null ? Names.snakeCase(embedded.name()) + "_"
                : annotation.string("prefix");
        return prefix + DeclaredAnnotation.find(method, Column.class, environment.elements())
                .map(column -> column.string("name"))
                .filter(name -> !name.isEmpty()).orElseGet(() -> Names.snakeCase(component.getSimpleName().toString()));
    }

    private static boolean refuse(ExecutableElement method, String what, Set<String> allowed,
            Consumer<Problem> problems) {
        boolean refused = false;
        for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
            String name = DeclaredAnnotation.nameOf(annotation);
            if (name.startsWith(EntityReader.MAPPING_PACKAGE) && !allowed.contains(name)) {
                refused = true;
                problems.accept(Problem.at(method,
                        what + " cannot have @" + annotation.getAnnotationType().asElement().getSimpleName()
                                + ". Remove it"
                                + (allowed.contains(Column.class.getName())
                                        ? ": components may have @Column, @Type, @Json, @ArrayOf, @Enumerated and @Comment."
                                        : ", or put @Column on the components of the record.")));
            }
        }
        return refused;
    }
}

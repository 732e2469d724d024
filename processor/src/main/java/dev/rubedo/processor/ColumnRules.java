package dev.rubedo.processor;

import com.palantir.javapoet.TypeName;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Index;
import dev.rubedo.mapping.Indexes;
import dev.rubedo.mapping.OnUpdate;
import dev.rubedo.mapping.ServerGenerated;
import dev.rubedo.mapping.ServerOnUpdate;
import dev.rubedo.mapping.Unique;
import dev.rubedo.mapping.Uniques;
import dev.rubedo.mapping.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the columns of an entity: its key, its version, its foreign keys. Confined to one thread at a time.
 */
final class ColumnRules {

    private static final Set<String> COUNTERS = Set.of("java.lang.Integer", "java.lang.Long");

    private final Environment environment;
    private final EntityModels models;
    private final LinkResolver links;
    private final ColumnValueRules values;

    ColumnRules(Environment environment, EntityModels models, LinkResolver links) {
        this.environment = environment;
        this.models = models;
        this.links = links;
        this.values = new ColumnValueRules(environment);
    }

    /** Reports errors in the columns. */
    void check(EntityModel entity, Consumer<Problem> problems) {
        if (entity.mapped() != null && entity.mapped().getKind() == ElementKind.INTERFACE && !hasKey(entity)) {
            problems.accept(Problem.at(entity.mapped(), "Entity \"" + entity.name()
                    + "\" has no primary key. Mark its attribute with @Id."));
        }
        ColumnAttribute version = null;
        for (ColumnAttribute column : entity.ownColumns()) {
            if (column.role() == ColumnAttribute.Role.DISCRIMINATOR) {
                continue;
            }
            if (column.options().version() && entity.parent() == null) {
                checkVersion(column, version, problems);
                version = column;
            }
            checkKey(column, problems);
            values.check(column, problems);
            Deferrals.check(column, environment, problems);
            checkSystem(column, problems);
            if (column.foreignKey() != null) {
                checkForeignKey(entity, column, column.foreignKey(), problems);
            }
        }
    }

    /** Returns whether the entity has a key. Errors in the key itself are reported separately. */
    private boolean hasKey(EntityModel entity) {
        return !entity.primaryKey().isEmpty() || entity.embedded().stream().anyMatch(embedded -> DeclaredAnnotation
                .find(embedded.accessor().method(), Id.class, environment.elements()).isPresent());
    }

    private void checkVersion(ColumnAttribute column, @Nullable ColumnAttribute other, Consumer<Problem> problems) {
        DeclaredAnnotation annotation = DeclaredAnnotation.find(column.element(), Version.class, environment.elements())
                .orElseThrow();
        if (other != null) {
            problems.accept(Problem.at(column.element(), annotation, "Attribute \"" + other.name()
                    + "\" is already a version counter. An entity can have only one @Version."));
        } else if (annotation.isTrue("server")) {
            checkServerVersion(column, annotation, problems);
        } else if (annotation.written("method") == null && !COUNTERS.contains(column.java().box().toString())
                && column.accessor().type().getKind() != TypeKind.ERROR) {
            problems.accept(Problem.at(column.element(), annotation,
                    "Attribute \"" + column.name() + "\" is a version counter, so it must be an int or "
                            + "a long, not " + column.java() + "."));
        } else if (column.primaryKey() || column.nullable()) {
            problems.accept(Problem.at(column.element(), annotation,
                    "Attribute \"" + column.name() + "\" is a version counter, so it cannot be "
                            + (column.primaryKey() ? "the primary key too." : "nullable: the first INSERT sets it.")));
        }
    }

    private void checkServerVersion(ColumnAttribute column, DeclaredAnnotation annotation, Consumer<Problem> problems) {
        String subject = "Attribute \"" + column.name() + "\" is a server version";
        for (String other : List.of("method", "from")) {
            if (annotation.written(other) != null) {
                problems.accept(Problem.at(column.element(), annotation, other,
                        subject + ", so no method determines it. Remove " + other + "."));
                return;
            }
        }
        for (Class<?> other : List.of(Default.class, OnUpdate.class, ServerGenerated.class, ServerOnUpdate.class)) {
            if (DeclaredAnnotation.find(column.element(), other, environment.elements()).isPresent()) {
                problems.accept(Problem.at(column.element(), annotation,
                        subject + ", which says where its values come from. Remove @" + other.getSimpleName() + "."));
                return;
            }
        }
        if (column.primaryKey() || column.nullable()) {
            problems.accept(Problem.at(column.element(), annotation, subject + ", so it cannot be "
                    + (column.primaryKey() ? "the primary key too." : "nullable: each INSERT sets it.")));
        }
    }

    private void checkSystem(ColumnAttribute column, Consumer<Problem> problems) {
        DeclaredAnnotation.find(column.element(), dev.rubedo.mapping.Column.class, environment.elements())
                .filter(declared -> declared.isTrue("system")
                        && DeclaredAnnotation.find(column.element(), Version.class, environment.elements())
                                .filter(version -> version.isTrue("server")).isEmpty())
                .ifPresent(declared -> problems.accept(Problem.at(column.element(), declared, "system",
                        "Attribute \"" + column.name()
                                + "\" is a system column, which no statement writes. Only a"
                                + " server version can be one: add @Version(server = true), or remove system.")));
    }

    private void checkKey(ColumnAttribute column, Consumer<Problem> problems) {
        if (column.primaryKey() && column.accessor().value().getKind() == TypeKind.ARRAY) {
            problems.accept(Problem.at(column.element(), "Attribute \"" + column.name()
                    + "\" is an array and cannot be a key: two arrays with the same content are not equal in Java, so no object "
                    + "would be found again. Use a UUID, a String or a number."));
        }
    }

    private void checkForeignKey(EntityModel entity, ColumnAttribute column, ForeignKeyReference reference,
            Consumer<Problem> problems) {
        DeclaredAnnotation annotation = reference.annotation();
        if (annotation == null) {
            return;
        }
        Optional<EntityModel> target = target(entity, column, reference, annotation, problems);
        if (target.isEmpty()) {
            return;
        }
        if (annotation.constant("onDelete").equals("SET_NULL") && !column.nullable()) {
            problems.accept(Problem.at(column.element(), annotation, "onDelete", "Attribute \"" + column.name()
                    + "\" is NOT NULL, so deleting cannot set it to NULL. Mark it @Nullable or choose another action."));
        }
        var columns = new ArrayList<>(target.get().columns());
        columns.addAll(links.synthetic(target.get()));
        Optional<ColumnAttribute> referred = columns.stream().filter(other -> other.column().equals(reference.column()))
                .findFirst();
        if (referred.isEmpty()) {
            List<String> names = columns.stream().map(ColumnAttribute::column).toList();
            problems.accept(Problem.at(column.element(), annotation, "value",
                    "Table \"" + reference.table() + "\" of entity \""
                            + target.get().name() + "\" has no column \"" + reference.column() + "\"."
                            + Names.suggestion(reference.column(), names)));
            return;
        }
        if (!isUnique(target.get(), referred.get()) && !target.get().primaryKey().isEmpty()) {
            problems.accept(Problem.at(column.element(), annotation, "value",
                    "Attribute \"" + column.name() + "\" refers to \"" + reference.target()
                            + "\", which is neither the primary key nor unique, so one value could match several rows. "
                            + "Mark it there with @Column(unique = true), or refer to \"" + reference.table() + "."
                            + target.get().primaryKey().get(0).column() + "\"."));
            return;
        }
        TypeName expected = referred.get().java().box();
        if (!referred.get().isUnwritable() && !expected.equals(column.java().box())
                && column.accessor().type().getKind() != TypeKind.ERROR) {
            problems.accept(Problem.at(column.element(), annotation, "value",
                    "Attribute \"" + column.name() + "\" is " + column.java()
                            + ", but \"" + reference.target() + "\" is " + referred.get().java()
                            + ". A foreign key has the type of the column it references."));
        }
    }

    /**
     * Returns whether a column is unique. A part of a multi-column key or constraint is accepted, because other foreign
     * keys may refer to the rest of it.
     */
    private boolean isUnique(EntityModel entity, ColumnAttribute column) {
        if (column.primaryKey() || column.options().unique()) {
            return true;
        }
        var elements = environment.elements();
        return Stream
                .concat(TableAnnotation.all(entity, Unique.class, Uniques.class, elements).stream(),
                        TableAnnotation.all(entity, Index.class, Indexes.class, elements).stream()
                                .filter(index -> index.annotation().isTrue("unique")))
                .anyMatch(constraint -> constraint.annotation().strings("on").contains(column.name()));
    }

    private Optional<EntityModel> target(EntityModel entity, ColumnAttribute column, ForeignKeyReference reference,
            DeclaredAnnotation annotation,
            Consumer<Problem> problems) {
        Optional<TypeElement> given = annotation.type("entity").filter(type -> type.getKind() == TypeKind.DECLARED)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement());
        if (given.isPresent()) {
            Optional<EntityModel> named = models.find(given.get());
            if (named.isEmpty()) {
                problems.accept(Problem.at(column.element(), annotation, "entity", "\"" + given.get().getSimpleName()
                        + "\" is not an entity: it has no @Entity."));
            } else if (!named.get().qualifiedTable().equals(reference.table())) {
                problems.accept(Problem.at(column.element(), annotation, "value",
                        "Entity \"" + named.get().name() + "\" maps table \""
                                + named.get().qualifiedTable() + "\", not \"" + reference.table() + "\"."));
                return Optional.empty();
            }
            return named;
        }
        if (isUnresolved(annotation)) {
            return Optional.empty();
        }
        Optional<EntityModel> found = models.find(reference.table(), entity);
        if (found.isEmpty()) {
            problems.accept(Problem.at(column.element(), annotation, "value",
                    "No entity that \"" + entity.name() + "\" leads to, and none in its "
                            + "package, maps a table \"" + reference.table() + "\"."
                            + Names.suggestion(reference.table(), models.known(entity).keySet())
                            + " If the entity is in another package, name it: entity = X.class."));
        }
        return found;
    }

    /** Returns whether the value of {@code entity} is a class that does not exist, which the compiler reports. */
    private static boolean isUnresolved(DeclaredAnnotation annotation) {
        TypeMirror type = annotation.type("entity").orElse(null);
        return type == null || type.getKind() == TypeKind.ERROR;
    }
}

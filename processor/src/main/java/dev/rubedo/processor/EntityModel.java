package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * An entity as declared in its source, before relationships are resolved.
 *
 * @param element the class
 * @param annotation its {@code @Entity}
 * @param mapped its interface {@code Mapped}; null if it has none and an error was reported
 * @param table the name of its table
 * @param schema the schema of its table; empty for the default one
 * @param mixins the interfaces that {@code Mapped} extends, which the base class implements
 * @param attributes its attributes: first those of mixins, then its own
 * @param embedded its embedded records, whose components are among the attributes
 * @param validators its validator methods
 * @param hybrids its SQL hybrid methods; none until they are checked
 */
record EntityModel(TypeElement element, DeclaredAnnotation annotation, @Nullable TypeElement mapped, String table,
        String schema,
        List<javax.lang.model.type.DeclaredType> mixins, List<MappedAttribute> attributes,
        List<EmbeddedAttribute> embedded, List<Validator> validators,
        List<ExecutableElement> hybrids) {

    /**
     * A method that checks the values of one attribute.
     *
     * @param method the method
     * @param annotation its {@code @Validates}
     * @param attribute the name of the attribute
     */
    record Validator(ExecutableElement method, DeclaredAnnotation annotation, String attribute) {}

    /** Returns the entity with only those methods that generated code can call. */
    EntityModel with(List<Validator> usable, List<ExecutableElement> usableHybrids) {
        return new EntityModel(element, annotation, mapped, table, schema, mixins, attributes, embedded, usable,
                usableHybrids);
    }

    String name() {
        return element.getSimpleName().toString();
    }

    ClassName className() {
        return TypeNames.className(element);
    }

    ClassName baseName() {
        return className().peerClass(name() + "Base");
    }

    ClassName queryName() {
        return queryName(className());
    }

    /** Returns the name of the query model of an entity. */
    static ClassName queryName(ClassName entity) {
        return entity.peerClass(entity.simpleName() + "_");
    }

    String constant() {
        return Names.constant(name());
    }

    /** Returns the table in the form used by {@code @ForeignKey}. */
    String qualifiedTable() {
        return schema.isEmpty() ? table : schema + "." + table;
    }

    List<ColumnAttribute> columns() {
        return only(ColumnAttribute.class);
    }

    List<RelationshipAttribute> relationships() {
        return only(RelationshipAttribute.class);
    }

    private <A> List<A> only(Class<A> type) {
        var found = new ArrayList<A>();
        for (MappedAttribute attribute : attributes) {
            if (type.isInstance(attribute)) {
                found.add(type.cast(attribute));
            }
        }
        return found;
    }

    List<ColumnAttribute> primaryKey() {
        return columns().stream().filter(ColumnAttribute::primaryKey).toList();
    }

    Optional<MappedAttribute> attribute(String name) {
        return attributes.stream().filter(attribute -> attribute.name().equals(name)).findFirst();
    }

    Optional<RelationshipAttribute> relationship(String name) {
        return relationships().stream().filter(relationship -> relationship.name().equals(name)).findFirst();
    }

    List<String> attributeNames() {
        return attributes.stream().map(MappedAttribute::name).toList();
    }

    boolean isSame(EntityModel other) {
        return element.getQualifiedName().contentEquals(other.element.getQualifiedName());
    }
}

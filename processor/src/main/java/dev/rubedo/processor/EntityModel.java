package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
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
 * @param own its attributes without inherited ones: first those of mixins, then those of {@code Mapped}
 * @param ownEmbedded its embedded records without inherited ones, whose components are among the attributes
 * @param proxies the methods that declare its association proxies and synonyms
 * @param validators its validator methods
 * @param hybrids its SQL hybrid methods; none until they are checked
 * @param inheritance its place in a hierarchy; null if it is in none
 */
record EntityModel(TypeElement element, DeclaredAnnotation annotation, @Nullable TypeElement mapped, String table,
        String schema,
        List<DeclaredType> mixins, List<MappedAttribute> own,
        List<EmbeddedAttribute> ownEmbedded, List<ExecutableElement> proxies, List<Validator> validators,
        List<ExecutableElement> hybrids, @Nullable Inheritance inheritance) {

    /**
     * A method that checks the values of one attribute.
     *
     * @param method the method
     * @param annotation its {@code @Validates}
     * @param attribute the name of the attribute
     */
    record Validator(ExecutableElement method, DeclaredAnnotation annotation, String attribute) {

        /** Returns whether it is also called for removed elements, which a second parameter indicates. */
        boolean removes() {
            return annotation.isTrue("removes");
        }

        /** Returns whether it is also called for changes of the other side. */
        boolean backrefs() {
            return annotation.isTrue("backrefs");
        }
    }

    /** Returns the entity with only those methods that generated code can call. */
    EntityModel with(List<Validator> usable, List<ExecutableElement> usableHybrids) {
        return new EntityModel(element, annotation, mapped, table, schema, mixins, own, ownEmbedded, proxies, usable,
                usableHybrids, inheritance);
    }

    /** Returns the entity that this one inherits from, or null. */
    @Nullable
    EntityModel parent() {
        return inheritance == null ? null : inheritance.parent();
    }

    /** Returns the entity at the top of the hierarchy: this one if it does not inherit. */
    EntityModel root() {
        EntityModel at = this;
        for (EntityModel above = at.parent(); above != null; above = at.parent()) {
            at = above;
        }
        return at;
    }

    /** Returns the topmost entity that stores its rows in the same table. */
    EntityModel ofTable() {
        EntityModel parent = parent();
        return parent != null && sharesTable() ? parent.ofTable() : this;
    }

    /** Returns whether the entity stores its rows in the table of the entity that it inherits from. */
    boolean sharesTable() {
        EntityModel parent = parent();
        return parent != null && parent.qualifiedTable().equals(qualifiedTable());
    }

    /** Returns whether the entity inherits from another, directly or indirectly. */
    boolean inheritsFrom(EntityModel other) {
        EntityModel parent = parent();
        return parent != null && (parent.isSame(other) || parent.inheritsFrom(other));
    }

    /** Returns whether each class of the hierarchy has a table with all its attributes. */
    boolean isConcrete() {
        return inheritance != null && inheritance.concrete();
    }

    /** Returns whether an attribute determines the class of a row. */
    boolean isDiscriminator(String attribute) {
        return inheritance != null && inheritance.discriminator().equals(attribute);
    }

    /** Returns all attributes, the inherited ones first. */
    List<MappedAttribute> attributes() {
        EntityModel parent = parent();
        return parent == null ? own : joined(parent.attributes(), own);
    }

    /** Returns all embedded records, the inherited ones first. */
    List<EmbeddedAttribute> embedded() {
        EntityModel parent = parent();
        return parent == null ? ownEmbedded : joined(parent.embedded(), ownEmbedded);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new ArrayList<T>(first);
        all.addAll(second);
        return all;
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
        return only(ColumnAttribute.class, attributes());
    }

    /** Returns the columns that are not inherited. */
    List<ColumnAttribute> ownColumns() {
        return only(ColumnAttribute.class, own);
    }

    List<RelationshipAttribute> relationships() {
        return only(RelationshipAttribute.class, attributes());
    }

    /** Returns the relationships that are not inherited. */
    List<RelationshipAttribute> ownRelationships() {
        return only(RelationshipAttribute.class, own);
    }

    private static <A> List<A> only(Class<A> type, List<MappedAttribute> attributes) {
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
        return attributes().stream().filter(attribute -> attribute.name().equals(name)).findFirst();
    }

    Optional<RelationshipAttribute> relationship(String name) {
        return relationships().stream().filter(relationship -> relationship.name().equals(name)).findFirst();
    }

    List<String> attributeNames() {
        return attributes().stream().map(MappedAttribute::name).toList();
    }

    boolean isSame(EntityModel other) {
        return element.getQualifiedName().contentEquals(other.element.getQualifiedName());
    }
}

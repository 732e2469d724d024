package dev.rubedo.orm.model;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.orm.metamodel.JoinConditionDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.state.KeyType;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.FromList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A relationship with its foreign key or join table. The attributes of both ends correspond by position: {@code local}
 * of the owner to {@code remote} of the target or, with a join table, {@code local} to {@link Link#ownerColumns} and
 * {@code remote} to {@link Link#targetColumns}. Immutable once its model is built.
 */
public final class RelationshipProperty {

    /** The location of the foreign key. Immutable. */
    public enum Kind {
        /** In the owner's table. */
        MANY_TO_ONE,
        /** In the target's table. The relationship is one-to-one if the attribute is not a collection. */
        ONE_TO_MANY,
        /** In a join table. */
        MANY_TO_MANY,
        /** Nowhere: a condition relates the rows. Such a relationship is view-only. */
        BY_CONDITION
    }

    /**
     * The join table. Immutable.
     *
     * @param table the table
     * @param ownerColumns the columns that refer to the owner
     * @param targetColumns the columns that refer to the target
     */
    public record Link(Table table, List<Column<?>> ownerColumns, List<Column<?>> targetColumns) {

        /** Copies the lists. */
        public Link {
            Objects.requireNonNull(table, "table");
            ownerColumns = List.copyOf(ownerColumns);
            targetColumns = List.copyOf(targetColumns);
        }
    }

    /**
     * One element of the order of a collection. Immutable.
     *
     * @param attribute the attribute of the target
     * @param descending whether the order is descending
     */
    public record Order(int attribute, boolean descending) {}

    private final Mapper<?> owner;
    private final int index;
    private final RelationshipDefinition definition;
    private final Mapper<?> target;
    private final Kind kind;
    private final int[] local;
    private final int[] remote;
    private final @Nullable Link link;
    private final List<Order> orderBy;
    private final @Nullable JoinConditionDefinition condition;
    private final boolean isByOwner;
    private final KeyType key;
    private @Nullable RelationshipProperty inverse;

    RelationshipProperty(Mapper<?> owner, int index, Mapper<?> target, Kind kind, int[] local, int[] remote,
            @Nullable Link link,
            List<Order> orderBy) {
        this.owner = owner;
        this.index = index;
        this.definition = (RelationshipDefinition) owner.definition().attribute(index);
        this.target = target;
        this.kind = kind;
        this.local = local;
        this.remote = remote;
        this.link = link;
        this.orderBy = List.copyOf(orderBy);
        this.condition = definition.joinCondition();
        this.isByOwner = condition != null && (kind == Kind.BY_CONDITION || refersToOwner(condition));
        this.key = new KeyType(owner.name(), List.of(name()), ownerKey(), types());
    }

    private static boolean refersToOwner(JoinConditionDefinition condition) {
        return FromList.sources(List.of(condition.condition())).contains(condition.owner());
    }

    /** Returns the types of the columns that are compared with the keys of owners. */
    private Class<?>[] types() {
        return compared().map(column -> column.type().javaType()).toArray(Class<?>[]::new);
    }

    private Stream<Column<?>> compared() {
        return isByOwner ? Arrays.stream(owner.primaryKey()).mapToObj(owner::column)
                : link != null ? link.ownerColumns().stream()
                : Arrays.stream(remote).mapToObj(target::column);
    }

    void inverse(RelationshipProperty other) {
        inverse = other;
    }

    /** Returns the entity that has the attribute. */
    public Mapper<?> owner() {
        return owner;
    }

    /** Returns the index of the attribute in its entity. */
    public int index() {
        return index;
    }

    /** Returns the name of the attribute. */
    public String name() {
        return definition.name();
    }

    /** Returns the definition. */
    public RelationshipDefinition definition() {
        return definition;
    }

    /** Returns the target entity. */
    public Mapper<?> target() {
        return target;
    }

    /** Returns the location of the foreign key. */
    public Kind kind() {
        return kind;
    }

    /** Returns whether the attribute is a collection. */
    public boolean isToMany() {
        return definition.isToMany();
    }

    /** Returns whether the targets are never loaded as a whole. */
    public boolean isQueried() {
        return definition.isQueried();
    }

    /** Returns the key attributes of the owner. The array must not be modified. */
    public int[] local() {
        return local;
    }

    /**
     * Returns the attributes of the owner whose values are the key by which it finds its targets: {@link #local}, or
     * the primary key if the condition of the mapping needs the row of the owner. The array must not be modified.
     */
    public int[] ownerKey() {
        return isByOwner ? owner.primaryKey() : local;
    }

    /**
     * Returns the type of the keys by which an owner finds its targets: the values of {@link #ownerKey}, in the types
     * of the columns that they are compared with.
     */
    public KeyType key() {
        return key;
    }

    /**
     * Returns whether the key is a single integer that is stored unchanged, in the tables of the owner and of the
     * targets: the database then orders keys as Java does.
     */
    public boolean hasWholeKey() {
        return ownerKey().length == 1 && Stream.concat(Stream.of(owner.column(ownerKey()[0])), compared())
                .allMatch(column -> Integers.isStored(column.type()));
    }

    /** Returns the key attributes of the target. The array must not be modified. */
    public int[] remote() {
        return remote;
    }

    /** Returns the join table. */
    public Link link() {
        return Objects.requireNonNull(link, "link");
    }

    /** Returns the order of the collection; possibly empty. */
    public List<Order> orderBy() {
        return orderBy;
    }

    /** Returns the inverse side of this relationship, or null if there is none. */
    public @Nullable RelationshipProperty inverse() {
        return inverse;
    }

    /** Returns the condition that the mapping adds to the link or that relates the rows, or null. */
    public @Nullable JoinConditionDefinition condition() {
        return condition;
    }

    /** Returns whether statements that load targets need the row of the owner, because of the condition of the mapping. */
    public boolean isByOwner() {
        return isByOwner;
    }

    /** Returns whether this relationship is view-only. */
    public boolean isViewOnly() {
        return definition.isViewOnly();
    }

    /** Returns whether the target must be known when another is set: it may become an orphan, or a listener wants it. */
    public boolean needsPreviousTarget() {
        return definition.hasActiveHistory() || definition.cascades(Cascade.DELETE_ORPHAN);
    }

    /** Returns whether this operation cascades to related objects. */
    public boolean cascades(Cascade cascade) {
        return definition.cascades(cascade);
    }

    /** Returns whether the target is the owner. */
    public boolean isSelfReference() {
        return target == owner;
    }

    /** Returns whether targets have this relationship too, so that it can be followed repeatedly. */
    public boolean isRecursive() {
        return target.definition().isA(owner.definition());
    }

    /**
     * Returns whether the foreign key refers to the primary key of the target, so that the identity map can resolve it.
     */
    public boolean leadsToKey() {
        return kind == Kind.MANY_TO_ONE && condition == null && Arrays.equals(remote, target.primaryKey());
    }

    @Override
    public String toString() {
        return owner.name() + "." + name();
    }
}

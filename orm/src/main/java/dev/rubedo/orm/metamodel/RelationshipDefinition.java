package dev.rubedo.orm.metamodel;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.CollectionKind;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.PassiveDeletes;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The definition of a relationship to another entity. Each option returns a new definition. Immutable. */
public final class RelationshipDefinition implements AttributeDefinition {

    /** The options. Immutable once the definition that has them is created. */
    private static final class Options implements Cloneable {
        @Nullable String backPopulates;
        Set<Cascade> cascades = Set.of(Cascade.SAVE_UPDATE, Cascade.MERGE);
        String orderBy = "";
        @Nullable LinkDefinition link;
        Loading loading = Loading.BATCH;
        int depth;
        boolean isInnerJoin;
        boolean isNotNull;
        boolean isViewOnly;
        boolean isSingleParent;
        boolean hasActiveHistory;
        List<String> overlaps = List.of();
        @Nullable Supplier<JoinConditionDefinition> joinCondition;
        boolean isStandalone;
        PassiveDeletes passiveDeletes = PassiveDeletes.NONE;
        @Nullable MapKey mapKey;
        @Nullable Numbering numbering;

        Options copy() {
            try {
                return (Options) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final String name;
    private final @Nullable CollectionKind collection;
    private final Supplier<? extends EntityPath<?>> target;
    private final Options options;

    private RelationshipDefinition(String name, @Nullable CollectionKind collection,
            Supplier<? extends EntityPath<?>> target,
            Options options) {
        this.name = Objects.requireNonNull(name, "name");
        this.collection = collection;
        this.target = Objects.requireNonNull(target, "target");
        this.options = options;
    }

    /** Returns a relationship to at most one other entity. */
    public static RelationshipDefinition toOne(String name, Supplier<? extends EntityPath<?>> target) {
        return new RelationshipDefinition(name, null, target, new Options());
    }

    /** Returns a relationship to any number of other entities, held in a collection of this kind. */
    public static RelationshipDefinition toMany(String name, CollectionKind collection,
            Supplier<? extends EntityPath<?>> target) {
        return new RelationshipDefinition(name, Objects.requireNonNull(collection, "collection"), target,
                new Options());
    }

    private RelationshipDefinition with(Consumer<Options> change) {
        Options changed = options.copy();
        change.accept(changed);
        return new RelationshipDefinition(name, collection, target, changed);
    }

    /** Returns this relationship with its inverse side: the attribute of the target for the same relationship. */
    public RelationshipDefinition backPopulates(String attribute) {
        Objects.requireNonNull(attribute, "attribute");
        return with(options -> options.backPopulates = attribute);
    }

    /** Returns this relationship with exactly these cascades; without arguments, no operation cascades. */
    public RelationshipDefinition cascade(Cascade... cascades) {
        EnumSet<Cascade> set = EnumSet.noneOf(Cascade.class);
        for (Cascade cascade : cascades) {
            switch (cascade) {
                case ALL, ALL_DELETE_ORPHAN -> {
                    set.addAll(EnumSet.range(Cascade.SAVE_UPDATE, Cascade.DETACH));
                    if (cascade == Cascade.ALL_DELETE_ORPHAN) {
                        set.add(Cascade.DELETE_ORPHAN);
                    }
                }
                case SAVE_UPDATE, MERGE, REFRESH_EXPIRE, DELETE, DETACH, DELETE_ORPHAN -> set.add(cascade);
            }
        }
        return with(options -> options.cascades = Set.copyOf(set));
    }

    /**
     * Returns this relationship with the order of its list: attributes of the target such as {@code "email"} or {@code
     * "created desc, id"}.
     */
    public RelationshipDefinition orderBy(String attributes) {
        Objects.requireNonNull(attributes, "attributes");
        return with(options -> options.orderBy = attributes);
    }

    /**
     * Returns this relationship linked by a foreign key in the owner's table: attributes of the owner that refer to
     * attributes of the target.
     */
    public RelationshipDefinition foreignKey(List<String> attributes, List<String> referenced) {
        return link(new LinkDefinition.ForeignKey(attributes, referenced));
    }

    /**
     * Returns this relationship linked by a foreign key in the target's table: attributes of the target that refer to
     * attributes of the owner.
     */
    public RelationshipDefinition inverseForeignKey(List<String> attributes, List<String> referenced) {
        return link(new LinkDefinition.InverseForeignKey(attributes, referenced));
    }

    /**
     * Returns this relationship linked by a join table with these columns for the primary keys of the owner and of the
     * target.
     */
    public RelationshipDefinition joinTable(String table, List<String> columns, List<String> inverseColumns) {
        return link(new LinkDefinition.JoinTable(table, columns, inverseColumns));
    }

    private RelationshipDefinition link(LinkDefinition link) {
        return with(options -> options.link = link);
    }

    /** Returns this relationship with its default loading, which loader options of a query override. */
    public RelationshipDefinition loading(Loading strategy) {
        Objects.requireNonNull(strategy, "strategy");
        return with(options -> options.loading = strategy);
    }

    /**
     * Returns this self-reference with a depth limit for its default loading: beyond this number of levels it is loaded
     * on access.
     *
     * @throws IllegalArgumentException if the number of levels is less than 1
     */
    public RelationshipDefinition depth(int levels) {
        if (levels < 1) {
            throw new IllegalArgumentException("depth is " + levels + ". It must be at least 1.");
        }
        return with(options -> options.depth = levels);
    }

    /** Returns this relationship with inner joins where it is loaded by a join by default. */
    public RelationshipDefinition innerJoin() {
        return with(options -> options.isInnerJoin = true);
    }

    /**
     * The key of the objects in a map. Immutable.
     *
     * @param attribute the attribute that is the key, or an empty string if it comes from a method
     * @param of returns the key of an object, or null
     */
    public record MapKey(String attribute, Function<Object, @Nullable Object> of) {

        /** Checks for null. */
        public MapKey {
            Objects.requireNonNull(attribute, "attribute");
            Objects.requireNonNull(of, "of");
        }
    }

    /**
     * Returns this relationship, whose collection is a map, with the key of its objects.
     *
     * @param attribute the attribute that is the key, or an empty string if it comes from a method
     * @param type the class of the target
     * @param key returns the key of an object, or null
     */
    public <T> RelationshipDefinition mapKey(String attribute, Class<T> type,
            Function<T, ? extends @Nullable Object> key) {
        MapKey made = new MapKey(attribute, item -> key.apply(type.cast(item)));
        return with(options -> options.mapKey = made);
    }

    /**
     * The positions of the elements of a list. Immutable.
     *
     * @param attribute the attribute of the elements that holds the position
     * @param from the position of the first element
     * @param step the difference between the positions of two neighbors
     */
    public record Numbering(String attribute, int from, int step) {

        /** Checks for null. */
        public Numbering {
            Objects.requireNonNull(attribute, "attribute");
        }

        /** Returns the position of an element. */
        public long at(int index) {
            return from + (long) step * index;
        }
    }

    /**
     * Returns this relationship, whose collection is a list, with positions of its elements, which is also their order.
     *
     * @param attribute the attribute of the target that holds the position
     * @param from the position of the first element
     * @param step the difference between the positions of two neighbors
     */
    public RelationshipDefinition numbered(String attribute, int from, int step) {
        Numbering made = new Numbering(attribute, from, step);
        return with(options -> options.numbering = made);
    }

    /** Returns this relationship with the part of an owner's deletion that is left to the database. */
    public RelationshipDefinition passiveDeletes(PassiveDeletes passive) {
        Objects.requireNonNull(passive, "passive");
        return with(options -> options.passiveDeletes = passive);
    }

    /** Returns this relationship as a view-only one. Nothing cascades to its targets. */
    public RelationshipDefinition viewOnly() {
        return with(options -> {
            options.isViewOnly = true;
            options.cascades = Set.of();
        });
    }

    /**
     * Returns this many-to-one or many-to-many relationship as one whose targets have one owner each, so that
     * DELETE_ORPHAN can apply.
     */
    public RelationshipDefinition singleParent() {
        return with(options -> options.isSingleParent = true);
    }

    /**
     * Returns this to-one relationship as one whose previous target is loaded when another is set, for listeners and
     * the history of the attribute.
     */
    public RelationshipDefinition activeHistory() {
        return with(options -> options.hasActiveHistory = true);
    }

    /** Returns this relationship as one that writes the same foreign key or join table as others of its entity. */
    public RelationshipDefinition overlaps(String... relationships) {
        return with(options -> options.overlaps = List.of(relationships));
    }

    /** Returns this relationship with a condition in addition to its foreign key or join table. */
    public RelationshipDefinition joinCondition(Supplier<JoinConditionDefinition> condition) {
        Objects.requireNonNull(condition, "condition");
        return with(options -> options.joinCondition = condition);
    }

    /** Returns this relationship, which must be view-only, with a condition instead of a link. */
    public RelationshipDefinition standaloneCondition(Supplier<JoinConditionDefinition> condition) {
        Objects.requireNonNull(condition, "condition");
        return with(options -> {
            options.joinCondition = condition;
            options.isStandalone = true;
        });
    }

    /** Returns this to-one relationship as a required one. */
    public RelationshipDefinition notNull() {
        return with(options -> options.isNotNull = true);
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns whether this is a to-many relationship. */
    public boolean isToMany() {
        return collection != null;
    }

    /** Returns the kind of the collection, or null for a to-one relationship. */
    public @Nullable CollectionKind collection() {
        return collection;
    }

    /** Returns the definition of the target entity. */
    public EntityDefinition<?> target() {
        return target.get().$definition();
    }

    /** Returns the query model of the target entity. */
    public EntityPath<?> targetPath() {
        return target.get();
    }

    /** Returns the attribute of the target that is the inverse side of this relationship, or null if there is none. */
    public @Nullable String backPopulates() {
        return options.backPopulates;
    }

    /** Returns the cascades of this relationship. */
    public Set<Cascade> cascades() {
        return options.cascades;
    }

    /** Returns whether this operation cascades to related objects. */
    public boolean cascades(Cascade cascade) {
        return options.cascades.contains(cascade);
    }

    /** Returns the order of the list, or an empty string. */
    public String orderBy() {
        return options.orderBy.isEmpty() && options.numbering != null ? options.numbering.attribute()
                : options.orderBy;
    }

    /** Returns the positions of the elements of a list, or null if they have none. */
    public @Nullable Numbering numbering() {
        return options.numbering;
    }

    /** Returns the link to the target, or null if the definition has none. */
    public @Nullable LinkDefinition link() {
        return options.link;
    }

    /** Returns the default loading, which loader options of a query override. */
    public Loading loading() {
        return options.loading;
    }

    /** Returns the number of levels of a self-reference that the default loading loads, or 0 for no limit. */
    public int depth() {
        return options.depth;
    }

    /** Returns whether the default loading joins by an inner join. */
    public boolean isInnerJoin() {
        return options.isInnerJoin;
    }

    /** Returns the key of the objects in a map, or null if the collection is not a map. */
    public @Nullable MapKey mapKey() {
        return options.mapKey;
    }

    /** Returns whether the targets are never loaded as a whole, but queried by statements. */
    public boolean isQueried() {
        return collection != null && collection.isQueried();
    }

    /** Returns the part of an owner's deletion that is left to the database. */
    public PassiveDeletes passiveDeletes() {
        return options.passiveDeletes;
    }

    /** Returns whether this relationship is view-only. */
    public boolean isViewOnly() {
        return options.isViewOnly;
    }

    /** Returns whether the targets of this relationship have one owner each. */
    public boolean isSingleParent() {
        return options.isSingleParent;
    }

    /** Returns whether the previous target is loaded when another is set. */
    public boolean hasActiveHistory() {
        return options.hasActiveHistory;
    }

    /** Returns the relationships of the owner that intentionally write the same foreign key or join table. */
    public List<String> overlaps() {
        return options.overlaps;
    }

    /** Returns the condition that the mapping adds, newly created, or null if there is none. */
    public @Nullable JoinConditionDefinition joinCondition() {
        return options.joinCondition == null ? null : options.joinCondition.get();
    }

    /** Returns whether a condition alone relates the rows. */
    public boolean isStandalone() {
        return options.isStandalone;
    }

    /** Returns whether a to-one relationship may be null. */
    public boolean isNullable() {
        return !options.isNotNull;
    }

    @Override
    public String toString() {
        return name;
    }
}

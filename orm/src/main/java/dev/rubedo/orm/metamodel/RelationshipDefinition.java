package dev.rubedo.orm.metamodel;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.CollectionKind;
import dev.rubedo.mapping.Loading;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The definition of a relationship to another entity. Each option returns a new definition. Immutable. */
public final class RelationshipDefinition implements AttributeDefinition {

    private record Options(@Nullable String backPopulates, Set<Cascade> cascades, String orderBy,
            @Nullable LinkDefinition link, Loading loading, boolean notNull) {}

    private static final Options PLAIN = new Options(null, Set.of(Cascade.SAVE_UPDATE, Cascade.MERGE), "", null,
            Loading.BATCH, false);

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
        return new RelationshipDefinition(name, null, target, PLAIN);
    }

    /** Returns a relationship to any number of other entities, held in a collection of this kind. */
    public static RelationshipDefinition toMany(String name, CollectionKind collection,
            Supplier<? extends EntityPath<?>> target) {
        return new RelationshipDefinition(name, Objects.requireNonNull(collection, "collection"), target, PLAIN);
    }

    private RelationshipDefinition with(Options changed) {
        return new RelationshipDefinition(name, collection, target, changed);
    }

    /** Returns this relationship with its inverse side: the attribute of the target for the same relationship. */
    public RelationshipDefinition backPopulates(String attribute) {
        Options o = options;
        return with(new Options(Objects.requireNonNull(attribute, "attribute"), o.cascades, o.orderBy, o.link,
                o.loading, o.notNull));
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
        Options o = options;
        return with(new Options(o.backPopulates, Set.copyOf(set), o.orderBy, o.link, o.loading, o.notNull));
    }

    /**
     * Returns this relationship with the order of its list: attributes of the target such as {@code "email"} or {@code
     * "created desc, id"}.
     */
    public RelationshipDefinition orderBy(String attributes) {
        Options o = options;
        return with(new Options(o.backPopulates, o.cascades, Objects.requireNonNull(attributes, "attributes"), o.link,
                o.loading, o.notNull));
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
        Options o = options;
        return with(new Options(o.backPopulates, o.cascades, o.orderBy, link, o.loading, o.notNull));
    }

    /** Returns this relationship with its default loading, which loader options of a query override. */
    public RelationshipDefinition loading(Loading strategy) {
        Options o = options;
        return with(new Options(o.backPopulates, o.cascades, o.orderBy, o.link,
                Objects.requireNonNull(strategy, "strategy"), o.notNull));
    }

    /** Returns this to-one relationship as a required one. */
    public RelationshipDefinition notNull() {
        Options o = options;
        return with(new Options(o.backPopulates, o.cascades, o.orderBy, o.link, o.loading, true));
    }

    @Override
    public String name() {
        return name;
    }

    /** Tells whether this is a to-many relationship. */
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

    /** Tells whether this operation cascades to related objects. */
    public boolean cascades(Cascade cascade) {
        return options.cascades.contains(cascade);
    }

    /** Returns the order of the list, or an empty string. */
    public String orderBy() {
        return options.orderBy;
    }

    /** Returns the link to the target, or null if the definition has none. */
    public @Nullable LinkDefinition link() {
        return options.link;
    }

    /** Returns the default loading, which loader options of a query override. */
    public Loading loading() {
        return options.loading;
    }

    /** Tells whether a to-one relationship may be null. */
    public boolean isNullable() {
        return !options.notNull;
    }

    @Override
    public String toString() {
        return name;
    }
}

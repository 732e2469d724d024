package dev.rubedo.orm.internal.query;

import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.internal.query.ColumnFetch.Choice;
import dev.rubedo.orm.internal.query.FetchGraph.SubclassFetch;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.Deferral;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.FormulaDefinition;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.query.JoinedOption;
import dev.rubedo.orm.query.LoaderOption;
import dev.rubedo.orm.query.SelectInOption;
import dev.rubedo.sql.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The implementation of loader options: strategies of relationships, and deferred columns. Immutable.
 *
 * @param <E> the entity that the option applies to
 * @param <T> the target entity of the relationship
 */
public final class LoadingOption<E, T> implements SelectInOption<E, T>, JoinedOption<E, T> {

    private final EntityPath<E> owner;
    private final @Nullable Relationship<E, T> relationship;
    private final FetchGraph fetch;
    private final List<Restriction> restrictions;

    private LoadingOption(EntityPath<E> owner, @Nullable Relationship<E, T> relationship, FetchGraph fetch) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.relationship = relationship;
        this.fetch = fetch;
        this.restrictions = fetch.restrictions();
    }

    /**
     * Returns the option to load a relationship by a strategy, or as mapped if the strategy is null, so that options
     * for its target can follow.
     */
    public static <E, T> LoadingOption<E, T> of(Relationship<E, T> relationship, @Nullable LoaderStrategy strategy) {
        requireLoadable(relationship);
        if (relationship.hasTarget()) {
            throw new IllegalArgumentException("A loader option takes the relationship without an alias: \""
                    + relationship + "\" refers to \"" + relationship.target() + "\".");
        }
        if (!relationship.criteria().isEmpty() && !relationship.definition().isToMany()) {
            throw new IllegalArgumentException("\"" + relationship
                    + "\" has one target, which a loader option either loads or does not. Only a collection can be loaded partially"
                    + " by conditions.");
        }
        return new LoadingOption<>(relationship.owner(), relationship,
                new FetchGraph(
                        Map.of(relationship.index(), new FetchGraph.RelationshipFetch(strategy,
                                FetchGraph.restricted(relationship.criteria()))),
                        ColumnFetch.AS_MAPPED));
    }

    private static void requireLoadable(Relationship<?, ?> relationship) {
        if (relationship.definition().isQueried()) {
            throw new IllegalArgumentException("\"" + relationship
                    + "\" is never loaded as a whole, so it has no loading. Query it with its select().");
        }
    }

    /** Returns the option to read a relationship from an entity that the statement joins itself. */
    public static <E, T> LoadingOption<E, T> contained(Relationship<E, T> relationship) {
        requireLoadable(relationship);
        if (!relationship.criteria().isEmpty()) {
            throw new IllegalArgumentException("containsEager(...) reads the rows of the statement as they are, but \""
                    + relationship + "\" has conditions. Put them into the join.");
        }
        return new LoadingOption<>(relationship.owner(), relationship,
                new FetchGraph(Map.of(relationship.index(), new FetchGraph.RelationshipFetch(
                        new ContainedLoading((EntityPath<?>) relationship.target()), FetchGraph.DEFAULT)),
                        ColumnFetch.AS_MAPPED));
    }

    /** Returns whether this option reads a relationship from an entity that the statement joins itself. */
    public boolean isContained() {
        return fetch.relationships().values().stream().anyMatch(one -> one.strategy() instanceof ContainedLoading);
    }

    /** Returns the option to load the relationships of an entity that no other option names by a strategy. */
    public static <E> LoadingOption<E, E> ofOthers(EntityPath<E> entity, LoaderStrategy strategy) {
        return new LoadingOption<>(entity, null,
                FetchGraph.DEFAULT.with(new FetchGraph.OtherRelationships(strategy, false)));
    }

    /** Returns the option to load only these attributes and the primary key. The others are loaded on access. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> LoaderOption<E, E> loadOnly(Attribute<E, ?> first, Attribute<E, ?>... more) {
        return columns(first.entity(), new ColumnFetch(chosen(Choice.LOAD, first, more), Choice.DEFER));
    }

    /** Returns the option to load these attributes on access. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> LoaderOption<E, E> defer(Attribute<E, ?> first, Attribute<E, ?>... more) {
        return columns(first.entity(), new ColumnFetch(chosen(Choice.DEFER, first, more), null));
    }

    /**
     * Returns the option to load a formula with this expression.
     *
     * @throws IllegalArgumentException if the attribute is a column
     */
    public static <E, V extends @Nullable Object> LoaderOption<E, E> withExpression(Attribute<E, V> attribute,
            Expression<? extends V> expression) {
        Objects.requireNonNull(expression, "expression");
        if (!(attribute.owner().$definition().attribute(attribute.index()) instanceof FormulaDefinition)) {
            throw new IllegalArgumentException("\"" + attribute + "\" is a column. Only a query expression or a formula"
                    + " can have an expression.");
        }
        return columns(attribute.entity(), new ColumnFetch(Map.of(attribute.index(), Choice.LOAD), null,
                Map.of(attribute.index(), new ColumnFetch.Given(attribute.entity(), expression))));
    }

    /** Returns whether this option, or one below it, gives an expression to a formula. */
    boolean hasExpressions() {
        return hasExpressions(fetch);
    }

    private static boolean hasExpressions(FetchGraph graph) {
        return !graph.columns().given().isEmpty()
                || graph.relationships().values().stream().anyMatch(one -> hasExpressions(one.target()))
                || graph.subclasses().values().stream().anyMatch(one -> hasExpressions(one.fetch()));
    }

    /** Returns the option to load these attributes although they are mapped as deferred. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> LoaderOption<E, E> undefer(Attribute<E, ?> first, Attribute<E, ?>... more) {
        return columns(first.entity(), new ColumnFetch(chosen(Choice.LOAD, first, more), null));
    }

    /** Returns the option to load all attributes that are mapped as deferred. */
    public static <E> LoaderOption<E, E> undeferAll(EntityPath<E> entity) {
        EntityDefinition<E> definition = entity.$definition();
        Map<Integer, Choice> chosen = new HashMap<>();
        for (int i = 0; i < definition.attributes().size(); i++) {
            if (definition.attribute(i).deferral() != null) {
                chosen.put(i, Choice.LOAD);
            }
        }
        return columns(entity, new ColumnFetch(chosen, null));
    }

    /**
     * Returns the option to load the attributes of a group that are mapped as deferred.
     *
     * @throws IllegalArgumentException if the entity has no such group
     */
    public static <E> LoaderOption<E, E> undeferGroup(EntityPath<E> entity, String group) {
        EntityDefinition<E> definition = entity.$definition();
        Map<Integer, Choice> chosen = new HashMap<>();
        Set<String> groups = new TreeSet<>();
        for (int i = 0; i < definition.attributes().size(); i++) {
            Deferral deferral = definition.attribute(i).deferral();
            if (deferral != null && !deferral.group().isEmpty()) {
                groups.add(deferral.group());
                if (deferral.group().equals(group)) {
                    chosen.put(i, Choice.LOAD);
                }
            }
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("Entity \"" + definition.name() + "\" has no deferred group \"" + group
                    + "\". " + (groups.isEmpty() ? "It has no groups." : "Its groups are " + groups + "."));
        }
        return columns(entity, new ColumnFetch(chosen, null));
    }

    private static <E> LoaderOption<E, E> columns(EntityPath<E> owner, ColumnFetch columns) {
        return new LoadingOption<>(owner, null, new FetchGraph(Map.of(), columns));
    }

    /**
     * Returns the option to load the tables of subclasses in this way; of all subclasses if none is named.
     *
     * @throws IllegalArgumentException if one of them does not inherit from the entity
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> LoaderOption<E, E> subclasses(Loading loading, EntityPath<E> entity,
            EntityPath<? extends E>... subclasses) {
        FetchGraph fetch = subclasses.length > 0 ? FetchGraph.DEFAULT
                : FetchGraph.ofSubclass(entity.$definition(), new SubclassFetch(null, loading, FetchGraph.DEFAULT));
        for (EntityPath<? extends E> subclass : subclasses) {
            checkSubclass(entity, subclass);
            fetch = fetch.and(FetchGraph.ofSubclass(subclass.$definition(),
                    new SubclassFetch(loading, null, FetchGraph.DEFAULT)));
        }
        return new LoadingOption<>(entity, null, fetch);
    }

    /**
     * Returns an option for a subclass as an option for the entity that it inherits from.
     *
     * @throws IllegalArgumentException if it does not inherit from the entity
     */
    public static <E, T> LoaderOption<E, T> treat(EntityPath<E> entity, LoaderOption<? extends E, T> option) {
        checkSubclass(entity, option.owner());
        return new LoadingOption<>(entity, null,
                FetchGraph.ofSubclass(option.owner().$definition(), new SubclassFetch(null, null, of(option).fetch)));
    }

    private static void checkSubclass(EntityPath<?> entity, EntityPath<?> subclass) {
        if (subclass.$definition() == entity.$definition() || !subclass.$definition().isA(entity.$definition())) {
            throw new IllegalArgumentException("\"" + subclass.$definition().name() + "\" does not inherit from \""
                    + entity.$definition().name() + "\".");
        }
    }

    /** Returns this option for the entity that the statement selects, if it is for a treated one. */
    LoadingOption<?, ?> ofSelected() {
        LoadingOption<?, ?> option = this;
        while (option.owner.$origin() instanceof PathOrigin.Treated treated) {
            option = new LoadingOption<>(treated.path(), null,
                    treated.path().$definition().isA(option.owner.$definition()) ? option.fetch
                            : FetchGraph.ofSubclass(option.owner.$definition(),
                                    new SubclassFetch(null, null, option.fetch)));
        }
        return option;
    }

    private static Map<Integer, Choice> chosen(Choice choice, Attribute<?, ?> first, Attribute<?, ?>... more) {
        Map<Integer, Choice> chosen = new HashMap<>();
        chosen.put(first.index(), choice);
        for (Attribute<?, ?> attribute : more) {
            if (!attribute.entity().equals(first.entity())) {
                throw new IllegalArgumentException("\"" + attribute + "\" is not an attribute of \"" + first.entity()
                        + "\". Give an option of its own for each entity or alias.");
            }
            chosen.put(attribute.index(), choice);
        }
        if (choice != Choice.LOAD) {
            for (int key : first.entity().$definition().primaryKey()) {
                if (chosen.containsKey(key)) {
                    throw new IllegalArgumentException("\"" + first.entity() + "."
                            + first.entity().$definition().attribute(key).name()
                            + "\" belongs to the primary key, which is always loaded. Leave it out of defer(...).");
                }
            }
        }
        return chosen;
    }

    @Override
    public LoaderOption<E, T> raising() {
        if (relationship != null) {
            throw new IllegalStateException(
                    "raising() follows defer(...) or loadOnly(...). For a relationship, use raise(" + relationship
                            + ").");
        }
        ColumnFetch raising = fetch.columns().raising();
        if (raising.equals(fetch.columns())) {
            throw new IllegalStateException("raising() follows defer(...) or loadOnly(...), not undefer(...).");
        }
        return new LoadingOption<>(owner, null, new FetchGraph(Map.of(), raising));
    }

    @Override
    public <U> LoaderOption<E, T> then(LoaderOption<? super T, U> next) {
        return then(List.of(next));
    }

    @Override
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final LoaderOption<E, T> then(LoaderOption<? super T, ?> first, LoaderOption<? super T, ?>... more) {
        List<LoaderOption<? super T, ?>> all = new ArrayList<>();
        all.add(first);
        all.addAll(List.of(more));
        return then(all);
    }

    /**
     * Returns the implementation of an option.
     *
     * @throws IllegalArgumentException if it is not one of the options of {@link dev.rubedo.orm.Orm}
     */
    public static LoadingOption<?, ?> of(LoaderOption<?, ?> option) {
        if (option instanceof LoadingOption<?, ?> own) {
            return own;
        }
        throw new IllegalArgumentException(
                "\"" + option + "\" is not a loader option of Orm. Create loader options with the "
                        + "static methods of Orm, such as Orm.joined(...).");
    }

    private LoaderOption<E, T> then(List<LoaderOption<? super T, ?>> next) {
        if (relationship == null) {
            throw new IllegalStateException("then() follows a relationship, but \"" + this + "\" does not name one.");
        }
        FetchGraph.RelationshipFetch own = own(relationship);
        FetchGraph target = own.target();
        for (LoaderOption<? super T, ?> option : next) {
            if (!relationship.definition().target().isA(option.owner().$definition())) {
                throw new IllegalArgumentException("\"" + relationship + "\" refers to \""
                        + relationship.definition().target().name()
                        + "\", but the option that follows applies to \"" + option.owner().$definition().name()
                        + "\".");
            }
            if (of(option).isContained() && !isContained()) {
                throw new IllegalArgumentException("\"" + option + "\" reads the rows of the statement, so it can only"
                        + " follow another containsEager(...), not \"" + this + "\".");
            }
            target = target.and(of(option).fetch);
        }
        return with(relationship, own.strategy(), target);
    }

    private FetchGraph.RelationshipFetch own(Relationship<E, T> of) {
        return Objects.requireNonNull(fetch.relationships().get(of.index()));
    }

    private LoadingOption<E, T> with(Relationship<E, T> of, @Nullable LoaderStrategy strategy, FetchGraph target) {
        return new LoadingOption<>(owner, of, new FetchGraph(
                Map.of(of.index(), new FetchGraph.RelationshipFetch(strategy, target)), ColumnFetch.AS_MAPPED));
    }

    @Override
    public LoadingOption<E, T> depth(int levels) {
        if (levels < 1) {
            throw new IllegalArgumentException("depth is " + levels + ". It must be at least 1.");
        }
        return toDepth(levels);
    }

    @Override
    public LoadingOption<E, T> anyDepth() {
        return toDepth(LoaderStrategy.ANY_DEPTH);
    }

    private LoadingOption<E, T> toDepth(int levels) {
        Relationship<E, T> own = Objects.requireNonNull(relationship);
        if (!own.definition().target().isA(owner.$definition())) {
            throw new IllegalArgumentException("\"" + own + "\" refers to \"" + own.definition().target().name()
                    + "\", which does not have this relationship. Only a self-reference has a depth: use then(...).");
        }
        return with(own, strategy(own).toDepth(levels), own(own).target());
    }

    private LoaderStrategy strategy(Relationship<E, T> of) {
        return Objects.requireNonNull(own(of).strategy());
    }

    @Override
    public LoadingOption<E, T> chunkSize(int keys) {
        if (keys < 1) {
            throw new IllegalArgumentException("chunkSize is " + keys + ". It must be at least 1.");
        }
        Relationship<E, T> own = Objects.requireNonNull(relationship);
        int depth = ((SelectInLoading) strategy(own)).depth();
        return with(own, new SelectInLoading(keys, depth), own(own).target());
    }

    @Override
    public LoadingOption<E, T> limit(int targets) {
        Relationship<E, T> own = Objects.requireNonNull(relationship);
        if (targets < 1) {
            throw new IllegalArgumentException("limit is " + targets + ". It must be at least 1.");
        }
        if (!own.definition().isToMany()) {
            throw new IllegalArgumentException("\"" + own + "\" has one target, so there is nothing to limit.");
        }
        return with(own, strategy(own), own(own).target().limited(targets));
    }

    @Override
    public LoadingOption<E, T> innerJoin() {
        Relationship<E, T> own = Objects.requireNonNull(relationship);
        return with(own, new JoinedLoading(true, ((JoinedLoading) strategy(own)).depth()), own(own).target());
    }

    @Override
    public EntityPath<E> owner() {
        return owner;
    }

    /** Returns the graph that this option defines. */
    public FetchGraph fetch() {
        return fetch;
    }

    /** Returns the conditions for the elements of collections, in the order of the graph. */
    List<Restriction> restrictions() {
        return restrictions;
    }

    /** Returns this option with other conditions, which the function returns in the order of the graph. */
    LoadingOption<E, T> restricted(UnaryOperator<Restriction> by) {
        return new LoadingOption<>(owner, relationship, fetch.restricted(by));
    }

    /** Returns what plans for this option depend on: everything but the values of its conditions. */
    Object shape() {
        return restrictions.isEmpty() ? this : new Shape(owner, fetch);
    }

    /** An option without the values of its conditions. Immutable. */
    private record Shape(EntityPath<?> owner, FetchGraph fetch) {}

    /** Returns the shape of an option as a part of a long-lived cache key. */
    static Object withoutValues(Object shape) {
        return shape instanceof Shape own ? new Shape(own.owner, own.fetch.restricted(Restriction::withoutValues))
                : shape;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoadingOption<?, ?> that && that.owner.equals(owner) && that.fetch.equals(fetch)
                && Arrays.equals(Restriction.values(restrictions), Restriction.values(that.restrictions));
    }

    @Override
    public int hashCode() {
        return 31 * owner.hashCode() + fetch.hashCode();
    }

    @Override
    public String toString() {
        return owner + ": " + text(owner.$definition(), fetch);
    }

    private static String text(EntityDefinition<?> entity, FetchGraph fetch) {
        var parts = new StringJoiner(", ");
        fetch.restriction().forEach(one -> parts.add("where " + one.condition()));
        if (fetch.most() > 0) {
            parts.add("at most " + fetch.most());
        }
        fetch.relationships().forEach((index, choice) -> {
            var definition = (RelationshipDefinition) entity.attribute(index);
            var strategy = choice.strategy() == null ? "" : " " + choice.strategy();
            parts.add(definition.name() + strategy + (choice.target().equals(FetchGraph.DEFAULT) ? ""
                    : " (" + text(definition.target(), choice.target()) + ")"));
        });
        if (fetch.others() != null && fetch.others().strategy() != null) {
            parts.add("all other relationships " + fetch.others().strategy());
        }
        String verb = fetch.columns().rest() != null ? "only " : "with ";
        names(entity, fetch, Choice.LOAD).ifPresent(names -> parts.add(verb + names));
        names(entity, fetch, Choice.DEFER).ifPresent(names -> parts.add("without " + names));
        names(entity, fetch, Choice.RAISE).ifPresent(names -> parts.add("never " + names));
        fetch.subclasses().forEach((subclass, choice) -> {
            String own = text(subclass, choice.fetch());
            parts.add(subclass.name() + (choice.loading() == null ? "" : " " + choice.loading())
                    + (choice.below() == null ? "" : " subclasses " + choice.below())
                    + (own.isEmpty() ? "" : " (" + own + ")"));
        });
        return parts.toString();
    }

    private static Optional<String> names(EntityDefinition<?> entity, FetchGraph fetch, Choice choice) {
        String names = fetch.columns().chosen().entrySet().stream().filter(entry -> entry.getValue() == choice)
                .map(Map.Entry::getKey).sorted().map(attribute -> entity.attribute(attribute).name())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}

package dev.rubedo.orm.query;

import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.sql.StatementOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a query says about loading a relationship or columns of an entity. Immutable.
 *
 * @param <E> the entity it is said about
 * @param <T> the entity that follows, for {@link #then}
 */
public final class LoaderOption<E, T> implements StatementOption {

    private final EntityPath<E> owner;
    private final @Nullable Relationship<E, T> relationship;
    private final FetchGraph fetch;

    private LoaderOption(EntityPath<E> owner, @Nullable Relationship<E, T> relationship, FetchGraph fetch) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.relationship = relationship;
        this.fetch = fetch;
    }

    /** Returns the option to load a relationship by a strategy; null = as mapped, to say something about what follows. */
    public static <E, T> LoaderOption<E, T> of(Relationship<E, T> relationship, @Nullable LoaderStrategy strategy) {
        if (!relationship.criteria().isEmpty() || relationship.hasTarget()) {
            throw new IllegalArgumentException(
                    "A loader option takes the relationship as it is mapped: \"" + relationship
                            + "\" was given an alias or conditions.");
        }
        return new LoaderOption<>(relationship.owner(), relationship,
                new FetchGraph(Map.of(relationship.index(), new FetchGraph.RelationshipFetch(strategy, FetchGraph.DEFAULT)), Set.of(),
                        false));
    }

    /** Returns the option to load only these columns (and the primary key); the others are loaded when they are touched. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> LoaderOption<E, E> loadOnly(Attribute<E, ?> first, Attribute<E, ?>... more) {
        EntityPath<E> owner = first.entity();
        Set<Integer> left = columns(owner.$definition());
        left.remove(first.index());
        for (Attribute<E, ?> attribute : more) {
            left.remove(attribute.index());
        }
        return new LoaderOption<>(owner, null, new FetchGraph(Map.of(), left, true));
    }

    /** Returns the option to load these columns only when they are touched. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> LoaderOption<E, E> defer(Attribute<E, ?> first, Attribute<E, ?>... more) {
        Set<Integer> left = new HashSet<>();
        left.add(first.index());
        for (Attribute<E, ?> attribute : more) {
            left.add(attribute.index());
        }
        for (int key : first.entity().$definition().primaryKey()) {
            left.remove(key);
        }
        return new LoaderOption<>(first.entity(), null, new FetchGraph(Map.of(), left, false));
    }

    private static Set<Integer> columns(EntityDefinition<?> definition) {
        Set<Integer> columns = new HashSet<>();
        for (int i = 0; i < definition.attributes().size(); i++) {
            if (definition.attribute(i) instanceof dev.rubedo.orm.metamodel.ColumnDefinition column
                    && !column.isPrimaryKey()) {
                columns.add(i);
            }
        }
        return columns;
    }

    /** Returns this option with one about the entity that this leads to. */
    public <U> LoaderOption<E, T> then(LoaderOption<? super T, U> next) {
        return then(List.of(next));
    }

    /** Returns this option with several about the entity that this leads to. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final LoaderOption<E, T> then(LoaderOption<? super T, ?> first, LoaderOption<? super T, ?>... more) {
        return then(List.of(first)).then(List.of(more));
    }

    private LoaderOption<E, T> then(List<LoaderOption<? super T, ?>> next) {
        if (relationship == null) {
            throw new IllegalStateException("then() follows a relationship, not loadOnly() or defer().");
        }
        FetchGraph.RelationshipFetch own = Objects.requireNonNull(fetch.relationships().get(relationship.index()));
        FetchGraph target = own.target();
        for (LoaderOption<? super T, ?> option : next) {
            if (!relationship.definition().target().isA(option.owner.$definition())) {
                throw new IllegalArgumentException("\"" + relationship + "\" leads to \""
                        + relationship.definition().target().name()
                        + "\", but the option that follows is about \"" + option.owner.$definition().name() + "\".");
            }
            target = target.and(option.fetch);
        }
        return new LoaderOption<>(owner, relationship,
                new FetchGraph(Map.of(relationship.index(), new FetchGraph.RelationshipFetch(own.strategy(), target)), Set.of(),
                        false));
    }

    /** Returns the entity in the statement that this is said about. */
    public EntityPath<E> owner() {
        return owner;
    }

    /** Returns what is said. */
    public FetchGraph fetch() {
        return fetch;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoaderOption<?, ?> that && that.owner.equals(owner) && that.fetch.equals(fetch);
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
        fetch.relationships().forEach((index, choice) -> {
            var definition = (RelationshipDefinition) entity.attribute(index);
            var strategy = choice.strategy() == null ? "" : " " + choice.strategy();
            parts.add(definition.name() + strategy + (choice.target().equals(FetchGraph.DEFAULT) ? ""
                    : " (" + text(definition.target(), choice.target()) + ")"));
        });
        if (!fetch.left().isEmpty()) {
            parts.add("without " + fetch.left().stream().sorted().map(index -> entity.attribute(index).name())
                    .collect(Collectors.joining(", ")));
        }
        return parts.toString();
    }
}

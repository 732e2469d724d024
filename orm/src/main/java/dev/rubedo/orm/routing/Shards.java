package dev.rubedo.orm.routing;

import dev.rubedo.engine.Engine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Databases with the same tables and different rows, and the functions that choose among them: for new objects, for
 * lookups by key and for statements. As in SQLAlchemy ({@code ShardedSession});
 * {@code SessionFactory.builder(shards, model)} creates sessions over them. Immutable; thread-safe if its functions
 * are.
 */
public final class Shards {

    private final Map<String, Engine> engines;
    private final Function<Object, String> chooser;
    private final Function<ShardLookup, ? extends Collection<String>> identityChooser;
    private final Function<RoutingRequest, ? extends Collection<String>> executeChooser;

    private final @Nullable Comparator<? super String> textOrder;

    private Shards(Builder builder, Function<Object, String> chooser) {
        this.engines = Collections.unmodifiableMap(new LinkedHashMap<>(builder.engines));
        this.chooser = chooser;
        this.textOrder = builder.textOrder;
        List<String> all = List.copyOf(engines.keySet());
        this.identityChooser = builder.identityChooser == null ? lookup -> all : builder.identityChooser;
        this.executeChooser = builder.executeChooser == null ? request -> all : builder.executeChooser;
    }

    /** Returns a builder without shards. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the engines by the names of their shards, in the order in which they were added. */
    public Map<String, Engine> engines() {
        return engines;
    }

    /** Returns the order of strings in all shards; null if it is not known. */
    public @Nullable Comparator<? super String> textOrder() {
        return textOrder;
    }

    /**
     * Returns the shard of a new object.
     *
     * @throws IllegalArgumentException if the chooser returned one that does not exist
     */
    public String shardOf(Object entity) {
        String chosen = chooser.apply(entity);
        require(chosen, "The chooser of shards");
        return chosen;
    }

    /** Returns the shards that may have a row, in the order in which to look for it. */
    public List<String> shardsOf(ShardLookup lookup) {
        return required(identityChooser.apply(lookup), "The chooser by identity");
    }

    /** Returns the shards in which a statement is executed, in this order. */
    public List<String> shardsOf(RoutingRequest request) {
        return required(executeChooser.apply(request), "The chooser of executions");
    }

    private List<String> required(@Nullable Collection<String> chosen, String who) {
        if (chosen == null || chosen.isEmpty()) {
            throw new IllegalArgumentException(who + " returned no shard. Return at least one of "
                    + engines.keySet() + ".");
        }
        List<String> names = new ArrayList<>(chosen);
        names.forEach(name -> require(name, who));
        return names;
    }

    private void require(@Nullable String name, String who) {
        if (name == null || !engines.containsKey(name)) {
            throw new IllegalArgumentException(who + " returned \"" + name + "\", but the shards are "
                    + engines.keySet() + ".");
        }
    }

    /**
     * Returns the engine of a shard.
     *
     * @throws IllegalArgumentException if there is none with this name
     */
    public Engine engine(String shard) {
        Engine engine = engines.get(Objects.requireNonNull(shard, "shard"));
        if (engine == null) {
            throw new IllegalArgumentException("There is no shard \"" + shard + "\". The shards are "
                    + engines.keySet() + ".");
        }
        return engine;
    }

    @Override
    public String toString() {
        return "Shards" + engines.keySet();
    }

    /** A builder for shards. Confined to one thread at a time. */
    public static final class Builder {

        private final Map<String, Engine> engines = new LinkedHashMap<>();
        private @Nullable Function<ShardLookup, ? extends Collection<String>> identityChooser;
        private @Nullable Function<RoutingRequest, ? extends Collection<String>> executeChooser;

        private @Nullable Comparator<? super String> textOrder;

        private Builder() {}

        /**
         * Adds a shard.
         *
         * @param name its name, the identity token of its objects
         * @throws IllegalArgumentException if there is one with this name or engine
         */
        public Builder shard(String name, Engine engine) {
            Objects.requireNonNull(engine, "engine");
            if (engines.containsValue(engine)) {
                throw new IllegalArgumentException(
                        engine + " is already another shard. Each shard needs its own engine.");
            }
            if (engines.putIfAbsent(Objects.requireNonNull(name, "name"), engine) != null) {
                throw new IllegalArgumentException("There are two shards \"" + name + "\". Name each differently.");
            }
            return this;
        }

        /**
         * Sets the function that chooses the shards in which to look up a row by its key. By default all shards are
         * queried, one after the other.
         */
        public Builder byIdentity(Function<ShardLookup, ? extends Collection<String>> chooser) {
            identityChooser = Objects.requireNonNull(chooser, "chooser");
            return this;
        }

        /**
         * Sets the function that chooses the shards in which to execute a statement that does not name one. By default,
         * all shards.
         */
        public Builder byStatement(Function<RoutingRequest, ? extends Collection<String>> chooser) {
            executeChooser = Objects.requireNonNull(chooser, "chooser");
            return this;
        }

        /**
         * Sets the order of strings, which is used to merge queries of several shards that are ordered by a string or
         * that request the smallest or greatest string. Without it, such queries are refused, because the order depends
         * on the collation of the databases. A shard that orders differently is detected if the difference shows in the
         * rows that it returns.
         *
         * @param order the order, such as {@code Comparator.naturalOrder()} for a collation by code points
         */
        public Builder textOrder(Comparator<? super String> order) {
            textOrder = Objects.requireNonNull(order, "order");
            return this;
        }

        /**
         * Returns the shards.
         *
         * @param chooser returns the shard of a new object when it is flushed; the objects that it refers to have their
         *     keys then
         * @throws IllegalArgumentException if there is no shard
         */
        public Shards build(Function<Object, String> chooser) {
            if (engines.isEmpty()) {
                throw new IllegalArgumentException("There are no shards. Add them with shard(name, engine).");
            }
            return new Shards(this, Objects.requireNonNull(chooser, "chooser"));
        }

        @Override
        public String toString() {
            return "Shards.Builder" + engines.keySet();
        }
    }
}

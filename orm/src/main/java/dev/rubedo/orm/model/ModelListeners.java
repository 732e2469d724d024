package dev.rubedo.orm.model;

import dev.rubedo.event.ListenerList;
import dev.rubedo.event.Registration;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.FormulaDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The listeners of a model. Callers check first whether there is any listener, which reads one field. Thread-safe. */
public final class ModelListeners {

    /** An attribute of an entity. Immutable. */
    private record Place(Mapper<?> mapper, int attribute) {}

    private final Map<Mapper<?>, ListenerList<MapperListener<Object>>> mappers = new ConcurrentHashMap<>();
    private final Map<Place, ListenerList<AttributeListener<Object, @Nullable Object>>> attributes = new ConcurrentHashMap<>();
    private final Map<Place, ListenerList<CollectionListener<Object, Object>>> collections = new ConcurrentHashMap<>();
    private final AtomicInteger mapperCount = new AtomicInteger();
    private final AtomicInteger attributeCount = new AtomicInteger();

    ModelListeners() {}

    @SuppressWarnings("unchecked")
    Registration add(Mapper<?> mapper, MapperListener<?> listener) {
        return counted(mapperCount, mappers.computeIfAbsent(mapper, any -> new ListenerList<>())
                .add((MapperListener<Object>) listener));
    }

    @SuppressWarnings("unchecked")
    Registration add(Mapper<?> mapper, int attribute, AttributeListener<?, ?> listener) {
        return counted(attributeCount,
                attributes.computeIfAbsent(new Place(mapper, attribute), any -> new ListenerList<>())
                        .add((AttributeListener<Object, @Nullable Object>) listener));
    }

    @SuppressWarnings("unchecked")
    Registration add(Mapper<?> mapper, int attribute, CollectionListener<?, ?> listener) {
        return counted(attributeCount,
                collections.computeIfAbsent(new Place(mapper, attribute), any -> new ListenerList<>())
                        .add((CollectionListener<Object, Object>) listener));
    }

    private static Registration counted(AtomicInteger count, Registration registration) {
        count.incrementAndGet();
        AtomicBoolean registered = new AtomicBoolean(true);
        return () -> {
            if (registered.compareAndSet(true, false)) {
                registration.remove();
                count.decrementAndGet();
            }
        };
    }

    /** Returns whether any {@link MapperListener} is registered. */
    public boolean hasMapperListeners() {
        return mapperCount.get() > 0;
    }

    /** Returns whether any listener to an attribute or a collection is registered. */
    public boolean hasAttributeListeners() {
        return attributeCount.get() > 0;
    }

    /** Returns whether an entity has a {@link MapperListener}. */
    public boolean listensTo(Mapper<?> mapper) {
        ListenerList<MapperListener<Object>> listeners = mappers.get(mapper);
        return listeners != null && !listeners.isEmpty();
    }

    /** Calls the listeners of an entity, in the order in which they were registered. */
    public void fire(Mapper<?> mapper, Consumer<MapperListener<Object>> call) {
        ListenerList<MapperListener<Object>> listeners = mappers.get(mapper);
        if (listeners != null) {
            listeners.fire(call);
        }
    }

    /** Passes a new value through the listeners of its attribute and returns the value to set. */
    public @Nullable Object set(Mapper<?> mapper, ManagedEntity entity, int attribute, @Nullable Object value) {
        ListenerList<AttributeListener<Object, @Nullable Object>> listeners = attributes
                .get(new Place(mapper, attribute));
        if (listeners == null) {
            return value;
        }
        Object old = EntityInternals.isUnloaded(entity, attribute) ? null : EntityInternals.get(entity, attribute);
        return set(listeners.listeners(), mapper, entity, attribute, value, old);
    }

    /** Calls the listeners for the values and related objects of a newly added object. */
    public void added(Mapper<?> mapper, ManagedEntity entity) {
        for (Map.Entry<Place, ListenerList<AttributeListener<Object, @Nullable Object>>> one : attributes.entrySet()) {
            Place place = one.getKey();
            if (place.mapper == mapper && EntityInternals.isChanged(entity, place.attribute)) {
                Object value = EntityInternals.get(entity, place.attribute);
                Object replaced = set(one.getValue().listeners(), mapper, entity, place.attribute, value, null);
                if (replaced != value) {
                    EntityInternals.set(entity, place.attribute, replaced);
                }
            }
        }
        collections.forEach((place, listeners) -> {
            if (place.mapper == mapper && EntityInternals.get(entity,
                    place.attribute) instanceof RelatedCollection collection) {
                for (ManagedEntity item : List.copyOf(collection.known())) {
                    listeners.fire(listener -> listener.append(entity, item));
                }
            }
        });
    }

    private static @Nullable Object set(List<AttributeListener<Object, @Nullable Object>> listeners, Mapper<?> mapper,
            ManagedEntity entity, int attribute, @Nullable Object value, @Nullable Object old) {
        Object result = value;
        for (AttributeListener<Object, @Nullable Object> listener : listeners) {
            result = listener.set(entity, result, old);
            if (result == null && value != null && !isNullable(mapper, attribute)) {
                throw new IllegalArgumentException("A listener replaced the value of \"" + mapper.name() + "."
                        + mapper.definition().attribute(attribute).name()
                        + "\", which is required, with null. Return the given value or a non-null replacement.");
            }
        }
        return result;
    }

    private static boolean isNullable(Mapper<?> mapper, int attribute) {
        return switch (mapper.definition().attribute(attribute)) {
            case ColumnDefinition column -> column.isNullable();
            case FormulaDefinition formula -> true;
            case RelationshipDefinition relationship -> relationship.isNullable();
        };
    }

    /** Calls the listeners of a collection for an added object. */
    public void append(Mapper<?> mapper, ManagedEntity owner, int attribute, ManagedEntity item) {
        ListenerList<CollectionListener<Object, Object>> listeners = collections.get(new Place(mapper, attribute));
        if (listeners != null) {
            listeners.fire(listener -> listener.append(owner, item));
        }
    }

    /** Calls the listeners of a collection for a removed object. */
    public void remove(Mapper<?> mapper, ManagedEntity owner, int attribute, ManagedEntity item) {
        ListenerList<CollectionListener<Object, Object>> listeners = collections.get(new Place(mapper, attribute));
        if (listeners != null) {
            listeners.fire(listener -> listener.remove(owner, item));
        }
    }
}

package dev.rubedo.orm.model;

import dev.rubedo.event.Registration;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.metamodel.ToMany;
import dev.rubedo.orm.metamodel.ToOne;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The entities of an application and the tables they are stored in. Immutable except for its listeners. Thread-safe.
 */
public final class Model {

    private final MetaData metadata;
    private final List<Mapper<?>> mappers;
    private final Map<EntityDefinition<?>, Mapper<?>> byDefinition = new HashMap<>();
    private final Map<Class<?>, Mapper<?>> byClass = new HashMap<>();
    private final ModelListeners listeners = new ModelListeners();
    private final boolean hasCascadedKeys;
    private final boolean hasReadOnly;

    private Model(MetaData metadata, List<Mapper<?>> mappers) {
        this.metadata = metadata;
        this.mappers = List.copyOf(mappers);
        for (Mapper<?> mapper : mappers) {
            byDefinition.put(mapper.definition(), mapper);
            byClass.put(mapper.definition().type(), mapper);
        }
        hasReadOnly = mappers.stream().anyMatch(Mapper::isReadOnly);
        hasCascadedKeys = mappers.stream().flatMap(mapper -> mapper.tables().stream())
                .flatMap(table -> table.table().foreignKeys().stream())
                .anyMatch(key -> key.updateAction() == ReferentialAction.CASCADE);
    }

    /**
     * Maps these entities to tables of a new MetaData.
     *
     * @throws MappingException if the target of a relationship is not among them, or a relationship cannot be resolved
     */
    public static Model of(EntityPath<?>... entities) {
        return of(new MetaData(), entities);
    }

    /**
     * Maps these entities to tables of a MetaData. A table that it already contains, because the program declared or
     * reflected it, is mapped as it is: it determines types, constraints, comments and defaults, regardless of the
     * mapping. Tables that are missing are added.
     *
     * @throws MappingException if the target of a relationship is not among them, or a relationship cannot be resolved
     */
    public static Model of(MetaData metadata, EntityPath<?>... entities) {
        return of(metadata, NameMapping.SAME, entities);
    }

    /**
     * Maps these entities to tables of a MetaData, whose names and columns are translated from those in the mapping.
     *
     * @throws MappingException if the target of a relationship is not among them, or a relationship cannot be resolved
     */
    public static Model of(MetaData metadata, NameMapping names, EntityPath<?>... entities) {
        Model model = new Model(metadata, new ModelBuilder(metadata, new ModelNames(names)).build(List.of(entities)));
        for (Mapper<?> mapper : model.mappers) {
            if (mapper.isReadOnly()) {
                QueryMappings.checkColumns(mapper, model::resolve);
            }
        }
        return model;
    }

    /**
     * Maps these entities and all that are reachable from them through relationships, so that one entity of each group
     * of related ones is enough. Entities are added in breadth-first order of the relationships. An entity that no
     * relationship refers to must be given.
     *
     * <p>Inheritance is not followed: the definition of an entity does not know the query models of its superclass and
     * subclasses. Pass those as roots too. Rows of a subclass that is not in the model cannot be loaded.
     *
     * @throws MappingException if a relationship cannot be resolved, or the superclass of an entity is missing
     */
    public static Model reaching(EntityPath<?>... roots) {
        return reaching(new MetaData(), roots);
    }

    /**
     * Maps these entities and all that are reachable from them through relationships to tables that are added to a
     * MetaData; see {@link #reaching(EntityPath...)}.
     *
     * @throws MappingException if a relationship cannot be resolved
     */
    public static Model reaching(MetaData metadata, EntityPath<?>... roots) {
        return reaching(metadata, NameMapping.SAME, roots);
    }

    /**
     * Maps these entities and all that are reachable from them through relationships to tables that are added to a
     * MetaData, whose names and columns are translated from those in the mapping; see
     * {@link #reaching(EntityPath...)}.
     *
     * @throws MappingException if a relationship cannot be resolved
     */
    public static Model reaching(MetaData metadata, NameMapping names, EntityPath<?>... roots) {
        Map<EntityDefinition<?>, EntityPath<?>> found = new LinkedHashMap<>();
        Deque<EntityPath<?>> open = new ArrayDeque<>(List.of(roots));
        while (!open.isEmpty()) {
            EntityPath<?> path = open.remove();
            if (found.putIfAbsent(path.$definition(), path) == null) {
                for (AttributeDefinition attribute : path.$definition().attributes()) {
                    if (attribute instanceof RelationshipDefinition relationship) {
                        open.add(relationship.targetPath());
                    }
                }
            }
        }
        return of(metadata, names, found.values().toArray(new EntityPath<?>[0]));
    }

    /**
     * Translates a statement about entities to one about tables: entities become their tables, attributes their
     * columns, and joins over relationships their conditions. Criteria among the options of the statement are applied,
     * those of a session are not. Any dialect can compile the result, and it can be executed without a session.
     *
     * @param statement the statement; returned unchanged if it contains no entities
     * @throws MappingException if an entity of the statement is not in this model
     * @throws dev.rubedo.error.InvalidStatementException if the statement has a loader option, because only a session
     *     loads objects
     */
    public <T extends @Nullable Object> Statement<T> resolve(Statement<T> statement) {
        return Resolver.FOUND.resolve(this, statement);
    }

    /** Finds the resolver once, on first use. */
    private static final class Resolver {
        private static final StatementResolver FOUND = ServiceLoader
                .load(StatementResolver.class, StatementResolver.class.getClassLoader()).findFirst().orElseThrow();
    }

    /** Adds a listener to the events of an entity's objects in sessions, including objects of its subclasses. */
    public <E> Registration listen(EntityPath<E> entity, MapperListener<? super E> listener) {
        return ofEach(entity, mapper -> listeners.add(mapper, listener));
    }

    /** Registers a listener for an entity and its subclasses. */
    private Registration ofEach(EntityPath<?> entity, Function<Mapper<?>, Registration> add) {
        Mapper<?> mapper = mapper(entity);
        List<Registration> registrations = mappers.stream().filter(one -> one.isA(mapper)).map(add).toList();
        return () -> registrations.forEach(Registration::remove);
    }

    /**
     * Adds a listener to the events of the objects of all entities of a type: a class or interface that they share, or
     * {@code Object} for all entities.
     *
     * @throws MappingException if no entity of this model has this type
     */
    public <T> Registration listen(Class<T> type, MapperListener<? super T> listener) {
        List<Registration> registrations = mappers.stream()
                .filter(mapper -> type.isAssignableFrom(mapper.definition().type()))
                .map(mapper -> listeners.add(mapper, listener)).toList();
        if (registrations.isEmpty()) {
            throw new MappingException("No entity of this model is a \"" + type.getSimpleName()
                    + "\". Name a class or interface of entities, or Object.class for all of them.");
        }
        return () -> registrations.forEach(Registration::remove);
    }

    /** Adds a listener to the values that the application sets on a column attribute. */
    public <E, T extends @Nullable Object> Registration listen(Attribute<E, T> attribute,
            AttributeListener<? super E, T> listener) {
        return ofEach(attribute.entity(), mapper -> listeners.add(mapper, attribute.index(), listener));
    }

    /** Adds a listener to the objects that the application sets on a relationship. */
    public <E, T> Registration listen(ToOne<E, T> relationship, AttributeListener<? super E, @Nullable T> listener) {
        return ofEach(relationship.owner(), mapper -> listeners.add(mapper, relationship.index(), listener));
    }

    /** Adds a listener to the objects that the application adds to and removes from a collection. */
    public <E, T> Registration listen(ToMany<E, T> relationship, CollectionListener<? super E, ? super T> listener) {
        return ofEach(relationship.owner(), mapper -> listeners.add(mapper, relationship.index(), listener));
    }

    /** Returns the listeners. For internal callers that fire events. */
    public ModelListeners listeners() {
        return listeners;
    }

    /** Returns the tables, which are ordinary Core tables. */
    public MetaData metadata() {
        return metadata;
    }

    /**
     * Returns a description of an entity by name.
     *
     * @throws MappingException if it is not in this model
     */
    public EntityInspection inspect(EntityPath<?> entity) {
        return new EntityInspection(mapper(entity));
    }

    /** Returns descriptions of all entities, in the order in which they were given. */
    public List<EntityInspection> inspect() {
        return mappers.stream().map(EntityInspection::new).toList();
    }

    /** Returns whether the database changes any foreign key when the key that it refers to changes. */
    public boolean hasCascadedKeys() {
        return hasCascadedKeys;
    }

    /** Returns whether any entity is mapped to a query, so that its objects are read-only. */
    public boolean hasReadOnly() {
        return hasReadOnly;
    }

    /** Returns the mappers of all entities, in the order in which the entities were given. */
    public List<Mapper<?>> mappers() {
        return mappers;
    }

    /**
     * Returns the mapper of an entity class.
     *
     * @throws MappingException if it is not in this model, or not an entity class
     */
    @SuppressWarnings("unchecked")
    public <E> Mapper<E> mapper(Class<E> type) {
        Mapper<?> mapper = byClass.get(type);
        if (mapper == null && !ManagedEntity.class.isAssignableFrom(type)) {
            throw new MappingException("Class \"" + type.getName() + "\" is not an entity, because it does not extend "
                    + "a class that the annotation processor generated. Annotate it with @Entity, let it extend \""
                    + type.getSimpleName() + "Base\", and add dev.rubedo:rubedo-processor to the annotation "
                    + "processors of the build.");
        }
        return (Mapper<E>) found(mapper, type.getSimpleName());
    }

    /**
     * Returns the mapper of an entity in a statement.
     *
     * @throws MappingException if it is not in this model
     */
    @SuppressWarnings("unchecked")
    public <E> Mapper<E> mapper(EntityPath<E> path) {
        return (Mapper<E>) mapper(path.$definition());
    }

    /**
     * Returns the mapper of an object.
     *
     * @throws MappingException if it is not in this model
     */
    public Mapper<?> mapper(ManagedEntity entity) {
        return mapper(EntityInternals.definition(entity));
    }

    private Mapper<?> mapper(EntityDefinition<?> definition) {
        return found(byDefinition.get(definition), definition.name());
    }

    private static Mapper<?> found(@Nullable Mapper<?> mapper, String name) {
        if (mapper == null) {
            throw new MappingException(
                    "Entity \"" + name + "\" is not in this model. Add its " + name + "_ to Model.of(...).");
        }
        return mapper;
    }

    @Override
    public String toString() {
        return "Model" + mappers;
    }
}

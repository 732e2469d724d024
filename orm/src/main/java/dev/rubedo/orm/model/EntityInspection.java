package dev.rubedo.orm.model;

import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.FormulaDefinition;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Table;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A description of an entity by name: for tools, generic forms and tests. Immutable.
 */
public final class EntityInspection {

    private final Mapper<?> mapper;

    EntityInspection(Mapper<?> mapper) {
        this.mapper = mapper;
    }

    private EntityDefinition<?> definition() {
        return mapper.definition();
    }

    /** Returns the simple name of the entity class. */
    public String name() {
        return mapper.name();
    }

    /** Returns the entity class. */
    public Class<?> type() {
        return definition().type();
    }

    /** Returns the tables that store the entity, that of the root of its hierarchy first. */
    public List<Table> tables() {
        return mapper.tables().stream().map(EntityTable::table).toList();
    }

    /** Returns the names of all attributes, the inherited ones first: columns, formulas and relationships. */
    public List<String> attributes() {
        return definition().attributes().stream().map(AttributeDefinition::name).toList();
    }

    /** Returns the column of each attribute that is stored in one, by the name of the attribute, in order. */
    public Map<String, Column<?>> columns() {
        Map<String, Column<?>> columns = new LinkedHashMap<>();
        for (int attribute : mapper.columnAttributes()) {
            columns.put(definition().attribute(attribute).name(), mapper.column(attribute));
        }
        return Collections.unmodifiableMap(columns);
    }

    /** Returns the attributes of the primary key, in order. */
    public List<String> primaryKey() {
        return Arrays.stream(mapper.primaryKey()).mapToObj(key -> definition().attribute(key).name()).toList();
    }

    /** Returns the version attribute, if there is one. */
    public Optional<String> version() {
        return mapper.version() < 0 ? Optional.empty()
                : Optional.of(definition().attribute(mapper.version()).name());
    }

    /** Returns the attributes that the database computes, including those whose expression a query supplies. */
    public List<String> formulas() {
        return definition().attributes().stream().filter(FormulaDefinition.class::isInstance)
                .map(AttributeDefinition::name).toList();
    }

    /** Returns the relationships by name, in order. */
    public Map<String, RelationshipProperty> relationships() {
        Map<String, RelationshipProperty> found = new LinkedHashMap<>();
        mapper.relationships().forEach(relationship -> found.put(relationship.name(), relationship));
        return Collections.unmodifiableMap(found);
    }

    /** Returns the attribute behind each synonym, by name. */
    public Map<String, String> synonyms() {
        return definition().synonyms();
    }

    /** Returns the hybrid properties, including inherited ones. They are not attributes. */
    public List<String> hybrids() {
        return definition().hybrids();
    }

    /** Returns the attributes of each embedded record, by the name of the record. */
    public Map<String, List<String>> records() {
        return definition().records();
    }

    /** Returns the required attributes: those that are NOT NULL and whose value the database does not supply. */
    public List<String> required() {
        return Arrays.stream(mapper.columnAttributes())
                .filter(attribute -> !mapper.columnDefinition(attribute).isNullable() && attribute != mapper.version()
                        && !mapper.columnDefinition(attribute).isGenerated()
                        && !mapper.defaults().isFilledOnInsert(attribute)
                        && Arrays.stream(mapper.defaults().supplied()).noneMatch(one -> one == attribute))
                .mapToObj(attribute -> definition().attribute(attribute).name()).toList();
    }

    /** Returns the entity that this one inherits from, if there is one in its tables. */
    public Optional<EntityInspection> parent() {
        Mapper<?> parent = mapper.parent();
        return parent == null ? Optional.empty() : Optional.of(new EntityInspection(parent));
    }

    /** Returns this entity and all that inherit from it. */
    public List<EntityInspection> selfAndSubclasses() {
        return mapper.hierarchy().below(mapper).stream().map(EntityInspection::new).toList();
    }

    /** Returns the attribute that determines the class of a row, if there is one. */
    public Optional<String> discriminator() {
        int discriminator = mapper.hierarchy().discriminator();
        return discriminator < 0 ? Optional.empty() : Optional.of(definition().attribute(discriminator).name());
    }

    /** Returns the value of the discriminator in rows of this entity; null without inheritance, and if it is abstract. */
    public @Nullable Object discriminatorValue() {
        return definition().discriminatorValue();
    }

    /**
     * Returns whether an attribute may be null.
     *
     * @throws IllegalArgumentException if there is no such attribute with a column
     */
    public boolean isNullable(String attribute) {
        int index = definition().indexOf(attribute);
        if (index < 0 || !(definition().attribute(index) instanceof ColumnDefinition column)) {
            throw new IllegalArgumentException("Entity \"" + name() + "\" has no attribute \"" + attribute
                    + "\" with a column. It has " + String.join(", ", columns().keySet()) + ".");
        }
        return column.isNullable();
    }

    @Override
    public String toString() {
        return name();
    }
}

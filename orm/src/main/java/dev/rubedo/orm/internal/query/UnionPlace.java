package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Subquery;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables of an entity and of its subclasses with concrete-table inheritance, combined with {@code UNION ALL}. Its
 * first column is the name of the class of a row. Attributes that a class lacks are NULL in its rows. Immutable.
 *
 * @param mapper the entity
 * @param source the union
 * @param slots the position of each attribute in the union
 */
record UnionPlace(Mapper<?> mapper, Subquery source, Map<Slot, Integer> slots) implements Place {

    /** The label of the column with the name of the class. */
    private static final String CLASS = "class_";

    /**
     * An attribute by the class that declares it. Immutable.
     *
     * @param entity the class
     * @param attribute the index, which is the same in all subclasses
     */
    record Slot(EntityDefinition<?> entity, int attribute) {

        static Slot of(EntityDefinition<?> entity, int attribute) {
            EntityDefinition<?> at = entity;
            for (EntityDefinition<?> above = at.concreteParent(); above != null
                    && attribute < above.attributes().size(); above = at.concreteParent()) {
                at = above;
            }
            return new Slot(at, attribute);
        }
    }

    /** Checks for null. */
    public UnionPlace {
        Objects.requireNonNull(mapper, "mapper");
        Objects.requireNonNull(source, "source");
        slots = Map.copyOf(slots);
    }

    /**
     * Creates the union of an entity and its subclasses.
     *
     * @param alias the name of the union, or null for one that the compiler chooses
     */
    static UnionPlace of(Mapper<?> mapper, @Nullable String alias) {
        List<Mapper<?>> members = members(mapper);
        Map<Slot, String> labels = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(Set.of(CLASS));
        for (Mapper<?> member : members) {
            for (int attribute : member.columnAttributes()) {
                String name = member.column(attribute).name();
                String label = name;
                for (int i = 1; !labels.containsKey(Slot.of(member.definition(), attribute))
                        && taken.contains(label.toLowerCase(Locale.ROOT)); i++) {
                    label = name + "_" + i;
                }
                if (labels.putIfAbsent(Slot.of(member.definition(), attribute), label) == null) {
                    taken.add(label.toLowerCase(Locale.ROOT));
                }
            }
        }
        Selectable<?> union = null;
        for (Mapper<?> member : members) {
            union = union == null ? select(member, labels) : union(union, select(member, labels));
        }
        if (union == null) {
            throw new IllegalStateException("\"" + mapper.name() + "\" has no class with a table.");
        }
        Map<Slot, Integer> slots = new LinkedHashMap<>();
        labels.keySet().forEach(slot -> slots.put(slot, slots.size() + 1));
        return new UnionPlace(mapper, alias == null ? union.subquery() : union.subquery(alias), slots);
    }

    /** Returns the entity and its subclasses, as far as they have tables. */
    static List<Mapper<?>> members(Mapper<?> mapper) {
        List<Mapper<?>> members = new ArrayList<>();
        if (!mapper.definition().hasNoTable()) {
            members.add(mapper);
        }
        mapper.concretes().stream().filter(one -> !one.definition().hasNoTable()).forEach(members::add);
        return members;
    }

    @SuppressWarnings("unchecked") // all queries have rows of the same columns
    private static <T> Selectable<?> union(Selectable<T> all, Selectable<?> more) {
        return all.unionAll((Selectable<T>) more);
    }

    private static Select<?> select(Mapper<?> member, Map<Slot, String> labels) {
        List<Projection<?>> columns = new ArrayList<>();
        columns.add(new Labeled<>(Sql.literal(member.definition().name()), CLASS));
        labels.forEach((slot, label) -> {
            boolean has = member.definition().isA(slot.entity);
            Expression<?> column = has ? member.column(slot.attribute) : absent(slot);
            boolean isNamed = has && member.column(slot.attribute).name().equals(label);
            columns.add(isNamed ? column : new Labeled<>(column, label));
        });
        return Sql.select(columns).from(member.table());
    }

    private static Expression<?> absent(Slot slot) {
        AttributeDefinition attribute = slot.entity.attribute(slot.attribute);
        return absent(((ColumnDefinition) attribute).type());
    }

    private static <T> Expression<T> absent(SqlType<T> type) {
        return Sql.cast(Sql.nullValue(type), type);
    }

    /** Returns the rows of this union as seen from a subclass or superclass. */
    UnionPlace as(Mapper<?> other) {
        return new UnionPlace(other, source, slots);
    }

    /** Returns the column with the name of the class. */
    ColumnReference<?> classColumn() {
        return source.columns().get(0);
    }

    @Override
    public FromClause from() {
        return source;
    }

    @Override
    public List<RowSource> sources() {
        return List.of(source);
    }

    @Override
    public ColumnReference<?> column(int attribute) {
        Integer position = slots.get(Slot.of(mapper.definition(), attribute));
        if (position == null) {
            throw new IllegalArgumentException("The union has no attribute " + attribute + " of \"" + mapper.name()
                    + "\".");
        }
        return source.columns().get(position);
    }

    @Override
    public ColumnReference<?> at(Column<?> column) {
        for (int attribute : mapper.columnAttributes()) {
            if (mapper.column(attribute) == column) {
                return column(attribute);
            }
        }
        throw new IllegalArgumentException("\"" + mapper.name() + "\" does not have " + column);
    }
}

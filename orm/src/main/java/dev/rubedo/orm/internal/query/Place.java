package dev.rubedo.orm.internal.query;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.InValues;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Subquery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The place of an entity's rows in a statement: its element of the {@code FROM} clause, and the column of each
 * attribute. Immutable.
 */
sealed interface Place
        permits Place.TablePlace, Place.JoinedPlace, Place.SubqueryPlace, Place.DerivedPlace, Place.QueryPlace,
        UnionPlace {

    /** Returns the entity. */
    Mapper<?> mapper();

    /** Returns the element of the {@code FROM} clause. */
    FromClause from();

    /** Returns the source that joins are added to, and that messages and locks refer to. */
    RowSource source();

    /** Returns all sources: the tables of the entity or their aliases, the root's first, or a subquery. */
    default List<RowSource> sources() {
        return List.of(source());
    }

    /** Returns whether an attribute can be read here. A subquery may have some columns only. */
    default boolean has(int attribute) {
        return true;
    }

    /** Returns whether a column of one of the entity's tables can be read here. */
    default boolean has(Column<?> column) {
        return true;
    }

    /** Returns the column of this place that corresponds to a column of one of the entity's tables. */
    ColumnReference<?> at(Column<?> column);

    /** Returns the column of an attribute that is stored in one. */
    default ColumnReference<?> column(int attribute) {
        return at(mapper().column(attribute));
    }

    /**
     * Returns the condition that rows belong to this entity and not to another that shares its tables; empty for most
     * entities.
     *
     * @param selected returns the column or formula of an attribute
     */
    default Condition test(IntFunction<Expression<?>> selected) {
        Mapper<?> mapper = mapper();
        Mapper<?> parent = mapper.parent();
        if (parent == null || parent.tables().size() < mapper.tables().size()) {
            return NoCondition.NONE;
        }
        Expression<?> discriminator = selected.apply(mapper.hierarchy().discriminator());
        List<Object> values = new ArrayList<>();
        for (Mapper<?> one : mapper.hierarchy().below(mapper)) {
            Object value = one.definition().discriminatorValue();
            if (value != null) {
                values.add(value);
            }
        }
        return values.size() == 1 ? new Comparison(discriminator, Operator.EQ, value(discriminator, values.get(0)))
                : new InValues(discriminator, "", values, false);
    }

    @SuppressWarnings("unchecked")
    private static <T> Expression<T> value(Expression<T> like, Object value) {
        return Sql.value((T) value, like.type());
    }

    /** Returns the place of an entity of the same hierarchy whose tables have these sources. */
    static Place at(Mapper<?> mapper, List<RowSource> sources) {
        return make(mapper, sources.subList(0, mapper.tables().size()));
    }

    /** Returns the place of the rows of exactly one class with its tables under their own names. */
    static Place ofOnly(EntityRewriter rewriter, Mapper<?> mapper) {
        if (mapper.isReadOnly()) {
            return QueryPlace.of(rewriter, mapper, mapper.table().name());
        }
        return make(mapper, mapper.tables().stream().<RowSource>map(EntityTable::table).toList());
    }

    /** Returns the place of an entity with its tables under their own names. */
    static Place of(EntityRewriter rewriter, Mapper<?> mapper) {
        if (mapper.isReadOnly()) {
            return QueryPlace.of(rewriter, mapper, mapper.table().name());
        }
        if (!mapper.concretes().isEmpty()) {
            return UnionPlace.of(mapper, mapper.table().name());
        }
        return make(mapper, mapper.tables().stream().<RowSource>map(EntityTable::table).toList());
    }

    /** Returns the place of an entity under an alias. */
    static Place as(EntityRewriter rewriter, Mapper<?> mapper, String alias) {
        if (mapper.isReadOnly()) {
            return QueryPlace.of(rewriter, mapper, alias);
        }
        if (!mapper.concretes().isEmpty()) {
            return UnionPlace.of(mapper, alias);
        }
        List<RowSource> sources = new ArrayList<>();
        for (EntityTable table : mapper.tables()) {
            sources.add(table.table().as(table.slot() == 0 ? alias : alias + "_" + table.table().name()));
        }
        return make(mapper, sources);
    }

    /** Returns the place of an entity under an alias that the compiler chooses. */
    static Place anonymous(EntityRewriter rewriter, Mapper<?> mapper) {
        if (mapper.isReadOnly()) {
            return QueryPlace.of(rewriter, mapper, null);
        }
        if (!mapper.concretes().isEmpty()) {
            return UnionPlace.of(mapper, null);
        }
        return make(mapper, mapper.tables().stream().<RowSource>map(table -> table.table().as()).toList());
    }

    private static Place make(Mapper<?> mapper, List<RowSource> sources) {
        return sources.size() == 1 ? new TablePlace(mapper, sources.get(0)) : new JoinedPlace(mapper, sources);
    }

    /**
     * A table or an alias of it. Immutable.
     *
     * @param mapper the entity
     * @param source the table or alias
     */
    record TablePlace(Mapper<?> mapper, RowSource source) implements Place {

        /** Checks for null. */
        public TablePlace {
            Objects.requireNonNull(mapper, "mapper");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public FromClause from() {
            return source;
        }

        @Override
        public ColumnReference<?> at(Column<?> column) {
            return source == column.source() ? column : source.column(column);
        }
    }

    /**
     * The tables of an entity with joined-table inheritance, joined by their keys. Immutable.
     *
     * @param mapper the entity
     * @param sources its tables or aliases of them, the root's first
     */
    record JoinedPlace(Mapper<?> mapper, List<RowSource> sources) implements Place {

        /** Copies the list. */
        public JoinedPlace {
            Objects.requireNonNull(mapper, "mapper");
            sources = List.copyOf(sources);
        }

        @Override
        public RowSource source() {
            return sources.get(0);
        }

        @Override
        public FromClause from() {
            FromClause from = sources.get(0);
            for (int slot = 1; slot < sources.size(); slot++) {
                from = new Join(from, sources.get(slot), Join.Kind.INNER, sameKey(mapper, slot, sources));
            }
            return from;
        }

        @Override
        public ColumnReference<?> at(Column<?> column) {
            for (int slot = 0; slot < sources.size(); slot++) {
                if (mapper.tables().get(slot).table() == column.source()) {
                    return in(slot, column);
                }
            }
            throw new IllegalArgumentException("\"" + mapper.name() + "\" is not stored in the table of " + column);
        }

        private ColumnReference<?> in(int slot, Column<?> column) {
            return Place.of(sources.get(slot), column);
        }
    }

    /**
     * A subquery that has the columns of a place. Immutable.
     *
     * @param inner the place inside
     * @param source the subquery
     */
    record SubqueryPlace(Place inner, Subquery source) implements Place {

        /** Checks for null. */
        public SubqueryPlace {
            Objects.requireNonNull(inner, "inner");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public Mapper<?> mapper() {
            return inner.mapper();
        }

        @Override
        public FromClause from() {
            return source;
        }

        @Override
        public ColumnReference<?> at(Column<?> column) {
            return source.column(inner.at(column));
        }
    }

    /** Returns the condition that a row of a table belongs to the same object as one of the table above it. */
    static Condition sameKey(Mapper<?> mapper, int slot, List<RowSource> sources) {
        List<Condition> same = new ArrayList<>();
        List<Column<?>> above = mapper.tables().get(slot - 1).key();
        List<Column<?>> own = mapper.tables().get(slot).key();
        for (int i = 0; i < own.size(); i++) {
            same.add(new Comparison(of(sources.get(slot - 1), above.get(i)), Operator.EQ,
                    of(sources.get(slot), own.get(i))));
        }
        return all(same);
    }

    private static ColumnReference<?> of(RowSource source, Column<?> column) {
        return source == column.source() ? column : source.column(column);
    }

    /**
     * A subquery or common table expression whose rows are those of an entity. It need not have all columns. Immutable.
     *
     * @param mapper the entity
     * @param source the subquery or common table expression
     * @param isByName whether its columns are found by name only
     */
    record DerivedPlace(Mapper<?> mapper, RowSource source, boolean isByName) implements Place {

        /** Checks for null. */
        public DerivedPlace {
            Objects.requireNonNull(mapper, "mapper");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public FromClause from() {
            return source;
        }

        @Override
        public boolean has(int attribute) {
            return mapper.definition().attribute(attribute) instanceof ColumnDefinition
                    && has(mapper.column(attribute));
        }

        @Override
        public boolean has(Column<?> column) {
            return find(column) != null;
        }

        @Override
        public ColumnReference<?> at(Column<?> column) {
            ColumnReference<?> found = find(column);
            if (found == null) {
                throw new InvalidStatementException("\"" + source.label() + "\" stands for \"" + mapper.name()
                        + "\", but does not select its column \"" + column.name() + "\". It has "
                        + source.columns().stream().map(ColumnReference::name).toList() + ".");
            }
            return found;
        }

        private @Nullable ColumnReference<?> find(Column<?> column) {
            if (isByName) {
                return source.columns().stream().filter(one -> one.name().equals(column.name())).findFirst()
                        .orElse(null);
            }
            try {
                return source.column(column);
            } catch (IllegalArgumentException e) {
                // the source has no column that comes from this one
                return null;
            }
        }
    }

    /**
     * The query that an entity is mapped to, as a subquery. Immutable.
     *
     * @param mapper the entity
     * @param source the subquery, about tables
     */
    record QueryPlace(Mapper<?> mapper, RowSource source) implements Place {

        /** Checks for null. */
        public QueryPlace {
            Objects.requireNonNull(mapper, "mapper");
            Objects.requireNonNull(source, "source");
        }

        /**
         * Rewrites the query of an entity.
         *
         * @param alias the name of the subquery, or null for one that the compiler chooses
         */
        static QueryPlace of(EntityRewriter rewriter, Mapper<?> mapper, @Nullable String alias) {
            Selectable<?> query = mapper.query();
            return new QueryPlace(mapper,
                    rewriter.ofMapping(mapper, alias == null ? query.subquery() : query.subquery(alias)));
        }

        @Override
        public FromClause from() {
            return source;
        }

        @Override
        public ColumnReference<?> at(Column<?> column) {
            return named(column.name()).or(() -> named(definition(column).column())).orElseThrow();
        }

        private Optional<ColumnReference<?>> named(String name) {
            return source.columns().stream().<ColumnReference<?>>map(one -> one).filter(one -> one.name().equals(name))
                    .findFirst();
        }

        /** The query may name its columns as the mapping does, even if a database would name them otherwise. */
        private ColumnDefinition definition(Column<?> column) {
            for (int attribute : mapper.columnAttributes()) {
                if (mapper.column(attribute) == column) {
                    return mapper.columnDefinition(attribute);
                }
            }
            throw new IllegalArgumentException("\"" + mapper.name() + "\" does not have " + column);
        }
    }

    /** Returns the conjunction of these conditions. */
    static Condition all(List<Condition> parts) {
        List<Condition> real = parts.stream().filter(part -> part != NoCondition.NONE).toList();
        return switch (real.size()) {
            case 0 -> NoCondition.NONE;
            case 1 -> real.get(0);
            default -> Junction.of(Junction.Kind.AND, real);
        };
    }
}

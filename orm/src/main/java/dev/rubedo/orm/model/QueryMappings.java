package dev.rubedo.orm.model;

import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Checks the entities that are mapped to queries. Immutable. */
final class QueryMappings {

    private QueryMappings() {}

    /** Checks the definition of the entity itself. */
    static void check(EntityDefinition<?> entity) {
        EntityDefinition<?> above = entity.superclass();
        if (above != null && (entity.isFromQuery() || above.isFromQuery())) {
            throw new MappingException("Entity \"" + entity.name() + "\" inherits from \"" + above.name()
                    + "\", and one of them is read from a query, which has the rows of one class only. Map them separately.");
        }
    }

    static MappingException sameName(EntityDefinition<?> entity, String table) {
        return new MappingException("Entity \"" + entity.name() + "\" is read from a query, but is named like table \""
                + table + "\". Give it another name: @Entity(table = \"...\") is the alias of the query.");
    }

    /** Checks that no relationship writes rows of a query. */
    static void checkRelationships(Mapper<?> mapper) {
        for (RelationshipProperty relationship : mapper.relationships()) {
            boolean isWritten = mapper.isReadOnly()
                    || relationship.target().isReadOnly() && relationship.kind() != Kind.MANY_TO_ONE;
            if (isWritten && !relationship.isViewOnly()) {
                throw new MappingException("Relationship \"" + relationship + "\" would write rows of \""
                        + (mapper.isReadOnly() ? mapper : relationship.target()).name()
                        + "\", which is read from a query. Make it viewOnly.");
            }
            if (relationship.kind() == Kind.MANY_TO_MANY && (mapper.isReadOnly() || relationship.target().isReadOnly())) {
                throw new MappingException("Relationship \"" + relationship + "\" has a join table, whose foreign keys "
                        + "cannot refer to rows of a query. Give it a join condition instead.");
            }
        }
    }

    /** Checks that a query has the column of each attribute. */
    static void checkColumns(Mapper<?> mapper, UnaryOperator<Statement<?>> resolver) {
        Selectable<?> query = (Selectable<?>) resolver.apply(mapper.query());
        Map<String, ColumnReference<?>> found = new LinkedHashMap<>();
        query.subquery("rows").columns().forEach(column -> found.putIfAbsent(column.name(), column));
        for (int attribute : mapper.columnAttributes()) {
            ColumnDefinition wanted = mapper.columnDefinition(attribute);
            @Nullable
            ColumnReference<?> column = found.getOrDefault(mapper.column(attribute).name(), found.get(wanted.column()));
            if (column == null) {
                throw new MappingException("The query of entity \"" + mapper.name() + "\" has no column \""
                        + wanted.column() + "\" for attribute \"" + wanted.name() + "\", only " + found.keySet()
                        + ". Select it with .as(\"" + wanted.column() + "\"), or name another: @Column(name = \"...\").");
            }
            if (!column.type().javaType().equals(wanted.type().javaType())) {
                throw new MappingException("The query of entity \"" + mapper.name() + "\" has values of "
                        + column.type().javaType().getName() + " in column \"" + wanted.column() + "\", but attribute \""
                        + wanted.name() + "\" has values of " + wanted.type().javaType().getName()
                        + ". Cast the column in the query, or change the type of the attribute.");
            }
        }
    }
}

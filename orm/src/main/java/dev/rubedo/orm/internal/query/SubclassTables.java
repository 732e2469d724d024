package dev.rubedo.orm.internal.query;

import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.internal.query.ColumnFetch.Choice;
import dev.rubedo.orm.internal.query.LoadNode.ColumnsAfterRows;
import dev.rubedo.orm.internal.query.LoadNode.Variant;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.RowSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds the tables that only subclasses have to a statement that reads a superclass: by left joins, or as columns to load
 * after the rows. Used for one entity of one statement. Confined to one thread at a time.
 */
final class SubclassTables {

    private final SelectBuilder builder;
    private final Place place;
    private final LoadNode node;
    private final Map<EntityTable, RowSource> joined = new IdentityHashMap<>();

    SubclassTables(SelectBuilder builder, Place place, LoadNode node) {
        this.builder = builder;
        this.place = place;
        this.node = node;
    }

    void add() {
        Set<EntityTable> inStatement = tables(Loading.JOINED);
        Set<EntityTable> after = tables(Loading.SELECT_IN);
        after.removeAll(inStatement);
        if (inStatement.isEmpty() && after.isEmpty()) {
            return;
        }
        Map<Object, Variant> extended = new LinkedHashMap<>();
        List<ColumnsAfterRows> later = new ArrayList<>();
        node.variants().forEach((value, variant) -> extended.put(value, extended(variant, inStatement)));
        for (Variant variant : extended.values()) {
            List<Integer> left = missing(variant, after);
            if (!left.isEmpty()) {
                later.add(new ColumnsAfterRows(variant.mapper(), left));
            }
        }
        node.extend(extended, later);
    }

    /** Returns the tables that the place lacks, of the subclasses that are loaded in this way. */
    private Set<EntityTable> tables(Loading loading) {
        Set<EntityTable> found = new LinkedHashSet<>();
        List<EntityTable> own = place.mapper().tables();
        for (Mapper<?> one : place.mapper().hierarchy().below(place.mapper())) {
            if (one != place.mapper() && node.fetch().loading(one) == loading) {
                found.addAll(one.tables().subList(own.size(), one.tables().size()));
            }
        }
        return found;
    }

    private Variant extended(Variant variant, Set<EntityTable> tables) {
        List<Integer> more = missing(variant, tables);
        if (more.isEmpty()) {
            return variant;
        }
        Map<Integer, Integer> positions = new LinkedHashMap<>();
        for (int i = 0; i < variant.attributes().length; i++) {
            positions.put(variant.attributes()[i], variant.positions()[i]);
        }
        for (int attribute : more) {
            RowSource source = join(variant.mapper(), variant.mapper().tableOf(attribute).slot());
            positions.put(attribute, builder.shared(source.column(variant.mapper().column(attribute))));
        }
        return SelectBuilder.variant(variant.mapper(), positions);
    }

    /** Returns the attributes in these tables that a variant does not read and that are not deferred. */
    private List<Integer> missing(Variant variant, Set<EntityTable> tables) {
        Mapper<?> mapper = variant.mapper();
        ColumnFetch columns = node.fetch().of(mapper).columns();
        List<Integer> found = new ArrayList<>();
        for (int attribute : mapper.columnAttributes()) {
            boolean isRead = Arrays.stream(variant.attributes()).anyMatch(one -> one == attribute);
            boolean isWanted = columns.of(attribute, mapper.definition().attribute(attribute)) == Choice.LOAD;
            if (!isRead && isWanted && tables.contains(mapper.tableOf(attribute))) {
                found.add(attribute);
            }
        }
        return found;
    }

    /** Joins a table of a subclass and those above it, each once. */
    private RowSource join(Mapper<?> mapper, int slot) {
        EntityTable table = mapper.tables().get(slot);
        RowSource known = joined.get(table);
        if (known != null) {
            return known;
        }
        RowSource source = table.table().as();
        EntityTable above = mapper.tables().get(slot - 1);
        boolean isInPlace = slot - 1 < place.mapper().tables().size();
        RowSource left = isInPlace ? place.source() : join(mapper, slot - 1);
        List<Condition> same = new ArrayList<>();
        for (int i = 0; i < table.key().size(); i++) {
            Column<?> key = above.key().get(i);
            ColumnReference<?> of = isInPlace ? place.column(mapper.primaryKey()[i]) : left.column(key);
            same.add(new Comparison(of, Operator.EQ, source.column(table.key().get(i))));
        }
        builder.leftJoin(left, source, Place.all(same));
        joined.put(table, source);
        return source;
    }
}

package dev.rubedo.orm.model;

import dev.rubedo.stability.Incubating;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table that stores rows of an entity: its only table, or one of the tables of a hierarchy. An object has one row in
 * each table of its entity, and a flush writes one row of one table at a time. Immutable once its model is built.
 */
@Incubating
public final class EntityTable {

    private final Table table;
    private final String name;
    private final int position;
    private final int slot;
    private final List<Column<?>> key;
    private @Nullable Mapper<?> mapper;

    /**
     * @param name the name of the entity that the table belongs to, as shown in plans
     * @param position the number of tables that the model has so far
     * @param slot the number of tables of the hierarchy above this one
     * @param key the columns of the primary key, in the order of the attributes
     */
    EntityTable(Table table, String name, int position, int slot, List<Column<?>> key) {
        this.table = table;
        this.name = name;
        this.position = position;
        this.slot = slot;
        this.key = List.copyOf(key);
    }

    void mapper(Mapper<?> made) {
        mapper = made;
    }

    /** Returns the entity that the table belongs to. Its subclasses have rows in it too. */
    public Mapper<?> mapper() {
        return Objects.requireNonNull(mapper, "mapper");
    }

    /** Returns the table. */
    public Table table() {
        return table;
    }

    /** Returns the name of the entity that the table belongs to. */
    public String name() {
        return name;
    }

    /** Returns the position of this table in its model. */
    public int position() {
        return position;
    }

    /**
     * Returns the number of tables of the hierarchy above this one: 0 for the root's table, which has the generated key
     * and the version.
     */
    public int slot() {
        return slot;
    }

    /** Returns the columns of the primary key in this table, in the order of its attributes. */
    public List<Column<?>> key() {
        return key;
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.rubedo.migrate.snapshot;

import dev.rubedo.error.DuplicateTableException;
import dev.rubedo.error.NoSuchTableException;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.Sequence;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables, sequences and views of a schema. Immutable.
 *
 * @param tables the tables by name, in order
 * @param sequences the sequences by name, in order, including those of columns
 * @param views the views by name, in order, without temporary ones
 */
public record SchemaSnapshot(Map<TableName, TableSnapshot> tables, Map<TableName, Sequence> sequences,
        Map<TableName, ViewSnapshot> views) {

    /** A schema without tables. */
    public static final SchemaSnapshot EMPTY = new SchemaSnapshot(Map.of(), Map.of(), Map.of());

    /** Copies the maps. */
    public SchemaSnapshot {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        sequences = Collections.unmodifiableMap(new LinkedHashMap<>(sequences));
        views = Collections.unmodifiableMap(new LinkedHashMap<>(views));
    }

    /**
     * Returns the tables, sequences and views of metadata.
     *
     * @param metaData the metadata
     */
    public static SchemaSnapshot of(MetaData metaData) {
        return of(List.of(metaData));
    }

    /**
     * Returns the tables, sequences and views of several sets of metadata.
     *
     * @param all the metadata
     * @throws DuplicateTableException if two of them have a table with the same name
     */
    public static SchemaSnapshot of(Collection<MetaData> all) {
        var tables = new LinkedHashMap<TableName, TableSnapshot>();
        var sequences = new LinkedHashMap<TableName, Sequence>();
        var views = new LinkedHashMap<TableName, ViewSnapshot>();
        for (var metaData : all) {
            for (var table : metaData.tables()) {
                var definition = table.viewDefinition();
                if (definition != null) {
                    if (!definition.isTemporary()) {
                        var view = ViewSnapshot.of(table);
                        views.put(view.name(), view);
                    }
                    continue;
                }
                var snapshot = TableSnapshot.of(table);
                if (tables.put(snapshot.name(), snapshot) != null) {
                    throw new DuplicateTableException("Two MetaData objects have a table \"" + snapshot.name()
                            + "\". Remove it from one of them, or move it to another schema");
                }
            }
            metaData.sequences().forEach(sequence -> sequences
                    .putIfAbsent(new TableName(sequence.schema(), sequence.name()), sequence));
        }
        return new SchemaSnapshot(tables, sequences, views);
    }

    /**
     * Finds a table.
     *
     * @param name the name
     */
    public Optional<TableSnapshot> find(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /**
     * Returns a table.
     *
     * @param name the name
     * @throws NoSuchTableException if there is none
     */
    public TableSnapshot require(TableName name) {
        return find(name).orElseThrow(() -> new NoSuchTableException(
                "There is no table \"" + name + "\" at this point in the revisions; the tables are "
                        + tables.keySet()));
    }

    /**
     * Returns this schema with a table added or replaced.
     *
     * @param table the table
     */
    public SchemaSnapshot with(TableSnapshot table) {
        var changed = new LinkedHashMap<>(tables);
        changed.put(table.name(), table);
        return new SchemaSnapshot(changed, sequences, views);
    }

    /**
     * Returns this schema without a table.
     *
     * @param name the name
     */
    public SchemaSnapshot without(TableName name) {
        var changed = new LinkedHashMap<>(tables);
        changed.remove(name);
        return new SchemaSnapshot(changed, sequences, views);
    }

    /**
     * Returns this schema with a sequence added or replaced.
     *
     * @param sequence the sequence
     */
    public SchemaSnapshot with(Sequence sequence) {
        var changed = new LinkedHashMap<>(sequences);
        changed.put(new TableName(sequence.schema(), sequence.name()), sequence);
        return new SchemaSnapshot(tables, changed, views);
    }

    /**
     * Returns this schema without a sequence.
     *
     * @param name the name
     */
    public SchemaSnapshot withoutSequence(TableName name) {
        var changed = new LinkedHashMap<>(sequences);
        changed.remove(name);
        return new SchemaSnapshot(tables, changed, views);
    }

    /**
     * Returns this schema with a view added or replaced.
     *
     * @param view the view
     */
    public SchemaSnapshot with(ViewSnapshot view) {
        var changed = new LinkedHashMap<>(views);
        changed.put(view.name(), view);
        return new SchemaSnapshot(tables, sequences, changed);
    }

    /**
     * Returns this schema without a view.
     *
     * @param name the name
     */
    public SchemaSnapshot withoutView(TableName name) {
        var changed = new LinkedHashMap<>(views);
        changed.remove(name);
        return new SchemaSnapshot(tables, sequences, changed);
    }

    /** Returns metadata with these tables, sequences and views. */
    public MetaData toMetaData() {
        var metaData = new MetaData(NamingConvention.INDEXES_ONLY);
        tables.values().forEach(table -> table.toTable(metaData));
        sequences.values().forEach(metaData::add);
        views.values().forEach(view -> view.toView(metaData));
        return metaData;
    }
}

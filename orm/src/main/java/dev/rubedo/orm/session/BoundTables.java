package dev.rubedo.orm.session;

import dev.rubedo.feature.Feature;
import dev.rubedo.schema.AddConstraint;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DdlTarget;
import dev.rubedo.schema.DropConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Table;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A database with some of the tables of a model. Foreign keys to tables in other databases are omitted.
 * Confined to one thread at a time.
 *
 * @param database the database
 * @param tables its tables
 */
record BoundTables(DdlTarget database, Collection<Table> tables) implements DdlTarget {

    @Override
    public void execute(DdlElement element) {
        switch (element) {
            case CreateTable create -> database.execute(new CreateTable(create.table(),
                    create.foreignKeys().stream().filter(this::isHere).toList(), create.ifNotExists()));
            case AddConstraint add when add.constraint() instanceof ForeignKey key && !isHere(key) -> {
                // the database cannot check it
            }
            case DropConstraint drop when drop.constraint() instanceof ForeignKey key && !isHere(key) -> {
                // it was left out
            }
            case DdlElement other -> database.execute(other);
        }
    }

    private boolean isHere(ForeignKey key) {
        return tables.contains(key.target());
    }

    @Override
    public void together(Consumer<? super DdlTarget> work) {
        database.together(target -> work.accept(new BoundTables(target, tables)));
    }

    @Override
    public Set<String> tableNames(String schema) {
        return database.tableNames(schema);
    }

    @Override
    public Set<String> viewNames(String schema) {
        return database.viewNames(schema);
    }

    @Override
    public boolean hasTable(String schema, String table) {
        return database.hasTable(schema, table);
    }

    @Override
    public boolean hasSequence(String schema, String sequence) {
        return database.hasSequence(schema, sequence);
    }

    @Override
    public boolean hasType(String schema, String type) {
        return database.hasType(schema, type);
    }

    @Override
    public String dialectName() {
        return database.dialectName();
    }

    @Override
    public boolean supports(Feature feature) {
        return database.supports(feature);
    }
}

package dev.rubedo.golden;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.SchemaPlan;
import dev.rubedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** DDL that depends on the dialect: what makes and drops the tables of a schema. */
record Definitions(Function<Dialect, List<DdlElement>> plan) {

    static Definitions create(MetaData metadata) {
        return new Definitions(
                dialect -> SchemaPlan.create(metadata.tables(), metadata.sequences(), dialect::supports,
                        dialect.name()));
    }

    static Definitions drop(MetaData metadata) {
        return new Definitions(
                dialect -> SchemaPlan.drop(metadata.tables(), metadata.sequences(), dialect::supports, dialect.name()));
    }

    static Definitions both(MetaData metadata) {
        return new Definitions(dialect -> {
            var all = new ArrayList<>(create(metadata).plan().apply(dialect));
            all.addAll(drop(metadata).plan().apply(dialect));
            return all;
        });
    }

    static Definitions of(DdlElement... elements) {
        return new Definitions(dialect -> List.of(elements));
    }

    static Definitions table(Table table) {
        return new Definitions(dialect -> {
            var all = new ArrayList<DdlElement>();
            all.add(new CreateTable(table));
            table.indexes().forEach(index -> all.add(new CreateIndex(index)));
            return all;
        });
    }
}

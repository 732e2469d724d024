package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.feature.Feature;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Declares random tables that every database can create. Confined to one thread at a time. */
final class RandomSchemas {

    private static final List<SqlType<?>> TYPES = List.of(INTEGER, BIGINT, SMALLINT, REAL, DOUBLE, numeric(10, 2),
            string(20), character(3), TEXT, BOOLEAN, DATE, time(0), timestamp(3), BINARY, binary(16), UUID,
            labels("moods", "good", "bad", "it's"));
    private static final List<String> WORDS = List.of("order", "Mixed Case", "a.b", "plain", "it's", "ümlaut", "select",
            "x_1", "percent%", "back\\slash");

    private final Random random;
    private final Predicate<Feature> supports;

    RandomSchemas(long seed, Predicate<Feature> supports) {
        this.random = new Random(seed);
        this.supports = supports;
    }

    MetaData next() {
        var metadata = new MetaData();
        var names = new ArrayList<>(WORDS);
        Collections.shuffle(names, random);
        var before = new ArrayList<Table>();
        for (int i = 0; i < 4; i++) {
            before.add(table(metadata, "t " + names.get(i), before));
        }
        return metadata;
    }

    private Table table(MetaData metadata, String name, List<Table> before) {
        var table = metadata.table(name);
        if (isChosen(2) && supports.test(Feature.COMMENTS)) {
            table.add(TableOption.comment("all \"of\" it's rows"));
        }
        boolean isComposite = isChosen(4);
        table.add(isComposite ? column("key 1", INTEGER).notNull() : column("key 1", INTEGER).primaryKey());
        if (isComposite) {
            table.add(column("key 2", string(9)).notNull());
            table.add(PrimaryKey.on("key 1", "key 2"));
        }
        var names = new ArrayList<>(WORDS);
        Collections.shuffle(names, random);
        int columns = 2 + random.nextInt(4);
        for (int i = 0; i < columns; i++) {
            table.add(randomColumn(names.get(i)));
        }
        table.add(column("n", INTEGER).notNull());
        table.add(column("text", string(30)));
        constraints(table, before);
        return table;
    }

    private Column<?> randomColumn(String name) {
        return decorated(Column.column(name, TYPES.get(random.nextInt(TYPES.size()))));
    }

    private <T> Column<?> decorated(Column<T> column) {
        if (isChosen(3) && supports.test(Feature.COMMENTS)) {
            column.comment("it's; \"\\\" \n odd");
        }
        if (isChosen(3) && column.type().equals(INTEGER)) {
            column.serverDefault("7");
        }
        if (isChosen(3) && column.type().equals(string(20))) {
            column.serverDefault(literal("it's"));
        }
        return isChosen(2) ? column.notNull() : column;
    }

    private void constraints(Table table, List<Table> before) {
        String prefix = table.name().replaceAll("\\W", "_");
        if (isChosen(2)) {
            table.add(UniqueConstraint.on("n", "text").named("uq " + prefix));
        }
        if (isChosen(2) && supports.test(Feature.CHECK_CONSTRAINTS)) {
            table.add(CheckConstraint.of("n > 0").named("ck_" + prefix));
        }
        if (isChosen(2)) {
            var index = Index.on("text", "n").named("ix_" + prefix);
            table.add(isChosen(2) ? index.unique() : index);
        }
        if (!before.isEmpty() && isChosen(2)) {
            var target = before.get(random.nextInt(before.size()));
            if (target.find("key 2").isEmpty()) {
                table.add(ForeignKey.on("n").references(target.require("key 1")).named("fk_" + prefix)
                        .onDelete(isChosen(2) && supports.test(Feature.ON_DELETE_ACTION)
                                ? ReferentialAction.CASCADE : ReferentialAction.DEFAULT));
            }
        }
    }

    private boolean isChosen(int oneOf) {
        return random.nextInt(oneOf) == 0;
    }
}

package dev.rubedo.migrate.compare;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.*;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Computed;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.SqlType;
import java.util.List;
import java.util.Random;

/**
 * Declares random models, with everything that a database can declare. Models of two seeds have tables, columns and
 * constraints with the same names, so that one is a change of the other. Confined to one thread at a time.
 */
public final class RandomModel {
    private static final List<SqlType<?>> TYPES = List.of(INTEGER, BIGINT, SMALLINT, REAL, DOUBLE, numeric(10, 2),
            string(20), string(40), character(3), TEXT, BOOLEAN, DATE, time(0), timestamp(3), BINARY, binary(16),
            json(Object.class), INSTANT);
    private static final List<String> NAMES = List.of("users", "orders", "order", "Mixed Case", "items");

    private final Random random;
    private final Dialect dialect;
    private final MetaData metaData;

    private RandomModel(long seed, Dialect dialect) {
        this.random = new Random(seed * 7919 + 17);
        this.dialect = dialect;
        this.metaData = new MetaData(random.nextInt(2) == 0 ? NamingConvention.DEFAULT : NamingConvention.INDEXES_ONLY);
    }

    public static MetaData of(long seed, Dialect dialect) {
        return new RandomModel(seed, dialect).build();
    }

    private boolean isChosen(int oneOf) {
        return random.nextInt(oneOf) == 0;
    }

    private boolean can(Feature feature) {
        return dialect.supports(feature);
    }

    private boolean isOn(String... names) {
        return List.of(names).contains(dialect.name());
    }

    private MetaData build() {
        for (var name : NAMES) {
            if (!isChosen(4)) {
                table(name);
            }
        }
        metaData.tables().forEach(this::references);
        if (can(Feature.SEQUENCES) && isChosen(2)) {
            var sequence = Sequence.of("numbers");
            metaData.add(isChosen(2) ? sequence : sequence.from(10, 5).between(1L, 1000L));
        }
        metaData.find("users").ifPresent(users -> {
            if (isChosen(2)) {
                metaData.table("user_names", ViewDefinition.of(
                        Sql.select(users.column("id"), users.column("name"))
                                .where(users.column("n", Integer.class).gt(isChosen(2) ? 1 : 2))));
            }
        });
        return metaData;
    }

    private void table(String name) {
        var table = metaData.table(name);
        if (isChosen(3) && can(Feature.COMMENTS)) {
            table.add(TableOption.comment(isChosen(2) ? "all \"of\" it's rows" : "rows"));
        }
        key(table);
        table.add(column("n", INTEGER).notNull());
        table.add(column("name", string(30)));
        if (isChosen(4)) {
            table.add(column("uid", UUID));
        }
        for (int i = 0; i < 6; i++) {
            if (isChosen(2)) {
                table.add(decorated(Column.column(i == 0 ? "select" : i == 1 ? "Mixed" : "c" + i,
                        TYPES.get(random.nextInt(TYPES.size())))));
            }
        }
        special(table);
        constraints(table);
        indexes(table);
    }

    private void key(Table table) {
        switch (random.nextInt(4)) {
            case 0 -> {
                table.add(column("id", INTEGER).notNull().autoincrement(false));
                table.add(column("part", string(9)).notNull());
                table.add(PrimaryKey.on("id", "part"));
            }
            case 1 -> table.add(column("id", BIGINT).primaryKey());
            case 2 -> {
                table.add(column("id", INTEGER).notNull());
                table.add(UniqueConstraint.on("id"));
            }
            default -> table.add(column("id", INTEGER).primaryKey());
        }
    }

    private <T> Column<?> decorated(Column<T> column) {
        if (isChosen(4) && can(Feature.COMMENTS)) {
            column.comment(isChosen(2) ? "it's; \"\\\" odd" : "plain");
        }
        if (isChosen(2)) {
            withDefault(column);
        }
        return isChosen(2) && column.databaseDefault() != null ? column.notNull() : column;
    }

    private void withDefault(Column<?> column) {
        var type = column.type();
        if (type.equals(INTEGER) || type.equals(BIGINT) || type.equals(SMALLINT)) {
            column.serverDefault(isChosen(2) ? "7" : "-1");
        } else if (type.equals(numeric(10, 2))) {
            column.serverDefault("1.50");
        } else if (type.equals(string(20)) || type.equals(string(40))) {
            column.serverDefault(isChosen(2) ? Sql.literal("it's") : Sql.literal("a:b\\c"));
        } else if (type.equals(BOOLEAN)) {
            column.serverDefault(Sql.literal(isChosen(2)));
        } else if (type.equals(timestamp(3))) {
            column.serverDefault("CURRENT_TIMESTAMP");
        } else if (type.equals(DATE)) {
            column.serverDefault("'2020-02-29'");
        }
    }

    private void special(Table table) {
        if (isChosen(3)) {
            var mood = isChosen(2) ? labels("moods", "good", "bad", "it's") : labels("moods2", "good", "so-so");
            var column = column("mood", mood);
            table.add(isChosen(3) ? column.serverDefault("'good'").notNull() : column);
        }
        if (isChosen(4)) {
            table.add(column("flag", checkedBoolean()));
        }
        if (isChosen(3) && can(Feature.COMPUTED_COLUMNS)) {
            table.add(column("twice", INTEGER).computed(new Computed(isChosen(2) ? "n * 2" : "(n + n) * 3 - 1",
                    isOn("postgresql", "h2") || isChosen(2) ? Computed.Storage.STORED : Computed.Storage.VIRTUAL)));
        }
        if (isChosen(4) && can(Feature.ARRAY_TYPE)) {
            table.add(isChosen(2) ? column("tags", array(string(20))) : column("tags", array(INTEGER)));
        }
        if (isChosen(4) && can(Feature.IDENTITY_COLUMNS)) {
            table.add(column("counter", INTEGER).identity(isChosen(2) ? new Identity(false, 1, 1)
                    : new Identity(true, 10, 5)));
        }
    }

    private void constraints(Table table) {
        var prefix = table.name().replaceAll("\\W", "_");
        if (isChosen(2)) {
            var unique = UniqueConstraint.on("n", "name");
            table.add(isChosen(2) ? unique.named("uq_" + prefix) : unique);
        }
        if (!can(Feature.CHECK_CONSTRAINTS)) {
            return;
        }
        var check = switch (random.nextInt(8)) {
            case 0 -> CheckConstraint.of("n > 0");
            case 1 -> CheckConstraint.of("n BETWEEN 1 AND 10 OR name IS NULL");
            case 2 -> CheckConstraint.of("name IN ('a', 'it''s', 'ü')");
            case 3 -> CheckConstraint.of(table.column("n", Integer.class).gt(3)
                    .and(table.column("name", String.class).like("a%")));
            case 4 -> CheckConstraint.of("NOT (n = 5 AND name <> 'x') AND length(name) >= 2");
            case 5 -> CheckConstraint.of("n % 2 = 0 OR (n + 1) * 2 > 7 AND lower(name) = name");
            case 6 -> CheckConstraint.of("CASE WHEN n > 5 THEN name IS NOT NULL ELSE name NOT IN ('p', 'q') END");
            default -> CheckConstraint.of("coalesce(n, 0) <> -1");
        };
        if (isChosen(2)) {
            table.add(check.named("ck_" + prefix));
        }
        if (isChosen(5)) {
            table.add(column("checked", INTEGER).check("checked < 100"));
        }
    }

    private void indexes(Table table) {
        var prefix = table.name().replaceAll("\\W", "_");
        if (isChosen(2)) {
            var index = isChosen(2) ? Index.on("name", "n") : Index.on(table.require("n").desc());
            table.add(isChosen(3) ? index.named("ix_" + prefix).unique() : index.named("ix_" + prefix));
        }
        if (isChosen(4) && can(Feature.PARTIAL_INDEXES)) {
            table.add(Index.on("name").named("ix_some_" + prefix)
                    .where(table.column("n", Integer.class).gt(isChosen(2) ? 5 : 6)));
        }
        if (isChosen(4) && can(Feature.FUNCTIONAL_INDEXES)) {
            table.add(Index.on(Sql.lower(table.column("name", String.class))).named("ix_lower_" + prefix));
        }
    }

    private void references(Table table) {
        if (table.isView()) {
            return;
        }
        var prefix = table.name().replaceAll("\\W", "_");
        var targets = metaData.tables().stream().filter(each -> !each.isView()
                && each.column("id").type().equals(INTEGER) && each.find("part").isEmpty()).toList();
        if (targets.isEmpty() || !isChosen(2)) {
            return;
        }
        var target = targets.get(random.nextInt(targets.size()));
        var key = ForeignKey.on("n").references(target.name() + ".id");
        if (isChosen(2)) {
            key = key.onDelete(isChosen(2) ? ReferentialAction.CASCADE : ReferentialAction.RESTRICT);
        }
        if (can(Feature.DEFERRABLE_CONSTRAINTS) && isChosen(3)) {
            key = key.deferrable(Deferrability.INITIALLY_DEFERRED);
        }
        // the first table begins no cycle, so that keys that refer to it need no name
        boolean isFirst = metaData.tables().get(0).equals(target);
        if (metaData.tables().get(0).equals(table) && !isFirst) {
            return;
        }
        table.add(isChosen(2) || !isFirst ? key.named("fk_" + prefix) : key);
    }
}

package dev.rubedo.migrate.guide;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.revision.RevisionMap;
import dev.rubedo.migrate.revision.RevisionNode;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.schema.MetaData;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import java.util.Map;

/** The revision of the guide that moves rows, with tables that only it knows. */
class DataMigrationTest {
    private static final RevisionMap MAP = RevisionMap.of(RevisionNode.of("4be1c09a7d"),
            RevisionNode.of("9c2f61e0b3", "4be1c09a7d"));
    private static final Map<String, Migration> CODE = Map.of("4be1c09a7d", new R4be1c09a7d_create_users(),
            "9c2f61e0b3",
            new R9c2f61e0b3_move_roles());

    private static void upgrade(Engine engine, String target) {
        try (var connection = engine.connect()) {
            MigrationContext.of(connection, MigrationOptions.DEFAULT).run(heads -> MAP.upgrade(target, heads),
                    CODE::get);
        }
    }

    @DatabaseTest
    void rowsAreInsertedAndUpdatedWithTablesOfTheRevision(Engine engine) {
        var id = column("id", INTEGER);
        var name = column("name", string(50));
        var role = column("role_id", INTEGER);
        var users = new MetaData().table("users", id, name, role);
        upgrade(engine, "4be1c09a7d");
        engine.inTransaction(connection -> {
            connection.execute(insertInto(users).values(id, 1, name, "root"));
            connection.execute(insertInto(users).values(id, 2, name, "ada"));
        });

        upgrade(engine, "head");

        List<Integer> roles = engine.fromTransaction(connection -> connection.all(select(role).orderBy(id)));
        assertThat(roles).containsExactly(2, 1);
        assertThat(engine.inspect().tableNames()).contains("roles");
        try (var connection = engine.connect()) {
            MigrationContext.of(connection, MigrationOptions.DEFAULT).run(heads -> MAP.downgrade("-1", heads),
                    CODE::get);
        }
        assertThat(engine.inspect().tableNames()).contains("users").doesNotContain("roles");
        assertThat(engine.inspect().columns("users")).extracting(each -> each.name()).containsExactly("id", "name");
    }
}

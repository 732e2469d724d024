package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.reflect.Reflection;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateTableAs;
import dev.rubedo.schema.CreateView;
import dev.rubedo.schema.DropView;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.RefreshView;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.Selectable;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Views, materialized views and tables made from queries. */
public abstract class ViewSuite {

    private final MetaData metadata = new MetaData();
    private final Column<Integer> id = column("id", INTEGER).primaryKey().autoincrement(false);
    private final Column<String> name = column("name", string(20)).notNull();
    private final Table people = metadata.table("people", id, name);

    /** A view whose columns are typed fields. */
    private static final class Named extends Table {
        private final Column<Integer> id = column("id", INTEGER);
        private final Column<String> shout = column("shout", string(20));

        private Named(MetaData metadata, Selectable<?> query) {
            super("named", metadata, ViewDefinition.of(query));
        }
    }

    @BeforeEach
    void fill(Engine engine) {
        people.create(engine);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(people).values(id, 1).values(name, "ann"));
            connection.execute(insertInto(people).values(id, 2).values(name, "it's bob"));
        });
    }

    @AfterEach
    void drop(Engine engine) {
        metadata.dropAll(engine);
    }

    private static <T> List<T> all(Engine engine, Selectable<T> query) {
        return engine.<List<T>, RuntimeException>fromTransaction(connection -> connection.execute(query).all());
    }

    @DatabaseTest
    void viewsAreCreatedAfterWhatTheyRead(Engine engine) {
        var first = metadata.table("b_view", ViewDefinition.of(select(id, name).where(name.eq("it's bob"))));
        var second = metadata.table("a_view",
                ViewDefinition.of(select(first.column("name", String.class).as("renamed"))));

        metadata.createAll(engine);
        metadata.createAll(engine);

        assertThat(all(engine, select(second.column("renamed", String.class)))).containsExactly("it's bob");
        assertThat(first.columns()).extracting(Column::name).containsExactly("id", "name");
        assertThat(engine.inspect().viewNames()).containsExactly("a_view", "b_view");
        metadata.dropAll(engine, List.of(first, second));
        assertThat(engine.inspect().viewNames()).isEmpty();
        assertThat(people.exists(engine)).isTrue();
    }

    @DatabaseTest
    void aViewHasTypedColumns(Engine engine) {
        var named = new Named(metadata, select(id, upper(name).as("shout")));
        named.create(engine);

        assertThat(all(engine, select(named.shout).where(named.id.eq(1)))).containsExactly("ANN");
    }

    @DatabaseTest(requires = Feature.REPLACEABLE_VIEWS)
    void aViewIsReplaced(Engine engine) {
        var before = metadata.table("v", ViewDefinition.of(select(id, name)));
        engine.execute(new CreateView(before));
        var after = new MetaData().table("v", ViewDefinition.of(select(id, name).where(id.gt(1))));

        engine.execute(new CreateView(after, true, false));

        assertThat(all(engine, select(after.column("id", Integer.class)))).containsExactly(2);
    }

    @DatabaseTest(requires = Feature.IF_NOT_EXISTS_VIEW)
    void aViewThatExistsIsLeftAlone(Engine engine) {
        var view = metadata.table("v", ViewDefinition.of(select(id)));
        engine.execute(new CreateView(view, false, true));
        engine.execute(new CreateView(view, false, true));
        assertThatThrownBy(() -> engine.execute(new CreateView(view))).isInstanceOf(RuntimeException.class);
        engine.execute(new DropView(view));
        engine.execute(new DropView(view, true, false));
    }

    @DatabaseTest(requires = Feature.TEMPORARY_VIEWS)
    void aTemporaryViewBelongsToItsConnection(Engine engine) {
        var view = new MetaData().table("v", ViewDefinition.of(select(id)).temporary());
        engine.inTransaction(connection -> {
            connection.execute(new CreateView(view));

            assertThat(connection.inspect().temporaryViewNames()).containsExactly("v");
            connection.execute(new DropView(view));
        });
    }

    @DatabaseTest(requires = Feature.MATERIALIZED_VIEWS)
    void aMaterializedViewIsRefreshed(Engine engine) {
        var view = metadata.table("stored", ViewDefinition.of(select(id)).materialized(),
                Index.on("id").named("ix_stored").unique());
        metadata.table("plain", ViewDefinition.of("SELECT id AS one FROM stored"), column("one", INTEGER));
        metadata.createAll(engine);
        engine.inTransaction(connection -> connection.execute(deleteFrom(people).where(id.eq(1))));
        var ids = select(view.column("id", Integer.class));
        assertThat(all(engine, ids)).containsExactlyInAnyOrder(1, 2);

        engine.execute(new RefreshView(view, false));
        assertThat(all(engine, ids)).containsExactly(2);
        engine.execute(new RefreshView(view, true));

        assertThat(engine.inspect().materializedViewNames()).containsExactly("stored");
        assertThat(engine.inspect().indexes("stored")).hasSize(1);
    }

    @DatabaseTest
    void viewsAreReflectedAndCreatedAgain(Engine engine) {
        metadata.table("z_view", ViewDefinition.of(select(id, name).where(id.gt(1))));
        metadata.table("a_view", ViewDefinition.of("SELECT z_view.id FROM z_view"), column("id", INTEGER));
        metadata.createAll(engine);

        var reflected = engine.reflect(new MetaData(), Reflection.all().withViews());
        assertThat(reflected.require("z_view").isView()).isTrue();
        assertThat(reflected.require("people").isView()).isFalse();
        assertThat(engine.reflect().tables()).extracting(Table::name).containsExactly("people");
        var views = reflected.tables().stream().filter(Table::isView).toList();
        reflected.dropAll(engine, views);
        reflected.createAll(engine);

        assertThat(engine.inspect().viewNames()).containsExactly("a_view", "z_view");
        assertThat(all(engine, select(reflected.require("a_view").column("id")))).hasSize(1);
    }

    @DatabaseTest
    void aTableIsMadeFromAQuery(Engine engine) {
        var create = CreateTableAs.of("copies", metadata, select(id, upper(name).as("shout")).where(name.ne("x")));

        engine.execute(create);

        var copies = create.table();
        assertThat(all(engine, select(copies.column("shout", String.class)).orderBy(copies.column("id"))))
                .containsExactly("ANN", "IT'S BOB");
        if (engine.dialect().supports(Feature.IF_EXISTS)) {
            engine.execute(new CreateTableAs(copies, create.query(), true));
        }
        assertThat(all(engine, select(copies.column("id", Integer.class)))).hasSize(2);
    }

    @DatabaseTest
    void aTemporaryTableIsMadeFromAQuery(Engine engine) {
        engine.inTransaction(connection -> {
            var create = CreateTableAs.of("copies", new MetaData(), select(id), TableOption.prefix("TEMPORARY"));
            connection.execute(create);

            assertThat(connection.count(select(create.table().column("id", Integer.class)))).isEqualTo(2);
            connection.execute(text("drop table copies"));
        });
    }
}

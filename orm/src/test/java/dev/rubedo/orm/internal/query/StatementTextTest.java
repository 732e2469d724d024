package dev.rubedo.orm.internal.query;

import static dev.rubedo.orm.Orm.*;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Country_.COUNTRY;
import static dev.rubedo.orm.shop.Order_.ORDER;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.dialect.AnsiDialect;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.ModelDiagram;
import dev.rubedo.orm.query.SynchronizeSession;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionSavepoint;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.reflect.Reflection;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.RowLimit;
import dev.rubedo.sql.TableHint;
import dev.rubedo.sql.TableSample;
import dev.rubedo.sql.TextClause;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.type.Types;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements about entities can be read without their mapping, and turned into statements about tables with it. */
class StatementTextTest {

    @Test
    void queriesShowEntitiesAndAttributes() {
        assertThat(select(USER).where(USER.name.eq("ann"), USER.age.gt(3)).orderBy(USER.name.desc()).limit(5))
                .hasToString(
                        "SELECT User.* FROM User WHERE User.name = ? AND User.age > ? ORDER BY User.name DESC LIMIT ?");
        assertThat(select(USER.name, max(USER.age)).groupBy(USER.name))
                .hasToString("SELECT User.name, max(User.age) AS max_1 FROM User GROUP BY User.name");
    }

    @Test
    void aliasesAreShownOnceWithTheirEntity() {
        var boss = USER.as("boss");

        assertThat(select(boss).where(boss.name.eq("x")))
                .hasToString("SELECT boss.* FROM User AS boss WHERE boss.name = ?");
        assertThat(boss.name).hasToString("boss.name");
        assertThat(boss.orders).hasToString("boss.orders");
    }

    @Test
    void joinsShowTheirRelationship() {
        assertThat(select(USER).join(USER.orders).where(ORDER.status.eq("new")))
                .hasToString("SELECT User.* FROM User JOIN Order ON User.orders WHERE Order.status = ?");
        assertThat(select(USER).leftJoin(USER.orders, ORDER.status.eq("new"))).hasToString(
                "SELECT User.* FROM User LEFT OUTER JOIN Order ON User.orders AND Order.status = ?");
    }

    @Test
    void conditionsOnRelationshipsSayWhatIsAsked() {
        var ann = new User("ann");

        assertThat(USER.orders.any(ORDER.status.eq("new"))).hasToString("EXISTS (User.orders WHERE Order.status = ?)");
        assertThat(USER.groups.isEmpty()).hasToString("User.groups IS EMPTY");
        assertThat(ORDER.user.eq(ann)).hasToString("Order.user = ?");
        assertThat(select(ORDER).where(ORDER.user.eq(ann)))
                .hasToString("SELECT Order.* FROM Order WHERE Order.user = ?");
    }

    @Test
    void changesShowEntitiesAndAttributes() {
        assertThat(update(USER).set(USER.age, 3).where(USER.name.eq("x")))
                .hasToString("UPDATE User SET age=? WHERE User.name = ?");
        assertThat(insertInto(USER).values(USER.name, "x")).hasToString("INSERT INTO User (name) VALUES (?)");
        assertThat(deleteFrom(USER).where(USER.age.isNull())).hasToString("DELETE FROM User WHERE User.age IS NULL");
        assertThat(union(select(USER.name), select(ADDRESS.email)))
                .hasToString("SELECT User.name FROM User UNION SELECT Address.email FROM Address");
    }

    @Test
    void optionsSayWhatIsLoadedHow() {
        assertThat(selectIn(USER.orders).then(joined(ORDER.lines)))
                .hasToString("User: orders select-in (lines joined)");
        assertThat(defer(USER.name, USER.age)).hasToString("User: without name, age");
        assertThat(selectIn(USER.orders).chunkSize(4).limit(3)).hasToString("User: orders select-in of 4 (at most 3)");
        assertThat(raiseAll(USER)).hasToString("User: all other relationships raise");
        assertThat(raiseAll()).hasToString("all other relationships raise");
        assertThat(withCriteria(USER, user -> user.name.ne("x"))).hasToString("withCriteria(User: User.name != ?)");
        assertThat(withoutCriteria(USER)).hasToString("withoutCriteria(User)");
        assertThat(List.of(forUpdate(), expectVersion(4))).hasToString("[forUpdate(), expectVersion(4)]");
        assertThat(USER.orders.and(ORDER.status.ne("x"))).hasToString("User.orders AND Order.status != ?");
    }

    @Test
    void unfinishedStatementsAndPartsAreReadable() {
        assertThat(insertInto(USER).values(USER.name, "x").onConflict(USER.id))
                .hasToString("INSERT INTO User (name) VALUES (?) ON CONFLICT (id) ...");
        assertThat(mergeInto(USER).using(ORDER, USER.id.eq(ORDER.id)).whenMatched(USER.age.gt(3)))
                .hasToString("MERGE INTO User ... WHEN MATCHED AND User.age > ? THEN ...");
        assertThat(partitionBy(USER.name).orderBy(USER.age)).hasToString("(PARTITION BY User.name ORDER BY User.age)");
        assertThat(select(USER).fetch(3, RowLimit.Form.WITH_TIES).rowLimit())
                .hasToString("FETCH FIRST ? ROWS WITH TIES");
        assertThat(TableSample.bernoulli(USER, 3).repeatable(7))
                .hasToString("User TABLESAMPLE BERNOULLI (3.0) REPEATABLE (7)");
        assertThat(TableHint.of(USER, "WITH (NOLOCK)", "sqlserver")).hasToString("User WITH (NOLOCK) on sqlserver");
        assertThat(TextClause.prefix("/*+ x */").only("oracle")).hasToString("after verb: /*+ x */ on oracle");
        assertThat(jsonValue(USER.name, Types.INTEGER, "it's", 0))
                .hasToString("CAST(User.name -> 'it''s' ->> 0 AS INTEGER)");
    }

    @Test
    void theTypedConstraintsOfATableAreReadable() {
        var users = Shop.model().metadata().require("users");

        assertThat(List.of(PrimaryKey.on("id"), UniqueConstraint.on("a", "b").named("u"), CheckConstraint.of("a > 1")))
                .hasToString("[PRIMARY KEY (id), CONSTRAINT u UNIQUE (a, b), CHECK (a > 1)]");
        assertThat(ForeignKey.on("a").references("b.c")).hasToString("FOREIGN KEY (a) REFERENCES b.c");
        assertThat(Shop.model().metadata().require("addresses").foreignKeys())
                .hasToString("[FOREIGN KEY (user_id) REFERENCES users.id]");
        assertThat(Index.on("a").named("i").unique()).hasToString("UNIQUE INDEX i (a)");
        assertThat(ExclusionConstraint.using("gist").with("a", "&&")).hasToString("EXCLUDE USING gist (a WITH &&)");
        assertThat(Sequence.of("s").inSchema("x").from(1, 2).cycling())
                .hasToString("SEQUENCE x.s START WITH 1 INCREMENT BY 2 CYCLE");
        assertThat(AlterColumn.of(users.require("name")).notNull().serverDefault("'x'").comment("c"))
                .hasToString("ALTER COLUMN users.name: not null, server default 'x', comment \"c\"");
    }

    @DatabaseTest(only = "sqlite")
    void whatASessionWorksWithIsReadable(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        Session kept;
        try (Session session = sessions.open()) {
            kept = session;
            session.add(new User("ann"));
            assertThat(session).hasToString("Session[no transaction, objects: 0]");
            SessionSavepoint savepoint = session.savepoint();
            assertThat(session).hasToString("Session[in a transaction, objects: 1]");
            assertThat(savepoint).hasToString("SessionSavepoint[active]");
            savepoint.commit();
            assertThat(savepoint).hasToString("SessionSavepoint[ended]");
            var result = session.connection().execute(select(value(1).as("n")));
            assertThat(result).hasToString("Result[[n], unread]");
            assertThat(result.freeze()).hasToString("FrozenResult[n][1]");
        }
        assertThat(kept).hasToString("Session[closed]");
        assertThat(sessions).hasToString("SessionFactory[" + engine + ", " + sessions.model() + "]");
        assertThat(ModelDiagram.of(sessions.model()).only(USER, ORDER)).hasToString("ModelDiagram[Order, User]");
        assertThat(TransactionOptions.retrying(3).isolationLevel(IsolationLevel.SERIALIZABLE))
                .hasToString("TransactionOptions[ConnectionOptions[SERIALIZABLE], retry(3)]");
        assertThat(Reflection.only("b", "a").inSchema("s").withViews())
                .hasToString("Reflection[only [a, b], schema s, with views]");
        assertThat(engine.withOptions(o -> o.readOnly(true).tag("t").timeout(Duration.ofSeconds(3))).options())
                .hasToString("ConnectionOptions[read-only, timeout PT3S, tag \"t\"]");
    }

    @Test
    void aModelResolvesStatementsToTables() {
        Model model = Shop.model();
        var query = select(USER.name).join(USER.orders).where(ORDER.status.eq("new"));

        assertThat(model.resolve(query).sql(AnsiDialect.instance())).isEqualTo(
                "SELECT users.name FROM users JOIN orders ON users.id = orders.user_id WHERE orders.status = ?");
        assertThat(model.resolve(update(USER).set(USER.age, 3).where(USER.id.eq(1L))).sql(AnsiDialect.instance()))
                .isEqualTo("UPDATE users SET age=? WHERE users.id = ?");
    }

    @Test
    void aStatementWithoutEntitiesIsResolvedAlready() {
        var core = text("select 1");

        assertThat((Object) Shop.model().resolve(core)).isSameAs(core);
    }

    @Test
    void aStatementAboutTablesHasNoLoaderOptions() {
        assertThatThrownBy(() -> Shop.model().resolve(select(USER).options(joined(USER.addresses))))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("controls how a session loads").hasMessageContaining("addresses");
        for (var option : List.of(raiseAll(), populateExisting(), synchronize(SynchronizeSession.NONE))) {
            assertThatThrownBy(() -> Shop.model().resolve(select(USER).options(option)))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("controls how a session loads or synchronizes objects");
        }
    }

    @Test
    void anEntityOfAnotherModelIsNotResolved() {
        Model model = Model.of(COUNTRY);

        assertThatThrownBy(() -> model.resolve(select(USER))).isInstanceOf(MappingException.class)
                .hasMessageContaining("User");
    }
}

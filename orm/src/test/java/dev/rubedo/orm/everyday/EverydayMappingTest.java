package dev.rubedo.orm.everyday;

import static dev.rubedo.orm.everyday.Example_.EXAMPLE;
import static dev.rubedo.orm.everyday.Tag_.TAG;
import static dev.rubedo.orm.everyday.Vertex_.VERTEX;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.everyday.Vertex.Point;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.type.Types;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Common types and options of columns, and a value in two of them. */
class EverydayMappingTest {

    private static SessionFactory open(Engine engine) {
        Model model = Model.of(EXAMPLE, VERTEX);
        model.metadata().createAll(engine);
        return SessionFactory.of(engine, model);
    }

    @DatabaseTest
    void eachCommonTypeIsStored(Engine engine) {
        SessionFactory sessions = open(engine);
        Example given = new Example("ed").bigNum(1L << 40).smallNum((short) 7).floatVal(0.5f).description("long")
                .birthDate(LocalDate.of(2000, 2, 29)).loginTime(LocalTime.of(8, 30)).fileData(new byte[]{1, 2})
                .metadata(Map.of("a", List.of(1))).password("secret");
        sessions.inTransaction(session -> session.add(given));

        Example read = sessions.fromTransaction(session -> session.one(select(EXAMPLE)));

        assertThat(read.bigNum()).isEqualTo(1L << 40);
        assertThat(read.smallNum()).isEqualTo((short) 7);
        assertThat(read.decimalVal()).isEqualByComparingTo(new BigDecimal("1.25"));
        assertThat(read.floatVal()).isEqualTo(0.5f);
        assertThat(read.description()).isEqualTo("long");
        assertThat(read.birthDate()).isEqualTo(LocalDate.of(2000, 2, 29));
        assertThat(read.loginTime()).isEqualTo(LocalTime.of(8, 30));
        assertThat(read.fileData()).containsExactly(1, 2);
        assertThat(read.metadata()).isEqualTo(Map.of("a", List.of(1)));
        assertThat(read.password()).isEqualTo(PasswordType.hash("secret"));
    }

    @DatabaseTest
    void eachCommonOptionIsHonoured(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> session.add(new Example("ed")));
        Example read = sessions
                .fromTransaction(session -> session.one(select(EXAMPLE).where(EXAMPLE.userName.eq("ed"))));

        assertThat(read.active()).isTrue();
        assertThat(read.status()).isEqualTo(Example.Status.ACTIVE);
        assertThat(read.origin()).isEqualTo("default_value");
        assertThat(read.updatedAt()).isEqualTo(read.createdAt());
        Example changed = sessions.fromTransaction(session -> session.require(Example.class, read.id()).active(false));
        assertThat(changed.updatedAt()).isAfterOrEqualTo(read.updatedAt());
        assertThat(changed.createdAt()).isEqualTo(read.createdAt());
    }

    @DatabaseTest(only = "postgresql")
    void theTableHasTheCommentAndTheEnumeration(Engine engine, StatementLog statements) {
        open(engine);

        assertThat(statements.texts()).contains("CREATE TYPE status_enum AS ENUM ('ACTIVE', 'INACTIVE', 'PENDING')",
                "COMMENT ON COLUMN examples.description IS 'What it is about'");
    }

    @DatabaseTest
    void aPointIsOneValueInTwoColumns(Engine engine) {
        SessionFactory sessions = open(engine);
        Vertex vertex = new Vertex(new Point(3, 4));
        sessions.inTransaction(session -> session.add(vertex));

        sessions.inTransaction(session -> {
            assertThat(session.one(select(VERTEX).where(VERTEX.point.eq(new Point(3, 4)))).point().y()).isEqualTo(4);
            assertThat(session.one(select(VERTEX.point.x))).isEqualTo(3);
        });
    }

    @DatabaseTest
    void anAnnotationOfTheProgramStandsForSeveral(Engine engine) {
        Model model = Model.of(TAG);
        model.metadata().createAll(engine);
        Tag tag = new Tag("new");
        SessionFactory.of(engine, model).inTransaction(session -> session.add(tag));

        Table table = model.mapper(TAG).table();
        assertThat(tag.id()).isNotNull();
        assertThat(table.require("name").type()).isEqualTo(Types.string(30));
        assertThat(table.require("words").type()).isEqualTo(Types.string(200));
    }
}

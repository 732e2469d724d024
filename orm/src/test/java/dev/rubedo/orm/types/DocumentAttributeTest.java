package dev.rubedo.orm.types;

import static dev.rubedo.orm.types.Gadget_.GADGET;
import static dev.rubedo.sql.Sql.jsonValue;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.CheckViolationException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.orm.types.Gadget.Caption;
import dev.rubedo.orm.types.Gadget.Mood;
import dev.rubedo.orm.types.Gadget.Part;
import dev.rubedo.orm.types.Gadget.Settings;
import dev.rubedo.orm.types.Gadget.Size;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attributes whose values are JSON documents, enums and amounts of time. */
class DocumentAttributeTest {

    private static SessionFactory open(Engine engine) {
        Model model = Model.of(GADGET);
        model.metadata().createAll(engine);
        return SessionFactory.of(engine, model);
    }

    private static Gadget gadget() {
        return new Gadget(Size.SMALL).settings(new Settings("dark", List.of(1, 2)))
                .scores(Map.of("a", List.of(1, 2), "b", List.of()));
    }

    @DatabaseTest
    void documentsAreReadAsTheTypesOfTheirAttributes(Engine engine) {
        SessionFactory sessions = open(engine);
        Map<String, Object> facts = Map.of("deep", List.of(Map.of("x", 1)), "flag", true);
        Caption label = new Caption("hello", Map.of("de", "hallo"));
        sessions.inTransaction(session -> session.add(gadget().parts(List.of(new Part("wheel", 4))).facts(facts)
                .checked(Size.LARGE).natural(Size.SMALL).mood(Mood.GOOD).runtime(Duration.ofMillis(90_500))
                .label(label)));

        Gadget read = sessions.fromTransaction(session -> session.one(select(GADGET)));

        assertThat(read.settings()).isEqualTo(new Settings("dark", List.of(1, 2)));
        assertThat(read.scores()).isEqualTo(Map.of("a", List.of(1, 2), "b", List.of()));
        assertThat(read.parts()).containsExactly(new Part("wheel", 4));
        assertThat(read.facts()).isEqualTo(Optional.of(facts));
        assertThat(read.plain()).isEqualTo(Size.SMALL);
        assertThat(read.checked()).isEqualTo(Size.LARGE);
        assertThat(read.natural()).isEqualTo(Size.SMALL);
        assertThat(read.mood()).isEqualTo(Mood.GOOD);
        assertThat(read.runtime()).isEqualTo(Duration.ofMillis(90_500));
        assertThat(read.label()).isEqualTo(label);
    }

    @DatabaseTest
    void nullIsSqlNull(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> session.add(gadget()));

        sessions.inTransaction(session -> {
            assertThat(session.count(select(GADGET).where(GADGET.parts.isNull(), GADGET.facts.isNull(),
                    GADGET.natural.isNull(), GADGET.runtime.isNull()))).isEqualTo(1);
            assertThat(session.one(select(GADGET)).facts()).isEmpty();
        });
    }

    @DatabaseTest(requires = Feature.JSON_ACCESS)
    void aPartOfADocumentCanBeAskedFor(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(
                session -> session.addAll(List.of(gadget(), gadget().settings(new Settings("light", List.of())))));

        List<Gadget> dark = sessions.fromTransaction(session -> session
                .all(select(GADGET).where(jsonValue(GADGET.settings, TEXT, "theme").eq("dark"))));

        assertThat(dark).hasSize(1);
    }

    @DatabaseTest
    void settingTheSameMapAgainIsAChange(Engine engine) {
        SessionFactory sessions = open(engine);
        Map<String, List<Integer>> scores = new HashMap<>(Map.of("a", List.of(1)));
        sessions.inTransaction(session -> {
            Gadget gadget = gadget().scores(scores);
            session.add(gadget);
            session.flush();
            scores.put("b", List.of(2));
            gadget.scores(scores);
        });

        sessions.inTransaction(
                session -> assertThat(session.one(select(GADGET)).scores()).containsKeys("a", "b"));
    }

    @DatabaseTest
    void changesInPlaceAreWritten(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> session.add(gadget().facts(new HashMap<>(Map.of("deep", List.of(1))))));

        sessions.inTransaction(session -> {
            Gadget gadget = session.one(select(GADGET));
            gadget.scores().put("new", new ArrayList<>(List.of(7)));
            assertThat(session.isModified(gadget)).isTrue();
            assertThat(session.dirty()).containsExactly(gadget);
            session.flush();
            assertThat(session.dirty()).isEmpty();
            gadget.scores().get("new").add(8);
            gadget.facts().orElseThrow().put("more", true);
        });

        sessions.inTransaction(session -> {
            Gadget gadget = session.one(select(GADGET));
            assertThat(gadget.scores().get("new")).containsExactly(7, 8);
            assertThat(gadget.facts().orElseThrow()).containsEntry("more", true);
        });
    }

    @DatabaseTest
    void whatWasOnlyReadIsNotWritten(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> session.add(gadget()));
        statements.clear();

        sessions.inTransaction(session -> {
            Gadget gadget = session.one(select(GADGET));
            gadget.scores().get("a");
            gadget.scores().put("x", List.of());
            gadget.scores().remove("x");
            session.flush();
        });

        assertThat(statements.texts()).noneMatch(sql -> sql.startsWith("UPDATE"));
    }

    @DatabaseTest
    void anAutoflushAndAQuerySeeAChangeInPlace(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> session.add(gadget()));
        sessions.inTransaction(session -> {
            Gadget gadget = session.one(select(GADGET));
            gadget.scores().clear();

            assertThat(session.one(select(GADGET.scores))).isEmpty();
            assertThat(InstanceState.of(gadget).history("scores").hasChanges()).isFalse();
        });
        sessions.inTransaction(session -> {
            Gadget gadget = session.one(select(GADGET));
            gadget.scores().put("z", List.of());
            session.refresh(gadget);

            assertThat(gadget.scores()).isEmpty();
            assertThat(session.dirty()).isEmpty();
        });
    }

    @DatabaseTest
    void aCheckedEnumRefusesOtherTexts(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> session.add(gadget()));

        assertThatThrownBy(() -> sessions.inTransaction(
                session -> session.connection().execute(text("UPDATE gadget SET checked = 'HUGE'"))))
                .isInstanceOf(CheckViolationException.class);
        assertThatThrownBy(() -> sessions.inTransaction(
                session -> session.connection().execute(text("UPDATE gadget SET mood = 'SO'"))))
                .isInstanceOf(CheckViolationException.class);
    }

    @DatabaseTest
    void enumsAreStringsUnlessTheMappingSaysOtherwise(Engine engine, StatementLog statements) {
        open(engine);

        String create = statements.texts().stream().filter(sql -> sql.startsWith("CREATE TABLE gadget")).findFirst()
                .orElseThrow();

        assertThat(create).contains("plain VARCHAR(255) NOT NULL");
        String natural = switch (engine.dialect().name()) {
            case "postgresql" -> "\"natural\" gadget_size";
            case "mariadb", "mysql" -> "ENUM('SMALL','LARGE')";
            default -> "VARCHAR(5)";
        };
        assertThat(create).contains(natural);
        assertThat(create)
                .containsIgnoringCase(engine.dialect().name().equals("postgresql") ? "settings JSONB" : "settings ");
    }
}

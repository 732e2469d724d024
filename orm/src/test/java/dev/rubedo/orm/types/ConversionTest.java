package dev.rubedo.orm.types;

import static dev.rubedo.orm.Orm.loadOnly;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.types.Label_.LABEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.ResultException;
import dev.rubedo.orm.error.AttributeConversionException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;

/** Values that the type of an attribute does not convert. */
class ConversionTest {

    private static final String UNREADABLE = "The value of \"Label.shade\" cannot be read from column \"shade_name\" by the"
            + " type Shade: not a shade: crimson";

    private static final String UNWRITABLE = "The value of \"Label.shade\" cannot be written to column \"shade_name\" by the"
            + " type Shade: not a shade: crimson";

    private static SessionFactory open(Engine engine) {
        var model = Model.of(LABEL);
        model.metadata().createAll(engine);
        var sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> session.add(new Label("a", "dark")));
        return sessions;
    }

    @DatabaseTest
    void aValueThatItsTypeCannotReadNamesItsAttribute(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(
                session -> session.connection().execute(Sql.text("UPDATE label SET shade_name = 'crimson'")));

        assertThatThrownBy(() -> sessions.inTransaction(session -> session.all(select(LABEL))))
                .isInstanceOfSatisfying(AttributeConversionException.class, e -> {
                    assertThat(e.entityName()).isEqualTo("Label");
                    assertThat(e.attribute()).isEqualTo("shade");
                }).hasMessage(UNREADABLE).hasCauseInstanceOf(IllegalArgumentException.class);
        sessions.inTransaction(session -> {
            Label label = session.one(select(LABEL).options(loadOnly(LABEL.text)));
            assertThat(label.text()).isEqualTo("a");

            assertThatThrownBy(label::shade).hasMessage(UNREADABLE);
        });
    }

    @DatabaseTest
    void aValueThatItsTypeCannotWriteNamesItsAttribute(Engine engine) {
        SessionFactory sessions = open(engine);

        assertThatThrownBy(() -> sessions.inTransaction(session -> session.add(new Label("b", "crimson"))))
                .isInstanceOf(AttributeConversionException.class).hasMessage(UNWRITABLE);
        assertThatThrownBy(() -> sessions.inTransaction(session -> session.require(LABEL, 1).shade("crimson")))
                .isInstanceOf(AttributeConversionException.class).hasMessage(UNWRITABLE);
        sessions.inTransaction(session -> {
            assertThat(session.count(select(LABEL))).isEqualTo(1);
            assertThat(session.require(LABEL, 1).shade()).isEqualTo("dark");
        });
    }

    @DatabaseTest
    void valuesWithoutAnEntityNameTheirColumn(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(
                session -> session.connection().execute(Sql.text("UPDATE label SET shade_name = 'crimson'")));
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.all(select(LABEL.shade))).isInstanceOf(ResultException.class)
                    .hasMessageMatching("(?i)The value of column \"shade_name\" cannot be read by the type"
                            + " Shade\\[\\]: not a shade: crimson");
            assertThatThrownBy(() -> session.all(select(LABEL.id).where(LABEL.shade.eq("crimson"))))
                    .isInstanceOf(ResultException.class)
                    .hasMessage(
                            "A value of java.lang.String cannot be written by the type Shade[]: not a shade: crimson");

            assertThat(session.count(select(LABEL))).isEqualTo(1);
        }
    }
}

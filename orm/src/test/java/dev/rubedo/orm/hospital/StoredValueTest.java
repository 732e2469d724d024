package dev.rubedo.orm.hospital;

import static dev.rubedo.orm.hospital.Sample_.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.DataException;
import dev.rubedo.error.ResultException;
import dev.rubedo.orm.mapper.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;

/** No value is changed by the column that its attribute gets when nothing else is said. */
class StoredValueTest {
    private SessionFactory sessions;

    @BeforeEach
    void createTheTable(Engine engine) {
        Model model = Model.of(SAMPLE);
        model.metadata().createAll(engine);
        sessions = SessionFactory.of(engine, model);
    }

    private void store(Consumer<Sample> values) {
        sessions.inTransaction(session -> {
            Sample sample = new Sample().id(1);
            values.accept(sample);
            session.add(sample);
        });
    }

    @DatabaseTest(only = {"sqlite", "mariadb", "mysql"})
    void aNumberThatIsNoneIsRefused() {
        assertThatThrownBy(() -> store(sample -> sample.dblN(Double.NaN))).isInstanceOf(DataException.class)
                .hasMessageContaining("Store null, or another number");
        assertThatThrownBy(() -> store(sample -> sample.dbl(Double.NaN))).isInstanceOf(DataException.class)
                .hasMessageContaining("Store null, or another number");
        assertThatThrownBy(() -> store(sample -> sample.realN(Float.NaN))).isInstanceOf(DataException.class)
                .hasMessageContaining("Store null, or another number");
    }

    @DatabaseTest(except = {"mariadb", "mysql"})
    void infiniteNumbersComeBack() {
        store(sample -> sample.dbl(Double.POSITIVE_INFINITY).realN(Float.NEGATIVE_INFINITY));

        try (Session session = sessions.open()) {
            assertThat(session.require(Sample.class, 1).dbl()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(session.require(Sample.class, 1).realN()).isEqualTo(Float.NEGATIVE_INFINITY);
        }
    }

    /** The driver would read it as -1294967296. */
    @DatabaseTest(only = "sqlite")
    void aWholeNumberThatSomebodyElseMadeTooLargeIsRefused(Engine engine) {
        store(sample -> sample.intN(1));
        engine.inTransaction(connection -> connection.execute(Sql.text("UPDATE sample SET int_n = 3000000000")));

        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.require(Sample.class, 1)).isInstanceOf(ResultException.class)
                    .hasMessageContaining("The database holds 3000000000, which does not fit into INTEGER.");
        }
    }
}

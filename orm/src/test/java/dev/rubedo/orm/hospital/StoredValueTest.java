package dev.rubedo.orm.hospital;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.hospital.Sample_.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.DataException;
import dev.rubedo.error.ResultException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Objects;
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

    @DatabaseTest
    void anArrayThatWasChangedInPlaceIsWrittenWhenItIsSet() {
        store(sample -> sample.bytes(new byte[]{1, 2}));

        sessions.inTransaction(session -> {
            Sample sample = session.one(select(SAMPLE));
            byte[] bytes = Objects.requireNonNull(sample.bytes());
            bytes[0] = 9;
            sample.bytes(bytes);
            assertThat(session.isModified(sample)).isTrue();
            session.flush();
            assertThat(session.isModified(sample)).isFalse();
            bytes[1] = 8;
            sample.bytes(new byte[]{7});
            sample.bytes(bytes);
        });

        sessions.inTransaction(
                session -> assertThat(session.one(select(SAMPLE)).bytes()).containsExactly(9, 8));
    }

    @DatabaseTest
    void anImmutableValueThatIsSetAgainIsNoChange() {
        Instant instant = Instant.parse("2024-02-29T12:00:00Z");
        store(sample -> sample.instant(instant).clob("text").intN(70_000).bytes(new byte[]{1}).rank(Rank.values()[0]));

        try (Session session = sessions.open()) {
            Sample sample = session.one(select(SAMPLE));
            sample.instant(sample.instant()).clob(sample.clob()).intN(sample.intN()).rank(sample.rank());
            sample.bytes(Objects.requireNonNull(sample.bytes()).clone());

            assertThat(session.isModified(sample)).isFalse();
            assertThat(session.dirty()).isEmpty();
        }
    }

    @DatabaseTest
    void microsecondsComeBack() {
        LocalTime time = LocalTime.of(1, 2, 3, 456_789_000);
        LocalDateTime stamp = LocalDateTime.of(2024, 2, 29, 1, 2, 3, 456_789_000);
        OffsetDateTime offset = OffsetDateTime.parse("2024-02-29T01:02:03.456789+05:30");
        Instant instant = Instant.parse("2024-02-29T12:00:00.123456Z");

        store(sample -> sample.time(time).stamp(stamp).offset(offset).instant(instant));

        try (Session session = sessions.open()) {
            Sample sample = session.one(select(SAMPLE).where(SAMPLE.instant.eq(instant), SAMPLE.stamp.eq(stamp)));
            assertThat(sample.time()).isEqualTo(time);
            assertThat(sample.stamp()).isEqualTo(stamp);
            assertThat(sample.offset().toInstant()).isEqualTo(offset.toInstant());
            assertThat(sample.instant()).isEqualTo(instant);
        }
    }

    @DatabaseTest(except = "sqlite")
    void nanosecondsAreCutAndNeverRoundedToTheNextDay() {
        Instant instant = Instant.parse("2024-02-29T23:59:59.999999999Z");

        store(sample -> sample.instant(instant).time(LocalTime.MAX));

        try (Session session = sessions.open()) {
            Sample sample = session.one(select(SAMPLE).where(SAMPLE.instant.eq(instant)));
            assertThat(sample.instant()).isEqualTo(Instant.parse("2024-02-29T23:59:59.999999Z"));
            assertThat(sample.time()).isEqualTo(LocalTime.of(23, 59, 59, 999_999_000));
        }
    }

    @DatabaseTest
    void aDecimalNumberWithoutPrecisionKeepsItsFraction() {
        store(sample -> sample.plain(new BigDecimal("1.5")));

        try (Session session = sessions.open()) {
            assertThat(session.require(Sample.class, 1).plain()).isEqualTo(new BigDecimal("1.5"));
            assertThat(session.all(select(SAMPLE.id).where(SAMPLE.plain.gt(new BigDecimal("1.4")),
                    SAMPLE.plain.lt(new BigDecimal("10"))))).containsExactly(1);
        }
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

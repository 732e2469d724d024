package dev.rubedo.orm.defaults;

import static dev.rubedo.orm.defaults.Cat_.CAT;
import static dev.rubedo.orm.defaults.Dog_.DOG;
import static dev.rubedo.orm.defaults.Pet_.PET;
import static dev.rubedo.orm.defaults.Tariff_.TARIFF;
import static dev.rubedo.orm.defaults.Ticket_.TICKET;
import static dev.rubedo.orm.defaults.Tide_.TIDE;
import static dev.rubedo.sql.Sql.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Upserts of entities with defaults, of classes of a hierarchy, and with keys that a column does not hold as they are. */
class UpsertDefaultsTest {

    private static SessionFactory open(Engine engine, Model model) {
        model.metadata().createAll(engine);
        Clock.restart();
        return SessionFactory.of(engine, model);
    }

    @DatabaseTest
    void aRowOfAnotherClassIsNotChanged(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, Model.of(PET, CAT, DOG));
        Long id = sessions.fromTransaction(session -> {
            Pet pet = new Pet("Pia");
            session.add(pet);
            session.flush();
            return pet.id();
        });
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.upsert(CAT, List.of(values().set(CAT.id, id).set(CAT.name, "Tom"))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessage("After upsert(...) no row of \"Cat\" has the key [" + id
                            + "]: the row with this key is "
                            + "of another class. The transaction was rolled back. Check the key, or use merge(...).");
            assertThatThrownBy(session::commit).isInstanceOf(ObjectStateException.class);
            session.rollback();
            assertThat(session.require(Pet.class, id)).isExactlyInstanceOf(Pet.class).extracting(Pet::name)
                    .isEqualTo("Pia");
        }
    }

    @DatabaseTest
    void aSubclassIsInsertedWithItsDefaultsAndUpdatedWithThoseOfUpdates(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, Model.of(PET, CAT, DOG));
        sessions.inTransaction(session -> {
            Cat cat = session.upsert(CAT, List.of(values().set(CAT.id, 50L).set(CAT.name, "Tom"))).get(0);
            assertThat(cat.lives()).isEqualTo(9);
            assertThat(cat.color()).isEqualTo("grey");
            assertThat(cat.age()).isEqualTo(1);
            assertThat(cat.state()).isNull();

            Cat again = session.upsert(CAT, List.of(values().set(CAT.id, 50L).set(CAT.name, "Kit"))).get(0);

            assertThat(again).isSameAs(cat);
            assertThat(cat.name()).isEqualTo("Kit");
            assertThat(cat.state()).isEqualTo("changed");
        });
    }

    @DatabaseTest
    void anUpdatedRowHasTheValuesOfUpdates(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, Model.of(TICKET));
        UUID id = UUID.randomUUID();
        sessions.inTransaction(session -> {
            Ticket ticket = session.upsert(TICKET, List.of(values().set(TICKET.id, id).set(TICKET.title, "a"))).get(0);
            assertThat(ticket.token()).isEqualTo("FIRST");
            assertThat(ticket.by()).isNull();
            LocalDateTime created = ticket.created();
            LocalDateTime updated = ticket.updated();

            session.upsert(TICKET, List.of(values().set(TICKET.id, id).set(TICKET.title, "b")));

            assertThat(ticket.title()).isEqualTo("b");
            assertThat(ticket.created()).isEqualTo(created);
            assertThat(ticket.updated()).isAfter(updated);
            assertThat(ticket.token()).isEqualTo("next!");
            assertThat(ticket.by()).isEqualTo("sql");

            session.upsert(TICKET,
                    List.of(values().set(TICKET.id, id).set(TICKET.title, "c").set(TICKET.token, "mine")));
            assertThat(ticket.token()).isEqualTo("mine");
        });
    }

    @DatabaseTest
    void aPointInTimeIsCutAsInAFlush(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, Model.of(TIDE));
        LocalDateTime at = LocalDateTime.of(2026, 3, 1, 12, 0, 0, 123_456_789);
        for (int height : new int[]{1, 2}) {
            Tide tide = sessions.fromTransaction(session -> session
                    .upsert(TIDE, List.of(values().set(TIDE.at, at).set(TIDE.height, height))).get(0));

            boolean isExact = engine.dialect().name().equals("sqlite");
            assertThat(tide.at()).isEqualTo(isExact ? at : at.truncatedTo(ChronoUnit.MICROS));
            assertThat(tide.height()).isEqualTo(height);
        }
    }

    @DatabaseTest
    void aNumberThatWouldBeRoundedIsNoKey(Engine engine, StatementLog statements) {
        try (Session session = open(engine, Model.of(TARIFF)).open()) {
            assertThatThrownBy(() -> session.upsert(TARIFF,
                    List.of(values().set(TARIFF.weight, new BigDecimal("1.555")).set(TARIFF.price, 1))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The value 1.555 of \"Tariff.weight\" has more than 2 fraction digits, so the "
                            + "database would round the key. Round it before upsert(...).");

            Tariff tariff = session.upsert(TARIFF,
                    List.of(values().set(TARIFF.weight, new BigDecimal("1.5000")).set(TARIFF.price, 1))).get(0);
            assertThat(tariff.weight()).isEqualByComparingTo("1.5");
        }
    }

    @DatabaseTest(only = "sqlite")
    void theDiscriminatorOfAnotherClassIsRefused(Engine engine, StatementLog statements) {
        try (Session session = open(engine, Model.of(PET, CAT, DOG)).open()) {
            assertThatThrownBy(() -> session.upsert(CAT,
                    List.of(values().set(CAT.id, 1L).set(CAT.name, "x").set(CAT.kind, "pet"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A row of upsert(...) has the discriminator value \"pet\", but rows of \"Cat\" have "
                            + "\"cat\". Leave it out, or upsert the entity that has this value.");
        }
    }
}

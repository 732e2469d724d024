package dev.rubedo.orm.guide;

import static dev.rubedo.orm.Orm.BIGINT;
import static dev.rubedo.orm.Orm.BOOLEAN;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.string;
import static dev.rubedo.orm.Orm.undefer;
import static dev.rubedo.orm.Orm.undeferGroup;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.guide.Account_.ACCOUNT;
import static dev.rubedo.orm.guide.Invoice_.INVOICE;
import static dev.rubedo.schema.Column.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.guide.Account.Place;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.schema.MetaData;
import dev.rubedo.testing.DatabaseTest;
import java.time.Instant;
import java.util.List;

/** The samples of {@code docs/guide/mapping.md}; an architecture test compares the texts. */
class MappingTest {

    @DatabaseTest
    void theSamplesDoWhatTheySay(Engine engine) {
        Model model = Model.of(ACCOUNT);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.builder(engine, model)
                .mixinCriteria(SoftDeletable.class, SoftDeletable_::of, row -> row.deletedAt.isNull()).build();

        Account ann = new Account("Ann", "Ann@example.com");
        sessions.inTransaction(session -> session.add(ann));

        assertThat(ann.id()).isNotNull();
        assertThat(ann.state()).isEqualTo(Account.State.OPEN);
        assertThat(ann.level()).isEqualTo(1);
        assertThat(ann.email()).isEqualTo("ann@example.com");
        assertThat(ann.createdAt()).isBeforeOrEqualTo(Instant.now());
        assertThatThrownBy(() -> ann.email("nonsense")).hasMessage("not an e-mail address: nonsense");

        sessions.inTransaction(session -> {
            Place home = new Place("Main Street 1", "Ulm");
            List<Account> there = session.all(select(ACCOUNT).where(ACCOUNT.home.eq(home)));
            List<Account> inUlm = session.all(select(ACCOUNT).where(ACCOUNT.home.town.eq("Ulm")));
            List<Place> places = session.all(select(ACCOUNT.home.value()));
            session.execute(ACCOUNT.work.setIn(update(ACCOUNT), home).where(ACCOUNT.work.isNull()));

            assertThat(there).containsExactly(session.require(Account.class, ann.id()));
            assertThat(inUlm).hasSize(1);
            assertThat(places).containsExactly(home);
        });

        sessions.inTransaction(session -> {
            session.all(select(ACCOUNT).options(undefer(ACCOUNT.biography), undeferGroup(ACCOUNT, "images")));

            Account read = session.require(Account.class, ann.id());
            assertThat(read.work()).isEqualTo(new Place("Main Street 1", "Ulm"));
            assertThat(read.changed()).isNotNull();
            assertThat(read.deleted()).isFalse();
            read.deletedAt(Instant.now());
        });
        sessions.inTransaction(session -> assertThat(session.get(Account.class, ann.id())).isEmpty());
    }

    @DatabaseTest
    void anExistingTableIsMappedAsItIs(Engine engine) {
        MetaData metadata = new MetaData();
        metadata.table("invoice", column("number", BIGINT).primaryKey(), column("customer", string(50)).notNull(),
                column("paid", BOOLEAN).notNull(), column("remark", string(500)).comment("For the clerk"));
        Model model = Model.of(metadata, INVOICE);

        metadata.createAll(engine);
        SessionFactory.of(engine, model).inTransaction(session -> {
            Invoice invoice = new Invoice();
            invoice.setNumber(7L);
            invoice.setCustomer("Ann");
            session.add(invoice);
            session.flush();

            assertThat(session.one(select(INVOICE)).getCustomer()).isEqualTo("Ann");
            assertThat(invoice.isPaid()).isFalse();
        });
    }
}

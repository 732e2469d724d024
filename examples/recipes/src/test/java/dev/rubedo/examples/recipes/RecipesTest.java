package dev.rubedo.examples.recipes;

import static dev.rubedo.examples.recipes.generic.Customer_.CUSTOMER;
import static dev.rubedo.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.event.Registration;
import dev.rubedo.examples.recipes.adjacency.TreeNode;
import dev.rubedo.examples.recipes.adjacency.Trees;
import dev.rubedo.examples.recipes.association.Item;
import dev.rubedo.examples.recipes.association.Sale;
import dev.rubedo.examples.recipes.association.Sales;
import dev.rubedo.examples.recipes.dictionary.Lexicon;
import dev.rubedo.examples.recipes.dictionary.Words;
import dev.rubedo.examples.recipes.generic.Customer;
import dev.rubedo.examples.recipes.generic.Line;
import dev.rubedo.examples.recipes.generic.Notebook;
import dev.rubedo.examples.recipes.generic.Owners;
import dev.rubedo.examples.recipes.generic.Place;
import dev.rubedo.examples.recipes.generic.Remark;
import dev.rubedo.examples.recipes.generic.Supplier;
import dev.rubedo.examples.recipes.graph.City;
import dev.rubedo.examples.recipes.graph.Road;
import dev.rubedo.examples.recipes.graph.Roads;
import dev.rubedo.examples.recipes.history.Contract;
import dev.rubedo.examples.recipes.history.Histories;
import dev.rubedo.examples.recipes.nested.Organization;
import dev.rubedo.examples.recipes.nested.Position;
import dev.rubedo.examples.recipes.path.Folder;
import dev.rubedo.examples.recipes.path.Folders;
import dev.rubedo.examples.recipes.restricted.Note;
import dev.rubedo.examples.recipes.restricted.Restrictions;
import dev.rubedo.examples.recipes.versioned.Rate;
import dev.rubedo.examples.recipes.versioned.Rates;
import dev.rubedo.examples.recipes.vertical.Animal;
import dev.rubedo.examples.recipes.vertical.Animals;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Each recipe, on two databases. */
class RecipesTest {

    private static SessionFactory open(Engine engine, Model model) {
        model.metadata().createAll(engine);
        return SessionFactory.of(engine, model);
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void aTreeIsLoadedByLevels(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, Trees.MODEL);
        sessions.inTransaction(session -> {
            TreeNode root = new TreeNode("root");
            root.child("a").child("a1");
            root.child("b");
            session.add(root);
        });
        try (Session session = sessions.open()) {
            statements.clear();
            TreeNode root = Trees.load(session, "root");

            assertThat(root.outline()).isEqualTo("root[a[a1], b]");
            assertThat(statements.texts()).hasSizeLessThanOrEqualTo(4);
            root.children().remove("a");
            session.commit();
            assertThat(Trees.load(session, "root").outline()).isEqualTo("root[b]");
        }
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void foldersAreFoundByTheirPaths(Engine engine) {
        try (Session session = open(engine, Folders.MODEL).open()) {
            Folder home = new Folder("/home/");
            Folder notes = new Folder("/home/ada/notes/");
            Folder wild = new Folder("/home_/");
            session.add(home, new Folder("/home/ada/"), notes, new Folder("/tmp/"), wild, new Folder("/homes/tea/"));
            session.flush();

            assertThat(home.descendants()).extracting(Folder::path).containsExactly("/home/ada/", "/home/ada/notes/");
            assertThat(notes.ancestors()).extracting(Folder::path).containsExactly("/home/", "/home/ada/");
            assertThat(wild.descendants()).isEmpty();
            assertThat(Folders.move(session, "/home/ada/", "/srv/")).isEqualTo(2);
            assertThat(notes.path()).isEqualTo("/srv/notes/");
        }
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void nestedSetsKeepTheirNumbers(Engine engine) {
        try (Session session = open(engine, Organization.MODEL).open()) {
            Position boss = Organization.root(session, "boss");
            Position sales = Organization.below(session, boss, "sales");
            Organization.below(session, boss, "research");
            Organization.below(session, sales, "north");
            session.flush();

            assertThat(Organization.below(session, boss)).containsExactly("sales", "north", "research");
            assertThat(Organization.below(session, sales)).containsExactly("north");
            assertThat(Organization.indented(session)).containsExactly("boss", " sales", "  north", " research");
            assertThat(List.of(boss.from(), boss.to())).containsExactly(1, 8);
        }
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void aGraphMayHaveCycles(Engine engine) {
        try (Session session = open(engine, Roads.MODEL).open()) {
            City ulm = new City("Ulm");
            City bonn = new City("Bonn");
            City kiel = new City("Kiel");
            session.add(ulm, bonn, kiel, new City("Jena"));
            session.add(new Road(ulm, bonn, 400), new Road(bonn, kiel, 500), new Road(kiel, ulm, 800));
            session.flush();

            assertThat(Roads.neighbors(session, ulm)).containsExactly("Bonn");
            assertThat(Roads.reachable(session, ulm, 1)).containsExactly("Bonn");
            assertThat(Roads.reachable(session, ulm, 9)).containsExactly("Bonn", "Kiel", "Ulm");
            assertThat(ulm.outgoing()).extracting(Road::end).containsExactly(bonn);
        }
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void anAssociationObjectKeepsThePrice(Engine engine) {
        try (Session session = open(engine, Sales.MODEL).open()) {
            Item mug = new Item("mug", "4.00");
            session.add(mug);
            Sale sale = new Sale("Ada");
            sale.items().add(mug);
            session.add(sale);
            session.flush();
            assertThat(Sales.lucky(session)).isEmpty();
            mug.price(new BigDecimal("5.00"));

            assertThat(Sales.lucky(session)).containsExactly("Ada");
            assertThat(sale.items()).containsExactly(mug);
        }
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void factsAreRows(Engine engine) {
        try (Session session = open(engine, Animals.MODEL).open()) {
            Animal stoat = new Animal("stoat").fact("color", "reddish").fact("cuteness", 7).fact("poisonous", false);
            session.add(stoat, new Animal("loris").fact("color", "brown"));
            session.flush();

            assertThat(Animals.with(session, "color", "reddish")).containsExactly("stoat");
            stoat.fact("cuteness", 9).fact("poisonous", null).fact("color", "white");
            session.commit();
            assertThat(stoat.fact("cuteness")).isEqualTo(9L);
            assertThat(stoat.fact("poisonous")).isNull();
            assertThat(stoat.facts()).hasSize(2);
        }
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void formerVersionsAreKept(Engine engine) {
        SessionFactory sessions = open(engine, Histories.MODEL);
        Registration keeping = Histories.keep(sessions);
        try (Session session = sessions.open()) {
            Contract contract = new Contract("Acme", 5);
            session.add(contract);
            session.commit();
            contract.amount(6);
            session.commit();
            contract.partner("Acme & Sons").amount(7);
            session.commit();

            assertThat(Histories.of(session, contract)).containsExactly("1: Acme, 5", "2: Acme, 6");
            session.delete(contract);
            session.commit();
            assertThat(session.count(select(dev.rubedo.examples.recipes.history.FormerContract_.FORMER_CONTRACT)))
                    .isEqualTo(3);
        }
        keeping.remove();
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void aChangeInsertsARow(Engine engine) {
        SessionFactory sessions = open(engine, Rates.MODEL);
        Registration inserting = Rates.insertOnly(sessions);
        try (Session session = sessions.open()) {
            Rate rate = new Rate("vat", 16);
            session.add(rate, new Rate("duty", 3));
            session.commit();
            rate.percent(19);
            session.commit();

            assertThat(Rates.newest(session)).extracting(Rate::percent).containsExactly(3, 19);
            assertThat(rate.percent()).isEqualTo(16);
        }
        inserting.remove();
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void sessionsSeeAPartOfTheRows(Engine engine) {
        SessionFactory sessions = open(engine, Restrictions.MODEL);
        Instant day = Instant.parse("2026-01-01T00:00:00Z");
        sessions.inTransaction(session -> session.add(new Note("a", true, day), new Note("b", false, day),
                new Note("c", true, day.plusSeconds(86_400))));

        assertThat(Restrictions.publicOnly(sessions).<List<String>, RuntimeException>fromTransaction(
                session -> Restrictions.texts(session, false))).containsExactly("a", "c");
        assertThat(Restrictions.publicOnly(sessions).<List<String>, RuntimeException>fromTransaction(
                session -> Restrictions.texts(session, true))).containsExactly("a", "b", "c");
        assertThat(Restrictions.between(sessions, day, day.plusSeconds(60))
                .<List<String>, RuntimeException>fromTransaction(session -> Restrictions.texts(session, false)))
                .containsExactly("a", "b");
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void severalEntitiesOwnTheSameKindOfThing(Engine engine) {
        try (Session session = open(engine, Owners.MODEL).open()) {
            Customer ada = new Customer("Ada");
            Supplier acme = new Supplier("Acme");
            ada.places().add(new Place("Ulm"));
            acme.places().add(new Place("Ulm"));
            Notebook notebook = new Notebook();
            notebook.lines().add(new Line("calls often"));
            ada.notebook(notebook);
            session.add(ada, acme);
            session.flush();
            session.add(Remark.on(ada, "nice"), Remark.on(acme, "late"));
            session.flush();

            assertThat(Owners.in(session, "Ulm")).containsExactly("Ada", "Acme");
            assertThat(ada.remarks()).extracting(Remark::text).containsExactly("nice");
            assertThat(session.all(select(CUSTOMER.name).where(CUSTOMER.notebook.isNotNull()))).containsExactly("Ada");
            ada.places().clear();
            session.commit();
            assertThat(Owners.in(session, "Ulm")).containsExactly("Acme");
            assertThatThrownBy(() -> ada.remarks().add(Remark.on(ada, "x"))).isInstanceOf(RuntimeException.class);
        }
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void aWordIsFoundWithoutTheOthers(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, Words.MODEL);
        Lexicon english = new Lexicon("English");
        try (Session session = sessions.open()) {
            session.add(english);
            session.flush();
            english.define(session, "cat", "an animal");
            english.define(session, "dog", "another animal");
            session.commit();
            english.define(session, "cat", "a small animal");
            session.commit();
        }
        try (Session session = sessions.open()) {
            Lexicon found = session.require(Lexicon.class, english.id());
            statements.clear();

            assertThat(found.find(session, "cat").orElseThrow().meaning()).isEqualTo("a small animal");
            assertThat(found.find(session, "cow")).isEmpty();
            assertThat(statements).hasCount(2);
        }
    }
}

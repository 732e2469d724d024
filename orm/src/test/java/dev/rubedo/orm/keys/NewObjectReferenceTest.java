package dev.rubedo.orm.keys;

import static dev.rubedo.orm.keys.Country_.COUNTRY;
import static dev.rubedo.orm.keys.Town_.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Relationships of new objects, of which only the foreign keys are set. */
class NewObjectReferenceTest {

    @DatabaseTest
    void theTargetsOfANewObjectAreFoundByItsForeignKeys(Engine engine, StatementLog statements) {
        Model model = Model.of(COUNTRY, TOWN);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> session.addAll(List.of(new Country("ch", "Switzerland"),
                new Country("de", "Germany"))));
        try (Session session = sessions.open()) {
            Country germany = session.require(COUNTRY, "de");
            Town bern = new Town("Bern", "ch");
            session.loadReferences(bern);
            assertThat(bern.country().name()).isEqualTo("Switzerland");
            assertThat(InstanceState.of(bern).isTransient()).isTrue();

            statements.clear();
            Town bonn = new Town("Bonn", "de");
            Town lost = new Town("Atlantis", "xx");
            session.add(bonn);
            session.loadReferences(bonn);
            assertThat(bonn.country()).isSameAs(germany);
            assertThat(statements).hasCount(0);
            session.flush();
            statements.clear();
            session.loadReferences(lost);
            session.loadReferences(new Town());
            assertThat(statements).hasCount(1);
            assertThat(InstanceState.of(lost).isTransient()).isTrue();
            assertThat(bonn.countryCode()).isEqualTo("de");
            assertThatThrownBy(() -> session.loadReferences(bonn)).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("has a row, so its relationships are loaded on access");
        }
    }
}

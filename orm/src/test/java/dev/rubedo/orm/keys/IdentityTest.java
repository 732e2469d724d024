package dev.rubedo.orm.keys;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.keys.Coin_.COIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import java.math.BigDecimal;

/** One row is one object, whatever its key is. */
class IdentityTest {

    private static SessionFactory open(Engine engine) {
        var model = Model.of(COIN);
        model.metadata().createAll(engine);
        return SessionFactory.of(engine, model);
    }

    @DatabaseTest
    void aDecimalKeyIsTheSameInEachScale(Engine engine) {
        try (Session session = open(engine).open()) {
            Coin coin = new Coin(new BigDecimal("1.5"), "a");
            session.add(coin);
            session.flush();

            assertThat(session.one(select(COIN))).isSameAs(coin);
            assertThat(session.require(COIN, new BigDecimal("1.500"))).isSameAs(coin);
            session.commit();
            assertThat(session.require(COIN, new BigDecimal("1.50"))).isSameAs(coin);
            assertThat(coin.name()).isEqualTo("a");
        }
    }
}

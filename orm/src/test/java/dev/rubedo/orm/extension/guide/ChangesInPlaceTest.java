package dev.rubedo.orm.extension.guide;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.extension.guide.Product_.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.HashMap;
import java.util.Map;

/** Values that are changed in place, and properties that are entries of a document. */
class ChangesInPlaceTest {

    private static SessionFactory open(Engine engine) {
        Model model = Model.of(PRODUCT);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> session.add(new Product(new HashMap<>(Map.of("color", "red")), (byte) 1,
                (byte) 2)));
        return sessions;
    }

    @DatabaseTest
    void anArrayThatChangesInPlaceIsWritten(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> {
            Product product = session.one(select(PRODUCT));
            product.photo()[1] = 7;
            assertThat(session.isModified(product)).isTrue();
            assertThat(InstanceState.of(product).history(PRODUCT.photo).deleted()).containsExactly(new byte[]{1, 2});
        });
        sessions.inTransaction(session -> assertThat(session.one(select(PRODUCT)).photo()).containsExactly(1, 7));
    }

    @DatabaseTest
    void whatChangesWhileDetachedIsWrittenWhenItIsAttached(Engine engine) {
        SessionFactory sessions = open(engine);
        Product product = sessions.fromTransaction(session -> session.one(select(PRODUCT)));
        product.photo()[1] = 7;
        assertThat(InstanceState.of(product).isModified()).isTrue();

        sessions.inTransaction(session -> session.add(product));
        product.photo()[0] = 5;
        sessions.inTransaction(session -> session.merge(product));

        sessions.inTransaction(session -> assertThat(session.one(select(PRODUCT)).photo()).containsExactly(5, 7));
    }

    @DatabaseTest
    void whatWasOnlyReadIsNotWritten(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine);
        statements.clear();
        sessions.inTransaction(session -> {
            Product product = session.one(select(PRODUCT));
            product.photo()[0] = 9;
            product.photo()[0] = 1;
            assertThat(product.color()).isEqualTo("red");
            session.flush();
        });
        assertThat(statements.texts()).noneMatch(sql -> sql.startsWith("UPDATE"));
    }

    @DatabaseTest(requires = Feature.JSON_ACCESS)
    void anEntryOfADocumentIsAProperty(Engine engine) {
        SessionFactory sessions = open(engine);
        try (Session session = sessions.open()) {
            Product product = session.one(select(PRODUCT).where(PRODUCT.color().eq("red")));
            product.color("blue");
            session.commit();
            assertThat(session.all(select(PRODUCT.color()))).containsExactly("blue");
        }
    }
}

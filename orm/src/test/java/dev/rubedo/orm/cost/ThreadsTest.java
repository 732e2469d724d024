package dev.rubedo.orm.cost;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What may be shared by threads is used for the first time by many at once. */
class ThreadsTest {

    private static final int THREADS = 12;

    private static void atOnce(Callable<?> work) throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(THREADS);
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> {
                    barrier.await();
                    return work.call();
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
    }

    @Test
    void aModelAnEngineAndAFactory() throws Exception {
        try (var engine = Engine.builder("h2:///mem:threads").poolSize(16).build()) {
            var model = Shop.model();
            model.metadata().createAll(engine);
            var sessions = SessionFactory.of(engine, model);

            atOnce(() -> {
                sessions.inTransaction(session -> {
                    var user = new User("somebody");
                    user.addresses().add(new Address("a@b"));
                    session.add(user);
                });
                return sessions.fromTransaction(
                        session -> session.all(select(USER).options(selectIn(USER.addresses))).size());
            });

            int users = sessions.fromTransaction(session -> session.all(select(USER)).size());
            assertThat(users).isEqualTo(THREADS);
        }
    }

    @Test
    void statementsAreCompiledAlike() throws Exception {
        try (var engine = Engine.create("h2://")) {
            var model = Shop.model();
            var texts = Collections.synchronizedSet(new HashSet<String>());

            atOnce(() -> texts.add(model.resolve(select(USER).where(USER.addresses.any())).sql(engine.dialect())));

            assertThat(texts).hasSize(1);
        }
    }

    @Test
    void scopedSessionsBelongToTheirThreads() throws Exception {
        try (var engine = Engine.builder("h2:///mem:scopes").poolSize(16).build()) {
            var model = Shop.model();
            model.metadata().createAll(engine);
            var scoped = SessionFactory.of(engine, model).scoped();
            var seen = Collections.synchronizedSet(new HashSet<Object>());

            atOnce(() -> {
                var session = scoped.current();
                seen.add(session);
                assertThat(scoped.current()).isSameAs(session);
                scoped.remove();
                return session;
            });

            assertThat(seen).hasSize(THREADS);
        }
    }
}

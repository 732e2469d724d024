package dev.rubedo.orm.loading;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The classes between a call of the program and the statement that it leads to, each as often as the calls enter it: a
 * path that the drawing in ARCHITECTURE.md shows.
 */
class LoadingPathTest {

    /** Records where each statement comes from. */
    private static final class Paths implements ExecutionListener {
        private final List<List<String>> all = new ArrayList<>();

        @Override
        public void afterExecute(Execution execution) {
            List<String> path = new ArrayList<>();
            StackWalker.getInstance().forEach(frame -> {
                String name = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
                boolean isOurs = frame.getClassName().startsWith("dev.rubedo.orm.")
                        || frame.getClassName().startsWith("dev.rubedo.engine.Prepared");
                if (isOurs && !name.startsWith("LoadingPathTest")
                        && (path.isEmpty() || !path.get(path.size() - 1).equals(name))) {
                    path.add(name);
                }
            });
            Collections.reverse(path);
            all.add(path);
        }
    }

    private final Paths paths = new Paths();

    private SessionFactory open(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            User user = new User("ann");
            user.addresses().add(new Address("ann@home"));
            session.add(user);
        });
        engine.listen(paths);
        return sessions;
    }

    @DatabaseTest
    void aQueryLeadsToTheStatementOfARelationshipWithoutComingBack(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            session.all(select(USER).options(selectIn(USER.addresses)));
        }

        assertThat(paths.all).containsExactly(
                List.of("Session", "EntitySession", "StatementRunner", "PreparedExecution"),
                List.of("Session", "EntitySession", "StatementRunner", "EntityAssembler", "SelectInLoading",
                        "LoaderWork", "RelationshipLoader", "PreparedExecution"));
    }

    @DatabaseTest
    void aJoinNeedsNoSecondStatement(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<User> users = session.all(select(USER).options(joined(USER.addresses)));
            assertThat(users.get(0).addresses()).hasSize(1);
        }

        assertThat(paths.all)
                .containsExactly(List.of("Session", "EntitySession", "StatementRunner", "PreparedExecution"));
    }

    @DatabaseTest
    void accessToACollectionLeadsToItsStatement(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            User user = session.one(select(USER));
            paths.all.clear();
            assertThat(user.addresses()).hasSize(1);
        }

        assertThat(paths.all).containsExactly(List.of("TrackedList", "CollectionState", "UnitOfWork", "LazyLoads",
                "UnitOfWork", "AttributeLoader", "BatchLoading", "LoaderWork", "RelationshipLoader",
                "PreparedExecution"));
    }
}

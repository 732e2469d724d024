package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.event.Registration;
import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.result.Result;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of sessions for their listeners, and their order. */
class SessionListenerTest {

    private final EventLog log = new EventLog();

    private SessionFactory listened(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.listen(log.session());
        return sessions;
    }

    private SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new User("ann")));
        sessions.listen(log.session());
        return sessions;
    }

    @DatabaseTest
    void aCommitTellsItsTransactionItsFlushAndItsObjects(Engine engine, StatementLog statements) {
        SessionFactory sessions = listened(engine, statements);

        sessions.inTransaction(session -> {
            User ann = new User("ann");
            ann.addresses().add(new Address("ann@home"));
            session.add(ann);
        });

        assertThat(log.take()).containsExactly("beforeAttach ann", "afterAttach ann", "transientToPending ann",
                "beforeAttach ann@home", "afterAttach ann@home", "transientToPending ann@home", "beforeCommit",
                "beforeFlush", "afterTransactionCreate 0", "afterBegin", "afterFlush 2", "pendingToPersistent ann",
                "pendingToPersistent ann@home", "afterFlushPostExec 2", "afterCommit", "afterTransactionEnd 0",
                "persistentToDetached ann", "persistentToDetached ann@home");
    }

    @DatabaseTest
    void loadingAndDeletingTellEachTransition(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);

        sessions.inTransaction(session -> session.delete(session.one(select(USER))));

        assertThat(log.take()).containsExactly("aroundExecute", "afterTransactionCreate 0", "afterBegin",
                "loadedAsPersistent ann", "beforeCommit", "beforeFlush", "afterFlush 1", "persistentToDeleted ann",
                "afterFlushPostExec 1", "afterCommit", "deletedToDetached ann", "afterTransactionEnd 0");
    }

    @DatabaseTest
    void aRollbackTellsTheWayBackOfObjectsAndThenThatItIsOver(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            session.delete(session.one(select(USER)));
            User bob = new User("bob");
            session.add(bob);
            session.flush();
            session.add(new User("cyd"));
            log.take();

            session.rollback();

            assertThat(log.take()).containsExactly("pendingToTransient cyd", "persistentToTransient bob",
                    "deletedToPersistent ann", "afterRollback", "afterTransactionEnd 0", "afterSoftRollback 0");
        }
    }

    @DatabaseTest
    void aSavepointIsAScopeOfItsOwnAndNoCommit(Engine engine, StatementLog statements) {
        try (Session session = listened(engine, statements).open()) {
            session.inSavepoint(() -> session.add(new User("ann")));
            assertThat(log.take()).containsExactly("afterTransactionCreate 0", "afterBegin",
                    "afterTransactionCreate 1", "beforeAttach ann", "afterAttach ann", "transientToPending ann",
                    "beforeFlush", "afterFlush 1", "pendingToPersistent ann", "afterFlushPostExec 1",
                    "afterTransactionEnd 1");

            SessionSavepoint savepoint = session.savepoint();
            session.add(new User("bob"));
            session.flush();
            log.take();
            savepoint.rollback();

            assertThat(log.take()).containsExactly("persistentToTransient bob", "afterTransactionEnd 1",
                    "afterSoftRollback 1");
        }
    }

    @DatabaseTest
    void aFailedFlushTellsTheRollbackOfTheDatabaseOnce(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.one(select(USER));
            User twin = new User("twin");
            InstanceState.of(twin).set("id", ann.id());
            session.detachAll();
            session.add(twin);
            log.take();

            assertThatThrownBy(session::flush).isInstanceOf(dev.rubedo.error.IntegrityException.class);
            assertThat(log.take()).containsExactly("beforeFlush", "afterRollback");
            session.rollback();
            assertThat(log.take()).containsExactly("pendingToTransient twin", "afterTransactionEnd 0",
                    "afterSoftRollback 0");
        }
    }

    @DatabaseTest
    void closingASessionTellsTheRollback(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            session.one(select(USER));
            log.take();
        }

        assertThat(log.take()).containsExactly("afterRollback", "afterTransactionEnd 0", "afterSoftRollback 0",
                "persistentToDetached ann");
    }

    @DatabaseTest
    void detachingAttachingAndMakingTransientAreTransitions(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.one(select(USER));
            log.take();

            session.detach(ann);
            session.add(ann);
            InstanceState.of(ann).makeTransient();

            assertThat(log.take()).containsExactly("persistentToDetached ann", "beforeAttach ann", "afterAttach ann",
                    "detachedToPersistent ann", "persistentToTransient ann");
        }
    }

    @DatabaseTest
    void bulkStatementsTellWhatTheyChanged(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            session.execute(update(USER).set(USER.age, 30));
            session.execute(deleteFrom(USER));

            assertThat(log.take()).containsExactly("aroundExecute", "afterTransactionCreate 0", "afterBegin",
                    "afterBulkUpdate User 1", "aroundExecute", "afterBulkDelete User 1");
        }
    }

    @DatabaseTest
    void aListenerOfOneSessionHearsOnlyThatOneAndCanBeRemoved(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Session session = sessions.open(); Session other = sessions.open()) {
            Registration registration = session.listen(log.session());
            other.add(new User("other"));
            assertThat(log.take()).isEmpty();
            session.add(new User("ann"));
            assertThat(log.take()).isNotEmpty();

            registration.remove();
            session.add(new User("bob"));

            assertThat(log.take()).isEmpty();
        }
    }

    @DatabaseTest
    void whatBeforeFlushAddsIsPartOfTheFlush(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.listen(new SessionListener() {
            @Override
            public void beforeFlush(Session session) {
                for (Object added : List.copyOf(session.newObjects())) {
                    if (added instanceof User user && user.addresses().isEmpty()) {
                        user.addresses().add(new Address(user.name() + "@home"));
                    }
                }
            }
        });

        sessions.inTransaction(session -> {
            session.add(new User("ann"));
            session.flush();
            assertThat(session.newObjects()).isEmpty();
        });

        sessions.inTransaction(session -> assertThat(session.one(select(USER)).addresses())
                .extracting(Address::email).containsExactly("ann@home"));
    }

    @DatabaseTest
    void whatAfterFlushAddsIsWrittenByTheSameCommit(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.listen(new SessionListener() {
            @Override
            public void afterFlush(Session session, FlushPlan plan) {
                for (Object inserted : plan.inserted()) {
                    if (inserted instanceof User user && !user.name().startsWith("log")) {
                        session.add(new User("log of " + user.name()));
                    }
                }
            }
        });

        sessions.inTransaction(session -> session.add(new User("ann")));

        sessions.inTransaction(session -> assertThat(session.all(select(USER.name).orderBy(USER.name)))
                .containsExactly("ann", "log of ann"));
    }

    @DatabaseTest
    void whatAfterFlushChangesInAnotherObjectIsNotLost(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            User ann = session.one(select(USER));
            session.listen(new SessionListener() {
                @Override
                public void afterFlush(Session flushed, FlushPlan plan) {
                    ann.age(41);
                }
            });
            session.add(new User("bob"));
            session.flush();
            assertThat(session.isModified(ann)).isTrue();
            session.listen(new SessionListener() {
                @Override
                public void beforeFlush(Session flushed) {
                    ann.age(41);
                }
            });
            assertThatThrownBy(session::flush).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("User[id=1] cannot be changed by a listener after the statements");
        }
    }

    @DatabaseTest
    void anObjectThatIsInsertedCannotBeChangedAfterItsInsert(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.listen(new SessionListener() {
            @Override
            public void afterFlush(Session session, FlushPlan plan) {
                plan.inserted().forEach(inserted -> ((User) inserted).name("late"));
            }
        });

        try (Session session = sessions.open()) {
            session.add(new User("ann"));

            assertThatThrownBy(session::flush).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("afterFlushPostExec");
            session.rollback();
            assertThat(session.count(select(USER))).isZero();
        }
    }

    @DatabaseTest
    void aListenerThatNeverEndsIsStopped(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Session session = sessions.open()) {
            session.listen(new SessionListener() {
                @Override
                public void afterFlush(Session flushed, FlushPlan plan) {
                    flushed.add(new User("again"));
                }
            });
            session.add(new User("ann"));

            assertThatThrownBy(session::commit).isInstanceOf(FlushException.class).hasMessageContaining("100 flushes");
        }
    }

    @DatabaseTest
    void aSessionCannotBeUsedWhileItsCommitIsTold(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        List<@Nullable String> ages = new ArrayList<>();
        sessions.listen(new SessionListener() {
            @Override
            public void afterCommit(Session session) {
                assertThatThrownBy(() -> session.one(select(USER))).isInstanceOf(ObjectStateException.class)
                        .hasMessageContaining("session.afterCommit(...)");
                ages.add("told");
            }
        });

        sessions.inTransaction(session -> session.one(select(USER)).age(5));

        assertThat(ages).containsExactly("told");
    }

    @DatabaseTest
    void anActionAfterCommitRunsOnceAndNotAfterARollback(Engine engine, StatementLog statements) {
        List<String> done = new ArrayList<>();
        try (Session session = Shop.open(engine, statements).open()) {
            session.afterCommit(() -> done.add("rolled back"));
            session.rollback();
            session.afterCommit(() -> done.add("first " + session.count(select(USER))));
            SessionSavepoint undone = session.savepoint();
            session.afterCommit(() -> done.add("undone"));
            undone.rollback();
            session.inSavepoint(() -> session.afterCommit(() -> done.add("kept")));
            session.add(new User("ann"));
            assertThat(done).isEmpty();
            session.commit();
            assertThat(done).containsExactly("first 1", "kept");

            session.commit();

            assertThat(done).hasSize(2);
        }
    }

    @DatabaseTest
    void anInterceptorSeesChangesAndReplacesStatements(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> session.add(new User("bob")));
        List<String> seen = new ArrayList<>();
        sessions.listen(new SessionListener() {
            @Override
            @SuppressWarnings("unchecked")
            public <T extends @Nullable Object> Result<T> aroundExecute(StatementExecution<T> execution) {
                seen.add(execution.statement().getClass().getSimpleName());
                if (execution.statement() instanceof Select<T> select) {
                    return execution.withStatement(select.options(
                            withCriteria(USER, user -> user.name.ne("bob")))).withOptions(ExecuteOption.tag("users"))
                            .proceed();
                }
                return Result.ofElements(List.of(), List.of());
            }
        });
        try (Session session = sessions.open()) {
            assertThat(session.all(select(USER)).stream().map(User::name)).containsExactly("ann");
            assertThat(session.execute(deleteFrom(USER)).all()).isEmpty();
            assertThat(session.count(select(USER).where(USER.id.gt(0L)))).isEqualTo(1);
            assertThat(session.exists(select(USER).where(USER.name.eq("bob")))).isFalse();
        }

        assertThat(seen).containsExactly("Select", "Delete", "Select", "Select");
    }

    @DatabaseTest
    void aListenerOfTheEngineSeesTheStatementOfTheProgram(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        List<String> seen = new ArrayList<>();
        Registration registration = engine.listen(new ExecutionListener() {
            @Override
            public void afterExecute(Execution execution) {
                seen.add(execution.statement().map(statement -> statement instanceof Select<?> select
                        ? "select from " + select.froms() : statement.getClass().getSimpleName()).orElse("none"));
            }
        });
        try (Session session = sessions.open()) {
            User ann = session.one(select(USER));
            session.connection().execute(Sql.deleteFrom(sessions.model().mapper(Address.class).table()));
            ann.age(3);
            session.flush();
        } finally {
            registration.remove();
        }

        assertThat(seen).containsExactly("select from [User]", "Delete", "none");
    }

    @DatabaseTest
    void withoutListenersNothingIsAskedOfThem(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        log.take();
        try (Session session = Shop.open(engine, statements).open()) {
            session.add(new User("ann"));
            session.rollback();
        }
        assertThat(sessions.model().listeners().hasMapperListeners()).isFalse();
        assertThat(log.take()).isEmpty();
    }
}

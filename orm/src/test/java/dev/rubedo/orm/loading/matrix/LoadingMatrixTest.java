package dev.rubedo.orm.loading.matrix;

import static dev.rubedo.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.Orm;
import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.ToMany;
import dev.rubedo.orm.metamodel.ToOne;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.query.LoaderOption;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Condition;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The number of statements that each strategy executes, for each kind of relationship, if its targets are in no
 * hierarchy, in one table, in a table for each class, or in tables of their own. The page on loading has the same table.
 */
public class LoadingMatrixTest {

    private static final int OWNERS = 3;

    /**
     * A relationship, and how its targets are read.
     *
     * @param <E> the owner
     * @param name the name of the kind
     * @param owner the owner in queries
     * @param owners the condition for the owners
     * @param option returns the option of a strategy
     * @param read reads the targets, a collection or one
     * @param isCollection whether there are two targets, or one in a self-reference
     */
    public record Kind<E>(String name, EntityPath<E> owner, Condition owners,
            Function<Strategy, LoaderOption<?, ?>> option, Function<E, @Nullable Object> read, boolean isCollection) {

        public static <E, T> Kind<E> toMany(String name, EntityPath<E> owner, Condition owners,
                ToMany<E, T> relationship, Function<E, Collection<? extends T>> read) {
            return new Kind<>(name, owner, owners, strategy -> strategy.many(relationship), read::apply, true);
        }

        public static <E, T> Kind<E> toOne(String name, EntityPath<E> owner, Condition owners,
                ToOne<E, T> relationship, Function<E, @Nullable T> read) {
            return new Kind<>(name, owner, owners, strategy -> strategy.one(relationship), read::apply, false);
        }
    }

    /** A way to load, with the numbers of statements for three owners. */
    public enum Strategy {
        /** On first access, for all owners. */
        BATCH("batch", 1, 2),
        /** On first access, for one owner. */
        LAZY("lazy", 1, 1 + OWNERS),
        /** In the same statement. */
        JOINED("joined", 1, 1),
        /** In a second statement, by keys. */
        SELECT_IN("selectIn", 2, 2),
        /** In a second statement, by the query of the owners. */
        SUBQUERY("subquery", 2, 2),
        /** In a statement for each owner. */
        IMMEDIATE("immediate", 1 + OWNERS, 1 + OWNERS),
        /** Not at all. */
        RAISE("raise", 1, 1),
        /** Not by a statement. */
        RAISE_ON_SQL("raiseOnSql", 1, 1),
        /** Nothing. */
        NO_LOAD("noLoad", 1, 1);

        private final String word;
        private final int withQuery;
        private final int afterAccess;

        Strategy(String word, int withQuery, int afterAccess) {
            this.word = word;
            this.withQuery = withQuery;
            this.afterAccess = afterAccess;
        }

        boolean isRaising() {
            return this == RAISE || this == RAISE_ON_SQL;
        }

        LoaderOption<?, ?> many(ToMany<?, ?> relationship) {
            return switch (this) {
                case BATCH -> Orm.batch(relationship);
                case LAZY -> Orm.lazy(relationship);
                case JOINED -> Orm.joined(relationship);
                case SELECT_IN -> Orm.selectIn(relationship);
                case SUBQUERY -> Orm.subquery(relationship);
                case IMMEDIATE -> Orm.immediate(relationship);
                case RAISE -> Orm.raise(relationship);
                case RAISE_ON_SQL -> Orm.raiseOnSql(relationship);
                case NO_LOAD -> Orm.noLoad(relationship);
            };
        }

        LoaderOption<?, ?> one(ToOne<?, ?> relationship) {
            return switch (this) {
                case BATCH -> Orm.batch(relationship);
                case LAZY -> Orm.lazy(relationship);
                case JOINED -> Orm.joined(relationship);
                case SELECT_IN -> Orm.selectIn(relationship);
                case SUBQUERY -> Orm.subquery(relationship);
                case IMMEDIATE -> Orm.immediate(relationship);
                case RAISE -> Orm.raise(relationship);
                case RAISE_ON_SQL -> Orm.raiseOnSql(relationship);
                case NO_LOAD -> Orm.noLoad(relationship);
            };
        }
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void classesWithoutInheritance(Engine engine, StatementLog statements) {
        all(engine, statements, dev.rubedo.orm.loading.matrix.plain.Kinds.MODEL,
                dev.rubedo.orm.loading.matrix.plain.Kinds::fill, dev.rubedo.orm.loading.matrix.plain.Kinds.all());
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void aHierarchyInOneTable(Engine engine, StatementLog statements) {
        all(engine, statements, dev.rubedo.orm.loading.matrix.single.Kinds.MODEL,
                dev.rubedo.orm.loading.matrix.single.Kinds::fill, dev.rubedo.orm.loading.matrix.single.Kinds.all());
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void aHierarchyWithATableForEachClass(Engine engine, StatementLog statements) {
        all(engine, statements, dev.rubedo.orm.loading.matrix.joined.Kinds.MODEL,
                dev.rubedo.orm.loading.matrix.joined.Kinds::fill, dev.rubedo.orm.loading.matrix.joined.Kinds.all());
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void classesWithTablesOfTheirOwn(Engine engine, StatementLog statements) {
        all(engine, statements, dev.rubedo.orm.loading.matrix.concrete.Kinds.MODEL,
                dev.rubedo.orm.loading.matrix.concrete.Kinds::fill,
                dev.rubedo.orm.loading.matrix.concrete.Kinds.all());
    }

    private static void all(Engine engine, StatementLog statements, Model model, Consumer<Session> fill,
            List<Kind<?>> kinds) {
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(fill::accept);
        for (Kind<?> kind : kinds) {
            for (Strategy strategy : Strategy.values()) {
                check(sessions, statements, kind, strategy);
            }
        }
    }

    private static <E> void check(SessionFactory sessions, StatementLog statements, Kind<E> kind, Strategy strategy) {
        String cell = kind.name + " by " + strategy.word;
        try (Session session = sessions.open()) {
            statements.clear();
            List<E> owners = session.all(select(kind.owner).where(kind.owners).options(kind.option.apply(strategy)));
            assertThat(owners).as(cell).hasSize(OWNERS);
            assertThat(statements.texts()).as(cell).hasSize(strategy.withQuery);

            if (strategy.isRaising()) {
                assertThatThrownBy(() -> String.valueOf(read(kind, owners.get(0)))).as(cell)
                        .isInstanceOf(LazyLoadException.class);
            } else {
                List<Object> targets = new ArrayList<>();
                owners.forEach(owner -> targets.addAll(read(kind, owner)));
                int each = !kind.isCollection || kind.name.startsWith("self") ? 1 : 2;
                assertThat(targets).as(cell).hasSize(strategy == Strategy.NO_LOAD ? 0 : OWNERS * each)
                        .doesNotHaveDuplicates();
            }
            assertThat(statements.texts()).as(cell).hasSize(strategy.afterAccess);
        }
    }

    private static <E> List<Object> read(Kind<E> kind, E owner) {
        Object read = kind.read.apply(owner);
        return switch (read) {
            case null -> List.of();
            case Collection<?> many -> List.copyOf(many);
            case Object one -> List.of(one);
        };
    }

    @Test
    void thePageHasTheTable() throws IOException {
        String rows = List.of(Strategy.values()).stream()
                .map(strategy -> "| `" + strategy.word + "` | " + strategy.withQuery + " | "
                        + (strategy.isRaising() ? "error" : strategy.afterAccess) + " |")
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(page())).contains(rows);
    }

    private static Path page() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("docs/guide/loading.md"))) {
            at = at.getParent();
        }
        return Objects.requireNonNull(at, "no docs/guide/loading.md above").resolve("docs/guide/loading.md");
    }
}

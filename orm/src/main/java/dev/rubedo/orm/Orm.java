package dev.rubedo.orm;

import dev.rubedo.orm.internal.query.CriteriaOption;
import dev.rubedo.orm.internal.query.LoaderStrategy;
import dev.rubedo.orm.internal.query.LoadingOption;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.ToMany;
import dev.rubedo.orm.metamodel.ToOne;
import dev.rubedo.orm.query.LoaderOption;
import dev.rubedo.orm.session.Options;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.StatementOption;
import java.util.function.Function;

/**
 * The entry point of the ORM, for static import: everything in {@link Sql}, and the loader options of queries.
 * Stateless and thread-safe.
 */
public class Orm extends Sql {

    /** For subclasses only; there are no instances. */
    protected Orm() {}

    /** Loads a relationship right after its owners, with one additional statement for all of them. */
    public static <E, T> LoaderOption<E, T> selectIn(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.SELECT_IN);
    }

    /** Loads a relationship right after its owners, with one additional statement for all of them. */
    public static <E, T> LoaderOption<E, T> selectIn(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.SELECT_IN);
    }

    /** Loads a relationship by a join in the same statement. The rows of one owner become one result. */
    public static <E, T> LoaderOption<E, T> joined(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.JOINED);
    }

    /** Loads a relationship by a join in the same statement. */
    public static <E, T> LoaderOption<E, T> joined(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.JOINED);
    }

    /** Loads a relationship on first access, for all objects of the same result at once. */
    public static <E, T> LoaderOption<E, T> batch(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.BATCH);
    }

    /** Loads a relationship on first access, for all objects of the same result at once. */
    public static <E, T> LoaderOption<E, T> batch(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.BATCH);
    }

    /** Loads a relationship on first access, for that object alone. */
    public static <E, T> LoaderOption<E, T> lazy(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.LAZY);
    }

    /** Loads a relationship on first access, for that object alone. */
    public static <E, T> LoaderOption<E, T> lazy(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.LAZY);
    }

    /** Makes access to this relationship an error if it is not loaded. */
    public static <E, T> LoaderOption<E, T> raise(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.RAISE);
    }

    /**
     * Makes access to this relationship an error if it is not loaded. An object that the session already has is still
     * returned.
     */
    public static <E, T> LoaderOption<E, T> raise(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.RAISE);
    }

    /** Keeps the mapped loading of this relationship, so that options for its target can follow. */
    public static <E, T> LoaderOption<E, T> through(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, null);
    }

    /** Keeps the mapped loading of this relationship, so that options for its target can follow. */
    public static <E, T> LoaderOption<E, T> through(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, null);
    }

    /** Loads only these columns and the primary key. The others are loaded on first access. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> LoaderOption<E, E> loadOnly(Attribute<E, ?> first, Attribute<E, ?>... more) {
        return LoadingOption.loadOnly(first, more);
    }

    /** Defers loading these columns until first access. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> LoaderOption<E, E> defer(Attribute<E, ?> first, Attribute<E, ?>... more) {
        return LoadingOption.defer(first, more);
    }

    /**
     * Adds a condition that applies to an entity wherever a statement reads it, and wherever it is loaded for the
     * objects that the statement returns; see {@link dev.rubedo.orm.session.SessionFactory.Builder#criteria}.
     *
     * @param entity the entity
     * @param condition creates the condition; called once, with the entity
     */
    public static <P extends EntityPath<?>> StatementOption withCriteria(P entity,
            Function<? super P, Condition> condition) {
        return CriteriaOption.of(entity, condition);
    }

    /** Makes {@code get} lock the row until the end of the transaction and reload it. */
    public static StatementOption forUpdate() {
        return Options.forUpdate();
    }

    /** Makes {@code get} fail unless the row has this version. */
    public static StatementOption expectVersion(long version) {
        return Options.expectVersion(version);
    }
}

package dev.rubedo.engine;

import dev.rubedo.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The combined options of an execution. Immutable.
 *
 * @param fetchSize the number of rows to fetch at once, 0 for the driver's default
 * @param pageSize the number of rows in a list of the result, 0 for none
 * @param timeout the timeout of the statement, or null for none
 * @param tag the name of the execution; empty for none
 * @param own the application-defined options, for listeners
 * @param observer called with the execution before the statement is sent; null for none
 * @param returnsKeys whether an INSERT returns the primary keys of its rows
 * @param cache the cache for the rows of the query, or null for none
 * @param translation the replacement of schemas; null if statements are executed as compiled
 * @param statement the statement as shown to listeners, or null if there is none or no listener
 */
record ExecuteSettings(int fetchSize, int pageSize, @Nullable Duration timeout, String tag, Map<String, Object> own,
        @Nullable Consumer<? super Execution> observer, boolean returnsKeys, @Nullable RowCache cache,
        @Nullable SchemaTranslation translation,
        @Nullable Statement<?> statement) {

    static final ExecuteSettings NONE = new ExecuteSettings(0, 0, null, "", Map.of(), null, false, null, null, null);

    ExecuteSettings {
        own = Map.copyOf(own);
    }

    ExecuteSettings with(ExecuteOption... options) {
        var settings = this;
        for (var option : options) {
            settings = settings.with(option);
        }
        return settings;
    }

    /** Returns what informs the observers so far and then one more. */
    private Consumer<? super Execution> after(Consumer<? super Execution> next) {
        Consumer<? super Execution> first = observer;
        if (first == null) {
            return next;
        }
        return execution -> {
            first.accept(execution);
            next.accept(execution);
        };
    }

    /** Returns the settings that are given, for people; empty for none. */
    String describe() {
        var all = new StringJoiner(", ");
        if (timeout != null) {
            all.add("timeout " + timeout);
        }
        if (fetchSize > 0) {
            all.add("fetch size " + fetchSize);
        }
        if (!tag.isEmpty()) {
            all.add("tag \"" + tag + "\"");
        }
        if (translation != null) {
            all.add("schemas " + schemas());
        }
        if (!own.isEmpty()) {
            all.add("options " + new TreeMap<>(own).keySet());
        }
        return all.toString();
    }

    private ExecuteSettings with(ExecuteOption option) {
        return switch (option) {
            case ExecuteOption.FetchSize o ->
                new ExecuteSettings(o.rows(), pageSize, timeout, tag, own, observer, returnsKeys, cache, translation,
                        statement);
            case ExecuteOption.YieldPer o ->
                new ExecuteSettings(o.rows(), o.rows(), timeout, tag, own, observer, returnsKeys, cache, translation,
                        statement);
            case ExecuteOption.Timeout o ->
                new ExecuteSettings(fetchSize, pageSize, o.limit(), tag, own, observer, returnsKeys, cache, translation,
                        statement);
            case ExecuteOption.Tag o ->
                new ExecuteSettings(fetchSize, pageSize, timeout, o.name(), own, observer, returnsKeys, cache,
                        translation, statement);
            case ExecuteOption.Own o -> new ExecuteSettings(fetchSize, pageSize, timeout, tag,
                    with(o.name(), o.value()), observer, returnsKeys, cache, translation, statement);
            case ExecuteOption.OnExecute o -> new ExecuteSettings(fetchSize, pageSize, timeout, tag, own,
                    after(o.observer()), returnsKeys, cache, translation, statement);
            case ExecuteOption.FromCache o -> new ExecuteSettings(fetchSize, pageSize, timeout, tag, own, observer,
                    returnsKeys, o.cache(), translation, statement);
            case ExecuteOption.GeneratedKeys o ->
                new ExecuteSettings(fetchSize, pageSize, timeout, tag, own, observer, true, cache, translation,
                        statement);
            case ExecuteOption.SchemaTranslate o -> with(new SchemaTranslation(schemas()).with(o.from(), o.to()));
            case ExecuteOption.ForStatement o ->
                new ExecuteSettings(fetchSize, pageSize, timeout, tag, own, observer, returnsKeys, cache, translation,
                        o.statement());
        };
    }

    /** Returns these settings with a translation of schemas, or without one. */
    ExecuteSettings with(@Nullable SchemaTranslation schemas) {
        return new ExecuteSettings(fetchSize, pageSize, timeout, tag, own, observer, returnsKeys, cache, schemas,
                statement);
    }

    /** Returns the schemas in the database by the schemas in the metadata; possibly empty. */
    Map<String, String> schemas() {
        return translation == null ? Map.of() : translation.schemas();
    }

    /** Returns whether statements are compiled with marks for their schemas. */
    boolean translates() {
        return translation != null;
    }

    private Map<String, Object> with(String name, Object value) {
        var changed = new LinkedHashMap<>(own);
        changed.put(name, value);
        return changed;
    }

    /** Returns whether the settings change the driver's statement beyond the execution. */
    boolean changesStatements() {
        return fetchSize != 0 || timeout != null;
    }

    /** Returns these settings with a statement, unless they already name one. */
    ExecuteSettings of(Statement<?> executed) {
        return statement == null
                ? new ExecuteSettings(fetchSize, pageSize, timeout, tag, own, observer, returnsKeys, cache, translation,
                        executed)
                : this;
    }
}

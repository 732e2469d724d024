package dev.rubedo.engine;

import dev.rubedo.backend.IsolationLevel;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Options of a connection, valid until it is closed. Each method returns changed options. Immutable.
 */
public final class ConnectionOptions {

    static final ConnectionOptions NONE = new ConnectionOptions(null, false, false, ExecuteSettings.NONE);

    private final @Nullable IsolationLevel isolationLevel;
    private final boolean readOnly;
    private final boolean deferrable;
    private final ExecuteSettings settings;

    private ConnectionOptions(@Nullable IsolationLevel isolationLevel, boolean readOnly, boolean deferrable,
            ExecuteSettings settings) {
        this.isolationLevel = isolationLevel;
        this.readOnly = readOnly;
        this.deferrable = deferrable;
        this.settings = settings;
    }

    /** Returns these options with an isolation level for subsequent transactions. */
    public ConnectionOptions isolationLevel(IsolationLevel level) {
        return new ConnectionOptions(level, readOnly, deferrable, settings);
    }

    /** Returns these options with read-only transactions. A database without such transactions rejects the option. */
    public ConnectionOptions readOnly(boolean isReadOnly) {
        return new ConnectionOptions(isolationLevel, isReadOnly, deferrable, settings);
    }

    /**
     * Returns these options with deferrable transactions. On PostgreSQL, a transaction that is also read-only and
     * serializable waits at its beginning until it can neither fail nor cause others to fail, which suits long reports.
     * A database without such transactions rejects the option.
     */
    public ConnectionOptions deferrable(boolean isDeferrable) {
        return new ConnectionOptions(isolationLevel, readOnly, isDeferrable, settings);
    }

    /** Returns these options with a default timeout for statements. */
    public ConnectionOptions timeout(Duration limit) {
        return new ConnectionOptions(isolationLevel, readOnly, deferrable, settings.with(ExecuteOption.timeout(limit)));
    }

    /** Returns these options with a default fetch size for statements. */
    public ConnectionOptions fetchSize(int rows) {
        return new ConnectionOptions(isolationLevel, readOnly, deferrable,
                settings.with(ExecuteOption.fetchSize(rows)));
    }

    /** Returns these options with a default name of executions, for logs and listeners. */
    public ConnectionOptions tag(String name) {
        return new ConnectionOptions(isolationLevel, readOnly, deferrable, settings.with(ExecuteOption.tag(name)));
    }

    /**
     * Returns these options with an application-defined option, which listeners read with {@link Execution#options()}.
     */
    public ConnectionOptions option(String name, Object value) {
        return new ConnectionOptions(isolationLevel, readOnly, deferrable,
                settings.with(ExecuteOption.option(name, value)));
    }

    /**
     * Returns these options with a schema of the metadata replaced by another one, in statements and DDL. Statements
     * are compiled once for all schemas. SQL given as text and the {@link Connection#inspect() inspector} are not
     * translated.
     *
     * <pre>{@code
     * var tenant = engine.withOptions(options -> options.schemaTranslate("", "acme"));
     * }</pre>
     *
     * @param from the schema in the metadata; empty for tables without a schema
     * @param to the schema in the database; empty for the default schema
     */
    public ConnectionOptions schemaTranslate(String from, String to) {
        return new ConnectionOptions(isolationLevel, readOnly, deferrable,
                settings.with(new SchemaTranslation(settings.schemas()).with(from, to)));
    }

    /**
     * Returns these options with exactly these replacements of schemas, as {@link #schemaTranslate(String, String)}
     * describes.
     *
     * @param schemas the schemas in the database by the schemas in the metadata; empty to replace none
     */
    public ConnectionOptions schemaTranslate(Map<String, String> schemas) {
        return new ConnectionOptions(isolationLevel, readOnly, deferrable,
                settings.with(schemas.isEmpty() ? null : new SchemaTranslation(schemas)));
    }

    /** Returns the replaced schemas, as the schema in the database by the schema in the metadata; possibly empty. */
    public Map<String, String> schemaTranslate() {
        return settings.schemas();
    }

    /**
     * Returns the schema in the database for a schema in the metadata.
     *
     * @param schema the schema in the metadata; empty for none
     */
    public String schemaFor(String schema) {
        return schemaTranslate().getOrDefault(schema, schema);
    }

    /** Returns the application-defined options; possibly empty. */
    public Map<String, Object> options() {
        return settings.own();
    }

    /** Returns the isolation level, if one was set. */
    public Optional<IsolationLevel> isolationLevel() {
        return Optional.ofNullable(isolationLevel);
    }

    /** Returns whether transactions are read-only. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** Returns whether transactions are deferrable. */
    public boolean isDeferrable() {
        return deferrable;
    }

    ExecuteSettings settings() {
        return settings;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof ConnectionOptions options && isolationLevel == options.isolationLevel
                && readOnly == options.readOnly && deferrable == options.deferrable
                && settings.equals(options.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(isolationLevel, readOnly, deferrable, settings);
    }

    @Override
    public String toString() {
        var all = new StringJoiner(", ", "ConnectionOptions[", "]");
        if (isolationLevel != null) {
            all.add(isolationLevel.name());
        }
        if (readOnly) {
            all.add("read-only");
        }
        if (deferrable) {
            all.add("deferrable");
        }
        String more = settings.describe();
        if (!more.isEmpty()) {
            all.add(more);
        }
        return all.toString();
    }
}

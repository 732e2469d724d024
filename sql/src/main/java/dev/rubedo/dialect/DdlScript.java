package dev.rubedo.dialect;

import dev.rubedo.feature.Feature;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DdlTarget;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A target of DDL that writes a script instead of changing a database:
 *
 * {@snippet :
 * metadata.createAll(DdlScript.of(new PostgresDialect(), sql -> out.println(sql + ";")));
 * }
 *
 * <p>As thread-safe as the consumer of the statements.
 */
public final class DdlScript implements DdlTarget {

    private final Dialect dialect;
    private final @Nullable MetaData existing;
    private final Consumer<String> out;

    private DdlScript(Dialect dialect, @Nullable MetaData existing, Consumer<String> out) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.existing = existing;
        this.out = Objects.requireNonNull(out, "out");
    }

    /**
     * Returns a script for an empty database, to create tables.
     *
     * @param dialect the language of the script
     * @param out receives each statement, without a semicolon
     */
    public static DdlScript of(Dialect dialect, Consumer<String> out) {
        return new DdlScript(dialect, null, out);
    }

    /**
     * Returns a script for a database in which all objects of the given metadata exist, to drop or change tables.
     *
     * @param dialect the language of the script
     * @param existing the schema
     * @param out receives each statement, without a semicolon
     */
    public static DdlScript of(Dialect dialect, MetaData existing, Consumer<String> out) {
        return new DdlScript(dialect, Objects.requireNonNull(existing, "existing"), out);
    }

    @Override
    public void execute(DdlElement element) {
        dialect.statements(element).forEach(out);
    }

    @Override
    public Set<String> tableNames(String schema) {
        var names = new LinkedHashSet<String>();
        if (existing != null) {
            existing.tables().stream().filter(table -> table.schema().equals(schema)).map(Table::name)
                    .forEach(names::add);
        }
        return names;
    }

    @Override
    public boolean hasTable(String schema, String table) {
        return tableNames(schema).contains(table);
    }

    @Override
    public boolean hasSequence(String schema, String sequence) {
        return existing != null;
    }

    @Override
    public boolean hasType(String schema, String type) {
        return existing != null;
    }

    @Override
    public String dialectName() {
        return dialect.name();
    }

    @Override
    public boolean supports(Feature feature) {
        return dialect.supports(feature);
    }
}

package dev.rubedo.reflect;

import dev.rubedo.error.NoSuchTableException;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addition of tables of a database to {@link MetaData}. Confined to one thread at a time. */
final class MetaDataReflection {

    private static final Logger LOG = LoggerFactory.getLogger(MetaDataReflection.class);

    private final Inspector inspector;
    private final MetaData metaData;
    private final ReflectionScope reflection;
    private final Map<Key, ReflectedTable> found = new LinkedHashMap<>();
    private final Set<Key> missing = new HashSet<>();
    private final Map<Key, ReflectedView> views = new HashMap<>();
    private final Set<Key> added = new HashSet<>();

    MetaDataReflection(Inspector inspector, MetaData metaData, Reflection reflection) {
        this.inspector = inspector;
        this.metaData = metaData;
        this.reflection = switch (reflection) {
            case ReflectionScope scope -> scope;
        };
    }

    void run() {
        var schema = reflection.schema().isEmpty() ? metaData.defaultSchema() : reflection.schema();
        read(schema, requested(schema));
        if (reflection.followsForeignKeys()) {
            followForeignKeys();
        }
        if (reflection.only() == null) {
            inspector.sequences(schema).stream().filter(sequence -> !sequence.isOwned())
                    .forEach(sequence -> metaData.add(sequence.sequence()));
        }
        found.forEach((key, from) -> add(key, from));
        found.forEach((key, from) -> connect(key, from));
    }

    private List<String> requested(String schema) {
        var names = new ArrayList<>(inspector.tableNames(schema));
        if (reflection.includesViews()) {
            inspector.views(schema).forEach(view -> views.put(new Key(schema, view.name()), view));
            views.values().forEach(view -> names.add(view.name()));
        }
        var only = reflection.only();
        var unknown = only == null ? new TreeSet<String>() : new TreeSet<>(only);
        unknown.removeAll(names);
        if (!unknown.isEmpty()) {
            throw new NoSuchTableException("The database has no tables " + unknown
                    + (schema.isEmpty() ? "" : " in schema \"" + schema + "\"") + ". Its tables are " + names + ".");
        }
        return names.stream().filter(reflection::includes).toList();
    }

    private void read(String schema, Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        inspector.tables(schema, names)
                .forEach(table -> found.put(new Key(schema, table.name()), reflection.changed(table)));
        names.stream().map(name -> new Key(schema, name)).filter(key -> !found.containsKey(key)).forEach(missing::add);
    }

    /** Reads the tables that foreign keys refer to, schema by schema, until there are no more. */
    private void followForeignKeys() {
        for (var referred = referred(); !referred.isEmpty(); referred = referred()) {
            referred.forEach(this::read);
        }
    }

    private Map<String, Set<String>> referred() {
        var names = new TreeMap<String, Set<String>>();
        found.forEach((key, table) -> table.foreignKeys().stream().map(each -> target(key, each))
                .filter(target -> !found.containsKey(target) && !missing.contains(target) && table(target).isEmpty())
                .forEach(target -> names.computeIfAbsent(target.schema(), each -> new TreeSet<>())
                        .add(target.name())));
        return names;
    }

    private static Key target(Key from, ReflectedForeignKey key) {
        return new Key(key.referredSchema().isEmpty() ? from.schema() : key.referredSchema(), key.referredTable());
    }

    private Optional<Table> table(Key key) {
        return metaData.find(key.schema().isEmpty() ? key.name() : key.schema() + "." + key.name())
                .filter(table -> table.schema().equals(key.schema()));
    }

    private void add(Key key, ReflectedTable from) {
        var existing = table(key);
        if (existing.isPresent() && !reflection.extendsExisting()) {
            return;
        }
        added.add(key);
        var table = existing.orElseGet(() -> key.schema().isEmpty() ? metaData.table(from.name())
                : metaData.table(from.name(), TableOption.schema(key.schema())));
        options(from).forEach(table::addMissing);
        var view = views.get(key);
        if (view != null) {
            var definition = ViewDefinition.of(view.definition());
            table.addMissing(view.isMaterialized() ? definition.materialized() : definition);
        }
        columns(table, from);
        constraints(table, from);
        from.indexes().forEach(index -> IndexReflection.of(index, table).ifPresent(table::addMissing));
        from.unmodelled().forEach(lost -> LOG.warn(
                "Table \"{}\" is reflected without properties that metadata cannot represent: {}.", from.name(), lost));
    }

    private static List<TableOption> options(ReflectedTable from) {
        var options = new ArrayList<TableOption>();
        from.options().forEach((name, value) -> options.add(TableOption.of(name.substring(0, name.indexOf('.')),
                name.substring(name.indexOf('.') + 1), value)));
        if (!from.comment().isEmpty()) {
            options.add(TableOption.comment(from.comment()));
        }
        return options;
    }

    private static void columns(Table table, ReflectedTable from) {
        for (var column : from.columns()) {
            var made = ColumnReflection.of(column, from);
            if (table.addMissing(made)) {
                from.checks().stream().filter(check -> check.column().equals(column.name())).forEach(
                        check -> made.check(IndexReflection.fragment(check.sql(), Types.BOOLEAN).text()));
            }
        }
    }

    private static void constraints(Table table, ReflectedTable from) {
        if (!from.primaryKey().columns().isEmpty()) {
            var key = from.primaryKey();
            table.addMissing(new PrimaryKey(key.name(), key.columns(), key.deferrability(), key.details()));
        }
        for (var unique : from.uniqueConstraints()) {
            table.addMissing(new UniqueConstraint(unique.name(), unique.columns(), unique.deferrability(),
                    unique.details()));
        }
        for (var check : from.checks()) {
            if (check.column().isEmpty()) {
                table.addMissing(new CheckConstraint(check.name(),
                        Sql.condition(IndexReflection.fragment(check.sql(), Types.BOOLEAN)), Deferrability.DEFAULT,
                        check.details()));
            }
        }
        for (var exclusion : from.exclusions()) {
            table.addMissing(ExclusionConstraint.of(exclusion.definition()).named(exclusion.name())
                    .deferrable(exclusion.deferrability()).comment(exclusion.details().comment()));
        }
    }

    /** Adds the references to other tables, once all of them are known. */
    private void connect(Key key, ReflectedTable from) {
        if (!added.contains(key)) {
            return;
        }
        var table = table(key).orElseThrow();
        from.foreignKeys().forEach(each -> table.addMissing(foreignKey(key, each)));
        from.parents().forEach(parent -> metaData.find(parent).ifPresent(table::dependsOn));
    }

    /** Refers to columns instead of their names, which may contain dots. */
    private ForeignKey foreignKey(Key from, ReflectedForeignKey reflected) {
        var target = target(from, reflected);
        var key = ForeignKey.on(reflected.columns().toArray(String[]::new));
        var prefix = target.schema().isEmpty() ? target.name() : target.schema() + "." + target.name();
        var table = table(target);
        var made = (table.isPresent()
                ? key.references(
                        reflected.referredColumns().stream().map(table.get()::require).toArray(Column<?>[]::new))
                : key.references(reflected.referredColumns().stream().map(name -> prefix + "." + name)
                        .toArray(String[]::new)))
                .named(reflected.name()).onUpdate(action(reflected.onUpdate()))
                .onDelete(action(reflected.onDelete())).deferrable(reflected.deferrability()).match(reflected.match())
                .comment(reflected.details().comment());
        for (var option : reflected.details().options().entrySet()) {
            int point = option.getKey().indexOf('.');
            made = made.option(option.getKey().substring(0, point), option.getKey().substring(point + 1),
                    option.getValue());
        }
        return made;
    }

    private static ReferentialAction action(String sql) {
        for (var action : ReferentialAction.values()) {
            if (action != ReferentialAction.NO_ACTION && action.sql().equals(sql)) {
                return action;
            }
        }
        return ReferentialAction.DEFAULT;
    }

    /** The name of a table. */
    private record Key(String schema, String name) {}
}

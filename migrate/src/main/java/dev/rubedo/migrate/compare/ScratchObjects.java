package dev.rubedo.migrate.compare;

import dev.rubedo.engine.Connection;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.CreateIndexOperation;
import dev.rubedo.migrate.render.OperationRenderer;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.migrate.snapshot.ViewSnapshot;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.CreateEnum;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.CreateView;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DropTable;
import dev.rubedo.schema.DropView;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.NoCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The normalization of a model's SQL by the database: scratch tables and views are created, read back and removed, by a
 * rollback if DDL is transactional. SQL that cannot be created is compared as text. Confined to one thread at a time.
 */
final class ScratchObjects {
    private static final Logger LOG = LoggerFactory.getLogger(ScratchObjects.class);
    private static final String PREFIX = "rubedo_scratch";
    /** The names of scratch objects, with the time of their creation in seconds and a random number. */
    private static final Pattern NAMES = Pattern.compile("(?i)" + PREFIX + "_([0-9a-f]{8})(?:_[0-9a-f]{4})?");
    private static final Duration ABANDONED = Duration.ofHours(6);

    /** The name of tables and views; unique for each run, because a killed run may have left its objects behind. */
    private final String object = PREFIX + "_"
            + String.format(Locale.ROOT, "%08x_%04x", Instant.now().getEpochSecond(),
                    ThreadLocalRandom.current().nextInt(0x10000));
    private final Connection connection;
    private final ComparisonContext context;
    private final SqlNormalizer texts;
    private final Map<String, String> spellings = new HashMap<>();

    private ScratchObjects(Connection connection, ComparisonContext context) {
        this.connection = connection;
        this.context = context;
        this.texts = new SqlNormalizer(context.dialect(), Map.of());
    }

    /** Returns whether a table or view was left behind by a killed run. */
    static boolean isLeftOver(String name) {
        return name.equalsIgnoreCase(PREFIX) || NAMES.matcher(name).matches();
    }

    /**
     * Returns whether created objects disappear when a savepoint is rolled back, so that a transaction may be open.
     */
    static boolean rollsBack(Connection connection) {
        return connection.supports(Feature.TRANSACTIONAL_DDL) && connection.supports(Feature.SAVEPOINTS);
    }

    /** Returns the form in which the database stores the SQL of tables and views, by its canonical form. */
    static Map<String, String> spellings(List<TableSnapshot> tables, List<ViewSnapshot> views, Connection connection,
            ComparisonContext context) {
        var scratch = new ScratchObjects(connection, context);
        scratch.attemptAll(tables, views);
        return scratch.spellings;
    }

    private void attemptAll(List<TableSnapshot> tables, List<ViewSnapshot> views) {
        if (!rollsBack(connection)) {
            Stream.concat(tables.stream().map(TableSnapshot::name), views.stream().map(ViewSnapshot::name))
                    .map(TableName::schema).distinct().forEach(this::dropAbandoned);
        }
        for (var table : tables) {
            requireSupported(table);
            attempt(table.name(), () -> spell(table));
        }
        views.forEach(view -> attempt(view.name(), () -> spell(view)));
    }

    /** Unsupported objects are rejected with the names in the model, not with those of scratch objects. */
    private void requireSupported(TableSnapshot table) {
        for (var index : table.indexes()) {
            OperationRenderer.render(new CreateIndexOperation(table.name(), index), context.dialect())
                    .forEach(statement -> statement.sql(context.dialect()));
        }
    }

    private void attempt(TableName name, Runnable work) {
        boolean rollsBack = rollsBack(connection);
        var savepoint = rollsBack ? connection.savepoint() : null;
        try {
            work.run();
        } catch (DatabaseException e) {
            LOG.debug("The database could not normalize the SQL of \"{}\", which is compared as text.", name, e);
        } finally {
            if (savepoint != null) {
                savepoint.rollback();
            } else {
                connection.rollback();
            }
        }
    }

    /** Drops the objects that runs killed some hours ago left behind. */
    private void dropAbandoned(String schema) {
        var inspector = connection.inspect();
        var views = inspector.viewNames(schema).stream().filter(ScratchObjects::isAbandoned).toList();
        var tables = inspector.tableNames(schema).stream().filter(ScratchObjects::isAbandoned).toList();
        for (var view : views) {
            var name = new TableName(schema, view);
            attempt(name, () -> execute(new DropView(
                    new ViewSnapshot(name, ViewDefinition.of("SELECT 1"), List.of()).toView(new MetaData()), true,
                    false)));
        }
        for (var table : tables) {
            var name = new TableName(schema, table);
            attempt(name, () -> execute(
                    new DropTable(TableSnapshot.of(name, List.of()).toTable(new MetaData()), true)));
        }
    }

    /** Returns whether a name belongs to a run that ended long ago. */
    static boolean isAbandoned(String name) {
        var parts = NAMES.matcher(name);
        return parts.matches() && name.length() > PREFIX.length() + 10
                && Instant.ofEpochSecond(Long.parseLong(parts.group(1), 16)).plus(ABANDONED).isBefore(Instant.now());
    }

    private void execute(DdlElement element) {
        connection.execute(element);
    }

    private void spell(TableSnapshot table) {
        var checks = new ArrayList<CheckConstraint>();
        table.constraints().stream().filter(ConstraintSnapshot.Check.class::isInstance)
                .forEach(each -> checks.add(((ConstraintSnapshot.Check) each).check()));
        table.columns().forEach(column -> checks.addAll(column.checks()));
        var scratch = declared(table, checks);
        for (var column : table.columns()) {
            context.types().namedEnumeration(column.type()).ifPresent(type -> {
                var schema = TypeComparison.schema(table.name(), type);
                if (!connection.hasType(schema, type.name())) {
                    execute(new CreateEnum(type, schema, false));
                }
            });
        }
        execute(new CreateTable(scratch, List.of(), false));
        try {
            for (var index : scratch.indexes()) {
                execute(new CreateIndex(index));
            }
            note(table, checks, connection.inspect().table(table.name().schema(), object));
        } finally {
            if (!rollsBack(connection)) {
                execute(new DropTable(scratch, false));
            }
        }
    }

    /** Declares a table with the same columns, checks and indexes, which are named by numbers. */
    private Table declared(TableSnapshot table, List<CheckConstraint> checks) {
        var constraints = new ArrayList<ConstraintSnapshot>();
        for (int i = 0; i < checks.size(); i++) {
            constraints.add(new ConstraintSnapshot.Check(checks.get(i).named(name("c", i))));
        }
        var indexes = new ArrayList<IndexSnapshot>();
        for (int i = 0; i < table.indexes().size(); i++) {
            indexes.add(table.indexes().get(i).withName(name("i", i)));
        }
        var columns = table.columns().stream()
                .map(column -> column.withIdentity(null).withAutoincrement(false).withChecks(List.of()).withComment(""))
                .toList();
        return new TableSnapshot(table.name().renamed(object), columns, constraints, indexes, "", List.of())
                .toTable(new MetaData(NamingConvention.INDEXES_ONLY));
    }

    private String name(String kind, int number) {
        return object + "_" + kind + number;
    }

    private void note(TableSnapshot table, List<CheckConstraint> checks, ReflectedTable found) {
        for (int i = 0; i < checks.size(); i++) {
            var wanted = name("c", i);
            var declared = texts.canonical(checks.get(i).condition());
            found.checks().stream().filter(each -> each.name().equals(wanted)).findFirst()
                    .ifPresent(each -> note(declared, each.sql()));
        }
        for (var column : table.columns()) {
            found.column(column.name()).ifPresent(each -> note(column, each.defaultSql(),
                    each.computed() == null ? "" : each.computed().sql()));
        }
        for (int i = 0; i < table.indexes().size(); i++) {
            var index = table.indexes().get(i);
            var wanted = name("i", i);
            found.indexes().stream().filter(each -> each.name().equals(wanted)).findFirst().ifPresent(each -> {
                for (int place = 0; place < Math.min(index.terms().size(), each.terms().size()); place++) {
                    var expression = index.terms().get(place).expression();
                    if (expression != null && each.terms().get(place).isExpression()) {
                        note(texts.canonical(expression), each.terms().get(place).text());
                    }
                }
                if (index.condition() != NoCondition.NONE) {
                    note(texts.canonical(index.condition()), each.condition());
                }
            });
        }
    }

    private void note(ColumnSnapshot column, String defaultSql, String computedSql) {
        var value = column.serverDefault();
        if (value != null && !defaultSql.isEmpty()) {
            note(texts.canonical(value), defaultSql);
        }
        var computed = column.computed();
        if (computed != null && !computedSql.isEmpty()) {
            note(texts.canonical(computed.sql()), computedSql);
        }
    }

    private void note(String declared, String found) {
        var spelling = texts.canonical(found);
        if (!spelling.equals(declared)) {
            spellings.put(declared, spelling);
        }
    }

    private void spell(ViewSnapshot view) {
        var sql = ViewComparator.sql(view, context);
        var scratch = new ViewSnapshot(view.name().renamed(object), view.withSql(sql).definition(), List.of())
                .toView(new MetaData());
        execute(new CreateView(scratch, false, false));
        try {
            connection.inspect().views(view.name().schema()).stream().filter(each -> each.name().equals(object))
                    .findFirst().ifPresent(each -> {
                        var found = texts.canonicalQuery(each.definition());
                        spellings.put(texts.canonicalQuery(sql), found);
                    });
        } finally {
            if (!rollsBack(connection)) {
                execute(new DropView(scratch, false, false));
            }
        }
    }
}

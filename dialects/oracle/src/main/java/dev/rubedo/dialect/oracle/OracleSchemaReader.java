package dev.rubedo.dialect.oracle;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.reflect.CatalogQueries;
import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.InformationSchema;
import dev.rubedo.reflect.ReflectedSequence;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.reflect.ReflectedView;
import dev.rubedo.reflect.SchemaReader;
import dev.rubedo.reflect.TypeCatalog;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reader of Oracle's dictionary, with five queries for any number of tables. A name in upper case is returned in
 * lower case, as it is written in metadata without quotes. A table that is not found may be a synonym, possibly for a
 * table of another database; resolving synonyms takes one query, and five more for each owner. Immutable.
 */
final class OracleSchemaReader implements SchemaReader {

    private static final long DEFAULT_CACHE = 20;
    /** The names of links have the domain of their database, whose dots are outside quotes. */
    private static final Pattern LINK = Pattern.compile("[A-Za-z][\\w$#.@]*");
    private static final Pattern NOT_NULL = Pattern.compile("\"(?:[^\"])+\" IS NOT NULL");

    private final Dialect dialect;
    private final OracleTypeCatalog types;
    private final OracleIndexes indexes;

    OracleSchemaReader(Dialect dialect) {
        this.dialect = dialect;
        this.types = new OracleTypeCatalog(dialect);
        this.indexes = new OracleIndexes(this::shown);
    }

    @Override
    public TypeCatalog types() {
        return types;
    }

    private OracleCatalog catalog() {
        return new OracleCatalog(dialect.traits().version(), "");
    }

    /** Returns a name in the form used in metadata: in lower case unless that would require quotes. */
    private String shown(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return name.isEmpty() || !name.equals(name.toUpperCase(Locale.ROOT)) || dialect.quoter().requiresQuotes(lower)
                ? name : lower;
    }

    /** Returns a name in the form stored by the server; null for the empty name, which denotes the current schema. */
    private @Nullable String stored(String name) {
        return name.isEmpty() ? null : dialect.quoter().requiresQuotes(name) ? name : name.toUpperCase(Locale.ROOT);
    }

    @Override
    public List<String> spellings(String name) {
        var stored = stored(name);
        return stored == null || stored.equals(name) ? List.of(name) : List.of(name, stored);
    }

    @Override
    public String defaultSchema(CatalogQueries catalog) {
        return shown(catalog.rows("SELECT SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AS name FROM DUAL").get(0)
                .textOrEmpty("name"));
    }

    /** Users that the server itself creates are omitted; it reports them since 12.1. */
    @Override
    public List<String> schemaNames(CatalogQueries catalog) {
        return names(catalog.rows("SELECT u.USERNAME AS name FROM ALL_USERS u WHERE "
                + (dialect.traits().version().isAtLeast(12) ? "u.ORACLE_MAINTAINED = 'N'"
                        : "u.USERNAME NOT IN ('SYS', 'SYSTEM', 'OUTLN', 'DBSNMP', 'XDB', 'ANONYMOUS')")));
    }

    private List<String> names(List<CatalogRow> rows) {
        return rows.stream().map(row -> shown(row.textOrEmpty("name"))).sorted().toList();
    }

    @Override
    public List<String> tableNames(CatalogQueries catalog, String schema) {
        return names(catalog.rows(catalog().tableNames(false), stored(schema)));
    }

    @Override
    public List<String> temporaryTableNames(CatalogQueries catalog) {
        return names(catalog.rows(catalog().tableNames(true), (Object) null));
    }

    @Override
    public List<String> viewNames(CatalogQueries catalog, String schema) {
        return names(catalog.rows(catalog().views(), stored(schema)));
    }

    @Override
    public List<ReflectedView> views(CatalogQueries catalog, String schema) {
        return Stream.of(catalog().views(), catalog().materializedViews())
                .flatMap(query -> catalog.rows(query, stored(schema)).stream())
                .map(row -> new ReflectedView(schema, shown(row.textOrEmpty("name")), row.textOrEmpty("definition"),
                        row.truth("is_materialized")))
                .sorted(Comparator.comparing(ReflectedView::name)).toList();
    }

    @Override
    public List<ReflectedSequence> sequences(CatalogQueries catalog, String schema) {
        return catalog.rows(catalog().sequences(), stored(schema)).stream().map(row -> sequence(schema, row))
                .sorted(Comparator.comparing(each -> each.sequence().name())).toList();
    }

    private ReflectedSequence sequence(String schema, CatalogRow row) {
        var found = ReflectedSequence.of(schema, shown(row.textOrEmpty("name")), row, null, Long.MAX_VALUE,
                DEFAULT_CACHE);
        return row.truth("is_ordered") ? new ReflectedSequence(found.sequence().ordered(), found.isOwned()) : found;
    }

    @Override
    public boolean hasSequence(CatalogQueries catalog, String schema, String sequence) {
        return sequences(catalog, schema).stream().anyMatch(each -> each.sequence().name().equals(sequence));
    }

    @Override
    public boolean hasType(CatalogQueries catalog, String schema, String type) {
        return names(catalog.rows(catalog().types(), stored(schema))).contains(type);
    }

    @Override
    public List<ReflectedTable> tables(CatalogQueries catalog, String schema, Collection<String> names) {
        var wanted = names.stream().map(name -> {
            var stored = stored(name);
            return stored == null ? name : shown(stored);
        }).collect(Collectors.toCollection(TreeSet::new));
        var found = new ArrayList<>(read(catalog, catalog(), schema, stored(schema), wanted));
        found.stream().map(ReflectedTable::name).forEach(wanted::remove);
        if (!wanted.isEmpty()) {
            found.addAll(synonyms(catalog, schema, wanted));
        }
        found.sort(Comparator.comparing(ReflectedTable::name));
        return found;
    }

    private List<ReflectedTable> read(CatalogQueries catalog, OracleCatalog queries, String schema,
            @Nullable String owner, Collection<String> names) {
        var constraints = new ArrayList<>(catalog.rows(queries.constraints(), owner));
        catalog.rows(queries.checks(), owner).stream().filter(row -> !isNotNull(row)).forEach(constraints::add);
        return new InformationSchema(this::shown, types, this::type, indexes::index, this::options).tables(schema,
                names,
                catalog.rows(queries.tables(), owner, owner),
                catalog.rows(queries.columns(), owner).stream().map(OracleColumns::read).toList(), constraints,
                catalog.rows(queries.indexes(), owner));
    }

    /** A column that is NOT NULL has a check with a generated name. */
    private static boolean isNotNull(CatalogRow row) {
        return row.textOrEmpty("generated").equals("GENERATED NAME")
                && NOT_NULL.matcher(row.textOrEmpty("check_clause")).matches();
    }

    /** Reads the tables that synonyms stand for, under the names of the synonyms. */
    private List<ReflectedTable> synonyms(CatalogQueries catalog, String schema, Set<String> names) {
        // a synonym of the owner comes after a public one of the same name, and replaces it
        var targets = new LinkedHashMap<String, Target>();
        catalog.rows(catalog().synonyms(), stored(schema)).forEach(row -> targets.put(shown(row.textOrEmpty("name")),
                new Target(row.textOrEmpty("table_owner"), row.textOrEmpty("db_link"),
                        shown(row.textOrEmpty("table_name")))));
        targets.keySet().retainAll(names);
        var found = new ArrayList<ReflectedTable>();
        for (var place : new HashSet<>(targets.values().stream().map(Target::place).toList())) {
            var of = new TreeMap<String, String>();
            targets.forEach((name, target) -> {
                if (target.place().equals(place)) {
                    of.put(name, target.table());
                }
            });
            var queries = new OracleCatalog(dialect.traits().version(), place.link().isEmpty() ? ""
                    : "@" + (LINK.matcher(place.link()).matches() ? place.link()
                            : dialect.quoter().quoteAlways(place.link())));
            var tables = read(catalog, queries, schema, place.owner().isEmpty() ? null : place.owner(),
                    new HashSet<>(of.values()));
            of.forEach((name, table) -> tables.stream().filter(each -> each.name().equals(table))
                    .forEach(each -> found.add(named(each, name))));
        }
        return found;
    }

    private static ReflectedTable named(ReflectedTable table, String name) {
        return new ReflectedTable(table.schema(), name, table.comment(), table.columns(), table.primaryKey(),
                table.foreignKeys(), table.uniqueConstraints(), table.checks(), table.exclusions(),
                table.indexes(), table.options(), table.parents(), table.unmodelled());
    }

    /**
     * The target of a synonym. Immutable.
     *
     * @param owner the owner of the table; empty with a link to the user's own tables
     * @param link the database link; empty for the database itself
     * @param table the name of the table as shown
     */
    private record Target(String owner, String link, String table) {

        Target place() {
            return new Target(owner, link, "");
        }
    }

    private SqlType<?> type(CatalogRow row) {
        return types.read(ReflectedTypeName.of(row.textOrEmpty("data_type")));
    }

    private Map<String, String> options(CatalogRow row) {
        var options = new TreeMap<String, String>();
        if (row.textOrEmpty("compression").equals("ENABLED")) {
            var kind = row.textOrEmpty("compress_for");
            options.put("oracle.compress", kind.isEmpty() || kind.equals("BASIC") ? "true" : kind);
        }
        if (row.textOrEmpty("duration").equals("SYS$SESSION")) {
            options.put("oracle.on_commit", "PRESERVE ROWS");
        } else if (row.textOrEmpty("duration").equals("SYS$TRANSACTION")) {
            options.put("oracle.on_commit", "DELETE ROWS");
        }
        return options;
    }
}

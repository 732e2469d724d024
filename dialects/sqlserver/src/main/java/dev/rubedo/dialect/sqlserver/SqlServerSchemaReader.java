package dev.rubedo.dialect.sqlserver;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.reflect.CatalogQueries;
import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.InformationSchema;
import dev.rubedo.reflect.ReflectedIndex;
import dev.rubedo.reflect.ReflectedIndexTerm;
import dev.rubedo.reflect.ReflectedSequence;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.reflect.ReflectedView;
import dev.rubedo.reflect.SchemaReader;
import dev.rubedo.reflect.TypeCatalog;
import dev.rubedo.sql.Ordered;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reader of SQL Server's catalog views, with five queries for any number of tables. A schema may be qualified with
 * its database, {@code archive.dbo}. A table whose name begins with {@code #} is a temporary table of the connection.
 * Immutable.
 */
final class SqlServerSchemaReader implements SchemaReader {

    /** The prefix of the database of temporary tables. */
    static final String TEMPORARY_PREFIX = "tempdb.";

    private static final long DEFAULT_CACHE = 0;
    /** The text of CREATE VIEW up to its query, in which quoted names are skipped as a whole. */
    private static final Pattern CREATE = Pattern
            .compile("(?is)^(?:\\[(?:[^\\]]|]])*]|\"[^\"]*\"|--[^\\n]*\\n|/\\*.*?\\*/|.)*?\\bAS\\b\\s*");

    private final Dialect dialect;
    private final SqlServerTypeCatalog types;

    SqlServerSchemaReader(Dialect dialect) {
        this.dialect = dialect;
        this.types = new SqlServerTypeCatalog(dialect);
    }

    @Override
    public TypeCatalog types() {
        return types;
    }

    @Override
    public String defaultSchema(CatalogQueries catalog) {
        return catalog.rows("SELECT SCHEMA_NAME() AS name").get(0).textOrEmpty("name");
    }

    @Override
    public List<String> schemaNames(CatalogQueries catalog) {
        return names(catalog.rows("SELECT name AS name FROM sys.schemas WHERE schema_id < 16384 "
                + "AND name NOT IN (N'sys', N'INFORMATION_SCHEMA', N'guest')"));
    }

    private static List<String> names(List<CatalogRow> rows) {
        return rows.stream().map(row -> row.textOrEmpty("name")).sorted().toList();
    }

    private SqlServerNames names(String schema) {
        return new SqlServerNames(dialect.quoter().schemaParts(schema));
    }

    private SqlServerCatalog catalog(SqlServerNames schema) {
        return new SqlServerCatalog(
                schema.database().isEmpty() ? "" : dialect.quoter().quoteAlways(schema.database()) + ".",
                dialect.traits().version());
    }

    private List<String> names(CatalogQueries catalog, String schema, String type) {
        var parts = names(schema);
        return names(catalog.rows(catalog(parts).names(type), parts.schema()));
    }

    @Override
    public List<String> tableNames(CatalogQueries catalog, String schema) {
        return names(catalog, schema, "U");
    }

    @Override
    public List<String> viewNames(CatalogQueries catalog, String schema) {
        return names(catalog, schema, "V");
    }

    @Override
    public List<String> temporaryTableNames(CatalogQueries catalog) {
        return names(
                catalog.rows("SELECT LEFT(name, CHARINDEX('____', name + '____') - 1) AS name FROM tempdb.sys.tables "
                        + "WHERE name LIKE '#[^#]%' AND object_id = OBJECT_ID('tempdb..' "
                        + "+ LEFT(name, CHARINDEX('____', name + '____') - 1))"));
    }

    @Override
    public List<ReflectedView> views(CatalogQueries catalog, String schema) {
        var parts = names(schema);
        return catalog.rows(catalog(parts).views(), parts.schema()).stream()
                .map(row -> new ReflectedView(schema, row.textOrEmpty("name"),
                        CREATE.matcher(row.textOrEmpty("definition")).replaceFirst("").strip(), false))
                .toList();
    }

    @Override
    public List<ReflectedSequence> sequences(CatalogQueries catalog, String schema) {
        var parts = names(schema);
        return catalog.rows(catalog(parts).sequences(), parts.schema()).stream()
                .map(row -> sequence(schema, row)).toList();
    }

    /**
     * A sequence that starts at 1 has the smallest value of its type as its minimum unless another one was specified.
     */
    private ReflectedSequence sequence(String schema, CatalogRow row) {
        var type = switch (row.textOrEmpty("type_name")) {
            case "bigint" -> null;
            case String name -> types.read(ReflectedTypeName.of(name));
        };
        boolean isUnlimited = row.number("minimum_value") == -greatest(type) - 1 && row.number("start_value") > 0;
        var found = ReflectedSequence.of(schema, row.textOrEmpty("name"),
                isUnlimited ? row.with(Map.of("minimum_value", 1L)) : row, type, greatest(type), DEFAULT_CACHE);
        boolean isLimitedToOne = !isUnlimited && row.number("minimum_value") == 1;
        return isLimitedToOne ? new ReflectedSequence(found.sequence().between(1L, found.sequence().maximum()),
                found.isOwned()) : found;
    }

    private static long greatest(@Nullable SqlType<?> type) {
        return type == null ? Long.MAX_VALUE : type.equals(Types.INTEGER) ? Integer.MAX_VALUE
                : type.equals(Types.SMALLINT) ? Short.MAX_VALUE : Long.MAX_VALUE;
    }

    @Override
    public boolean hasSequence(CatalogQueries catalog, String schema, String sequence) {
        return names(catalog, schema, "SO").contains(sequence);
    }

    @Override
    public boolean hasType(CatalogQueries catalog, String schema, String type) {
        var parts = names(schema);
        return names(catalog.rows(catalog(parts).types(), parts.schema())).contains(type);
    }

    @Override
    public List<ReflectedTable> tables(CatalogQueries catalog, String schema, Collection<String> names) {
        var parts = names(schema);
        var found = new ArrayList<ReflectedTable>();
        var temporary = names.stream().filter(name -> name.startsWith("#")).toList();
        if (!temporary.isEmpty()) {
            found.addAll(read(catalog, new SqlServerCatalog(TEMPORARY_PREFIX, dialect.traits().version()), schema, "",
                    temporary));
        }
        var permanent = names.stream().filter(name -> !name.startsWith("#")).toList();
        if (!permanent.isEmpty()) {
            found.addAll(read(catalog, catalog(parts), schema, parts.schema(), permanent));
        }
        return found;
    }

    private List<ReflectedTable> read(CatalogQueries catalog, SqlServerCatalog queries, String schema, String owner,
            Collection<String> names) {
        var constraints = new ArrayList<>(catalog.rows(queries.constraints(), owner, owner));
        catalog.rows(queries.checks(), owner)
                .forEach(row -> constraints.add(row.changed("check_clause", SqlServerSchemaReader::bare)));
        return new InformationSchema(UnaryOperator.identity(), types, this::type, SqlServerSchemaReader::index,
                SqlServerSchemaReader::options)
                .tables(schema, names, catalog.rows(queries.tables(), owner),
                        catalog.rows(queries.columns(), owner).stream()
                                .map(row -> row.changed("column_default", SqlServerSchemaReader::bare)
                                        .changed("generation_expression", SqlServerSchemaReader::bare))
                                .toList(),
                        constraints, catalog.rows(queries.indexes(), owner));
    }

    private SqlType<?> type(CatalogRow row) {
        return types.read(row.text("base_type") == null ? ReflectedTypeName.of(row.textOrEmpty("data_type"))
                : new ReflectedTypeName(row.textOrEmpty("data_type"), row.textOrEmpty("type_name"),
                        row.textOrEmpty("type_schema"), List.of(), row.textOrEmpty("base_type")));
    }

    private static Map<String, String> options(CatalogRow row) {
        var options = new TreeMap<String, String>();
        if (row.text("filegroup") != null) {
            options.put("mssql.filegroup", row.textOrEmpty("filegroup"));
        }
        if (row.text("compression") != null) {
            options.put("mssql.data_compression", row.textOrEmpty("compression"));
        }
        return options;
    }

    private static ReflectedIndex index(List<CatalogRow> rows) {
        var first = rows.get(0);
        var kind = first.textOrEmpty("index_type");
        boolean isColumnstore = kind.endsWith("COLUMNSTORE");
        var options = new TreeMap<String, String>();
        if (isColumnstore) {
            options.put("mssql.columnstore", "true");
        }
        if (kind.startsWith("CLUSTERED")) {
            options.put("mssql.clustered", "true");
        }
        if (first.number("fill_factor") > 0) {
            options.put("mssql.fillfactor", first.textOrEmpty("fill_factor"));
        }
        var terms = new ArrayList<ReflectedIndexTerm>();
        var included = new ArrayList<String>();
        for (var row : rows) {
            // every column of a columnstore is an included one
            if (row.truth("is_included") && !isColumnstore) {
                included.add(row.textOrEmpty("column_name"));
            } else {
                terms.add(new ReflectedIndexTerm(row.textOrEmpty("column_name"), false, "",
                        row.truth("is_descending"), Ordered.Nulls.DEFAULT));
            }
        }
        return new ReflectedIndex(first.textOrEmpty("index_name"), terms, first.truth("is_unique"),
                bare(first.textOrEmpty("filter_definition")), included, "", options, unmodelled(first, kind));
    }

    private static String unmodelled(CatalogRow first, String kind) {
        return first.truth("is_disabled") ? "it is disabled"
                : first.truth("ignores_duplicates") ? "IGNORE_DUP_KEY"
                        : kind.endsWith("CLUSTERED") || kind.endsWith("COLUMNSTORE") ? "" : kind + " index";
    }

    /** Returns an expression without the parentheses that the server adds around it. */
    static String bare(String sql) {
        var text = sql.strip();
        while (text.startsWith("(") && closing(text) == text.length() - 1) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    /** Returns the index of the parenthesis that closes the first one; -1 if there is none. */
    private static int closing(String text) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '[') {
                quote = c == '[' ? ']' : c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}

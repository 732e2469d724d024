package dev.rubedo.dialect.postgresql;

import dev.rubedo.reflect.CatalogQueries;
import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.InformationSchema;
import dev.rubedo.reflect.ReflectedSequence;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.reflect.ReflectedView;
import dev.rubedo.reflect.SchemaReader;
import dev.rubedo.reflect.TypeCatalog;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A reader of PostgreSQL's pg_catalog, with six queries for any number of tables. Immutable. */
final class PostgresSchemaReader implements SchemaReader {

    static final PostgresSchemaReader INSTANCE = new PostgresSchemaReader();

    private static final String IN_SCHEMA = "n.nspname = COALESCE(NULLIF(?, ''), current_schema())";
    private static final String TABLES = String.format(Locale.ROOT, """
            SELECT c.relname AS table_name, obj_description(c.oid, 'pg_class') AS remarks
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = ANY (string_to_array(?, ',')) AND NOT c.relispartition AND %s
            ORDER BY c.relname COLLATE "C"
            """, IN_SCHEMA);
    private static final String PROPERTIES = String.format(Locale.ROOT, """
            SELECT c.relname AS table_name, obj_description(c.oid, 'pg_class') AS remarks,
              CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_by, array_to_string(c.reloptions, ', ') AS "with",
              s.spcname AS tablespace, CASE WHEN c.relkind = 'r' AND m.amname <> 'heap' THEN m.amname END AS "using",
              (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno) FROM pg_catalog.pg_inherits i
                WHERE i.inhrelid = c.oid AND NOT c.relispartition) AS inherits,
              (SELECT string_agg(CASE WHEN pn.oid = n.oid AND ? = '' THEN '' ELSE pn.nspname || '.' END || p.relname, chr(10)
                  ORDER BY i.inhseqno) FROM pg_catalog.pg_inherits i
                JOIN pg_catalog.pg_class p ON p.oid = i.inhparent JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
                WHERE i.inhrelid = c.oid AND NOT c.relispartition) AS parents,
              concat_ws(chr(10), CASE WHEN c.relkind = 'p' THEN (SELECT 'its partitions ' || string_agg(i.inhrelid::regclass::text, ', '
                  ORDER BY i.inhrelid::regclass::text) FROM pg_catalog.pg_inherits i WHERE i.inhparent = c.oid) END,
                CASE WHEN c.relpersistence = 'u' THEN 'UNLOGGED' END, CASE WHEN c.relrowsecurity THEN 'row-level security' END,
                (SELECT 'storage or compression of ' || string_agg(a.attname, ', ' ORDER BY a.attnum)
                  FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
                  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attstorage <> t.typstorage)) AS unmodelled
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND %s
            """, IN_SCHEMA);
    private static final String VIEWS = String.format(Locale.ROOT, """
            SELECT c.relname AS table_name, pg_get_viewdef(c.oid) AS definition, c.relkind = 'm' AS is_materialized
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('v', 'm') AND %s ORDER BY c.relname COLLATE "C"
            """, IN_SCHEMA);
    private static final String SEQUENCES = String.format(Locale.ROOT, """
            SELECT c.relname AS table_name, q.seqstart AS start_value, q.seqmin AS minimum_value, q.seqmax AS maximum_value,
              q.seqincrement AS increment, q.seqcycle AS cycles, q.seqcache AS cache_size, q.seqtypid::bigint AS type_id,
              EXISTS (SELECT 1 FROM pg_catalog.pg_depend o WHERE o.classid = 'pg_class'::regclass AND o.objid = c.oid
                AND o.refclassid = 'pg_class'::regclass AND o.deptype IN ('a', 'i')) AS is_owned
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_sequence q ON q.seqrelid = c.oid
            WHERE %s ORDER BY c.relname COLLATE "C"
            """, IN_SCHEMA);
    private static final String ENUMS = String.format(Locale.ROOT, """
            SELECT t.typname AS name, e.enumlabel AS label FROM pg_catalog.pg_enum e JOIN pg_catalog.pg_type t ON t.oid = e.enumtypid
              JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            WHERE %s ORDER BY t.typname COLLATE "C", e.enumsortorder
            """, IN_SCHEMA);
    private static final String TEMPORARY = """
            SELECT c.relname AS table_name FROM pg_catalog.pg_class c
            WHERE c.relnamespace = pg_my_temp_schema() AND c.relkind = ? ORDER BY c.relname COLLATE "C"
            """;
    private static final int SMALLINT = 21;
    private static final int INTEGER = 23;
    private static final String COLUMNS = String.format(Locale.ROOT, """
            SELECT c.relname AS table_name, a.attname AS column_name, format_type(a.atttypid, a.atttypmod) AS data_type,
              e.typname AS named_type, CASE WHEN pg_type_is_visible(e.oid) THEN '' ELSE en.nspname END AS named_schema,
              e.oid::bigint AS named_id,
              CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS base_type, NOT a.attnotnull AS is_nullable,
              CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS column_default,
              (a.attidentity <> '' OR q.seqstart = 1 AND q.seqincrement = 1 AND pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%%'
                AND a.atttypid IN (20, 21, 23)) AS is_identity,
              CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END AS identity_generation,
              q.seqstart AS identity_start, q.seqincrement AS identity_increment,
              q.seqcycle AS identity_cycle, NULLIF(q.seqcache, 1) AS identity_cache,
              NULLIF(q.seqmin, CASE WHEN q.seqincrement > 0 THEN 1 WHEN q.seqtypid = 20 THEN -9223372036854775808
                WHEN q.seqtypid = 21 THEN -32768 ELSE -2147483648 END) AS identity_minimum,
              NULLIF(q.seqmax, CASE WHEN q.seqincrement < 0 THEN -1 WHEN q.seqtypid = 20 THEN 9223372036854775807
                WHEN q.seqtypid = 21 THEN 32767 ELSE 2147483647 END) AS identity_maximum,
              CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END AS generation_expression,
              CASE a.attgenerated WHEN 's' THEN 'STORED' WHEN 'v' THEN 'VIRTUAL' END AS generation_storage, '' AS on_update,
              CASE WHEN a.attcollation <> t.typcollation AND pg_collation_is_visible(l.oid) THEN l.collname END AS collation_name,
              CASE WHEN a.attcollation <> t.typcollation AND NOT pg_collation_is_visible(l.oid)
                  THEN 'collation "' || l.collname || '" of a schema that is not in the search path'
                END AS unmodelled,
              col_description(c.oid, a.attnum) AS remarks
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
              JOIN pg_catalog.pg_type e ON e.oid = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END
              JOIN pg_catalog.pg_namespace en ON en.oid = e.typnamespace
              LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
              LEFT JOIN LATERAL (SELECT q.* FROM pg_catalog.pg_depend o JOIN pg_catalog.pg_sequence q ON q.seqrelid = o.objid
                WHERE o.classid = 'pg_class'::regclass AND o.refclassid = 'pg_class'::regclass AND o.refobjid = c.oid
                AND o.refobjsubid = a.attnum AND o.deptype IN ('a', 'i') LIMIT 1) q ON TRUE
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND %s
            ORDER BY c.relname, a.attnum
            """, IN_SCHEMA);
    private static final String CONSTRAINTS = String.format(Locale.ROOT, """
            SELECT c.relname AS table_name, k.conname AS constraint_name,
              CASE k.contype WHEN 'p' THEN 'PRIMARY KEY' WHEN 'u' THEN 'UNIQUE' WHEN 'c' THEN 'CHECK' WHEN 'f' THEN 'FOREIGN KEY'
                ELSE 'EXCLUDE' END AS constraint_type, CASE k.contype WHEN 'x' THEN regexp_replace(pg_get_constraintdef(k.oid),
                '^EXCLUDE | DEFERRABLE( INITIALLY DEFERRED)?$', '', 'g') END AS definition,
              a.attname AS column_name, NULLIF(fn.nspname, n.nspname) AS referred_schema, fc.relname AS referred_table,
              fa.attname AS referred_column, %s AS update_rule, %s AS delete_rule, k.condeferrable AS is_deferrable,
              k.condeferred AS initially_deferred, CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid) END AS check_clause,
              CASE WHEN k.confmatchtype = 'f' THEN 'FULL' END AS match_option, obj_description(k.oid, 'pg_constraint') AS constraint_remarks,
              concat_ws(chr(10), CASE WHEN NOT k.convalidated THEN 'postgresql.not_valid=true' END,
                CASE WHEN k.contype = 'c' AND k.connoinherit THEN 'postgresql.no_inherit=true' END,
                CASE WHEN k.contype = 'u' AND (to_jsonb(x) ->> 'indnullsnotdistinct')::boolean THEN 'postgresql.nulls_not_distinct=true' END,
                (SELECT 'postgresql.set_columns=' || string_agg(sa.attname, ', ' ORDER BY sp.pos)
                  FROM jsonb_array_elements_text(CASE WHEN jsonb_typeof(to_jsonb(k) -> 'confdelsetcols') = 'array'
                    THEN to_jsonb(k) -> 'confdelsetcols' ELSE '[]'::jsonb END) WITH ORDINALITY AS sp(attnum, pos)
                  JOIN pg_catalog.pg_attribute sa ON sa.attrelid = k.conrelid AND sa.attnum = sp.attnum::smallint),
                (SELECT 'postgresql.include=' || string_agg(ia.attname, ', ' ORDER BY ip.pos)
                  FROM unnest(x.indkey::smallint[]) WITH ORDINALITY AS ip(attnum, pos) JOIN pg_catalog.pg_attribute ia
                  ON ia.attrelid = c.oid AND ia.attnum = ip.attnum WHERE k.contype IN ('p', 'u') AND ip.pos > x.indnkeyatts)) AS constraint_options
            FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = k.conindid
              LEFT JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS u(attnum, pos) ON TRUE
              LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.attnum
              LEFT JOIN pg_catalog.pg_class fc ON fc.oid = k.confrelid LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = fc.relnamespace
              LEFT JOIN pg_catalog.pg_attribute fa ON fa.attrelid = k.confrelid AND fa.attnum = k.confkey[u.pos]
            WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND %s
            ORDER BY c.relname, k.conname, u.pos
            """, action("k.confupdtype"), action("k.confdeltype"), IN_SCHEMA);
    private static final String INDEXES = PostgresIndexes.QUERY + IN_SCHEMA + " ORDER BY c.relname, i.relname, p.pos";

    private static final String LABELS = "SELECT enumtypid::bigint AS named_id, enumlabel AS label FROM pg_catalog.pg_enum ORDER BY enumtypid, enumsortorder";

    private PostgresSchemaReader() {}

    @Override
    public TypeCatalog types() {
        return PostgresTypeCatalog.INSTANCE;
    }

    private static String action(String column) {
        return "CASE " + column + " WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' "
                + "WHEN 'd' THEN 'SET DEFAULT' ELSE 'NO ACTION' END";
    }

    @Override
    public String defaultSchema(CatalogQueries catalog) {
        return catalog.rows("SELECT current_schema() AS name").get(0).textOrEmpty("name");
    }

    @Override
    public List<String> schemaNames(CatalogQueries catalog) {
        return names(catalog.rows(
                "SELECT nspname AS table_name FROM pg_catalog.pg_namespace WHERE nspname NOT LIKE 'pg~_%' ESCAPE '~' "
                        + "AND nspname <> 'information_schema' ORDER BY nspname COLLATE \"C\""));
    }

    @Override
    public List<String> tableNames(CatalogQueries catalog, String schema) {
        return names(catalog.rows(TABLES, "r,p", schema));
    }

    @Override
    public List<String> viewNames(CatalogQueries catalog, String schema) {
        return names(catalog.rows(TABLES, "v", schema));
    }

    @Override
    public List<ReflectedView> views(CatalogQueries catalog, String schema) {
        return catalog.rows(VIEWS, schema).stream()
                .map(row -> new ReflectedView(schema, row.textOrEmpty("table_name"),
                        row.textOrEmpty("definition").strip().replaceFirst(";$", ""), row.truth("is_materialized")))
                .toList();
    }

    @Override
    public List<ReflectedSequence> sequences(CatalogQueries catalog, String schema) {
        return catalog.rows(SEQUENCES, schema).stream().map(row -> sequence(schema, row)).toList();
    }

    private static ReflectedSequence sequence(String schema, CatalogRow row) {
        SqlType<?> type = switch ((int) row.number("type_id")) {
            case SMALLINT -> Types.SMALLINT;
            case INTEGER -> Types.INTEGER;
            default -> null;
        };
        long maximum = type == null ? Long.MAX_VALUE : type == Types.INTEGER ? Integer.MAX_VALUE : Short.MAX_VALUE;
        return ReflectedSequence.of(schema, row.textOrEmpty("table_name"), row, type, maximum, 1);
    }

    @Override
    public List<LabelType> enums(CatalogQueries catalog, String schema) {
        var labels = new LinkedHashMap<String, List<String>>();
        catalog.rows(ENUMS, schema).forEach(row -> labels
                .computeIfAbsent(row.textOrEmpty("name"), name -> new ArrayList<>()).add(row.textOrEmpty("label")));
        return labels.entrySet().stream().map(each -> new LabelType(each.getKey(), schema, each.getValue())).toList();
    }

    @Override
    public List<String> temporaryTableNames(CatalogQueries catalog) {
        return names(catalog.rows(TEMPORARY, "r"));
    }

    @Override
    public List<String> temporaryViewNames(CatalogQueries catalog) {
        return names(catalog.rows(TEMPORARY, "v"));
    }

    private static List<String> names(List<CatalogRow> rows) {
        return rows.stream().map(row -> row.textOrEmpty("table_name")).toList();
    }

    @Override
    public boolean hasSequence(CatalogQueries catalog, String schema, String sequence) {
        return names(catalog.rows(TABLES, "S", schema)).contains(sequence);
    }

    @Override
    public List<String> namesOfExtensions(CatalogQueries catalog, String schema) {
        return catalog.rows(
                "SELECT t.relname AS name FROM pg_catalog.pg_class t JOIN pg_catalog.pg_namespace n "
                        + "ON n.oid = t.relnamespace JOIN pg_catalog.pg_depend d ON d.objid = t.oid "
                        + "AND d.classid = 'pg_catalog.pg_class'::regclass AND d.deptype = 'e' WHERE " + IN_SCHEMA,
                schema).stream().map(row -> row.textOrEmpty("name")).toList();
    }

    @Override
    public boolean hasType(CatalogQueries catalog, String schema, String type) {
        return !catalog.rows(
                "SELECT 1 AS found FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace "
                        + "WHERE t.typname = ? AND " + IN_SCHEMA,
                type, schema).isEmpty();
    }

    @Override
    public List<ReflectedTable> tables(CatalogQueries catalog, String schema, Collection<String> names) {
        var labels = labels(catalog);
        return new InformationSchema(name -> name, types(), row -> type(row, labels), PostgresIndexes::index,
                PostgresSchemaReader::options).tables(schema, names, catalog.rows(PROPERTIES, schema, schema),
                        catalog.rows(COLUMNS, schema), catalog.rows(CONSTRAINTS, schema),
                        catalog.rows(INDEXES, schema));
    }

    private static Map<String, String> options(CatalogRow row) {
        var options = new TreeMap<String, String>();
        for (var name : List.of("inherits", "partition_by", "using", "with", "tablespace")) {
            if (!row.textOrEmpty(name).isEmpty()) {
                options.put("postgresql." + name, row.textOrEmpty(name));
            }
        }
        return options;
    }

    private static SqlType<?> type(CatalogRow row, Map<Long, List<String>> labels) {
        return PostgresTypeCatalog.INSTANCE.read(new ReflectedTypeName(row.textOrEmpty("data_type"),
                row.textOrEmpty("named_type"), row.textOrEmpty("named_schema"),
                labels.getOrDefault(row.number("named_id"), List.of()), row.textOrEmpty("base_type")));
    }

    private static Map<Long, List<String>> labels(CatalogQueries catalog) {
        var labels = new HashMap<Long, List<String>>();
        catalog.rows(LABELS).forEach(row -> labels
                .computeIfAbsent(row.number("named_id"), type -> new ArrayList<>()).add(row.textOrEmpty("label")));
        return labels;
    }
}

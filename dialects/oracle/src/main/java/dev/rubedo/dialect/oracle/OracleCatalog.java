package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.ServerVersion;

/**
 * The queries on the dictionary, each for all tables of an owner. Every query has the parameter of the owner, which is
 * NULL for the current schema. A column of type LONG, which the driver streams, comes last. Immutable.
 *
 * @param version the version of the server, which determines the columns of the views
 * @param link the name of a database link with its sign, {@code @LINK}; empty for the database itself
 */
record OracleCatalog(ServerVersion version, String link) {

    private static final String OWNER = "COALESCE(?, SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA'))";

    private static final String TABLES = """
            SELECT t.TABLE_NAME AS table_name, m.COMMENTS AS remarks, t.TABLESPACE_NAME AS tablespace_name,
              t.COMPRESSION AS compression, t.COMPRESS_FOR AS compress_for, t.DURATION AS duration,
              CASE WHEN t.PARTITIONED = 'YES' THEN 'partitions' WHEN t.IOT_TYPE = 'IOT' THEN 'ORGANIZATION INDEX'
                WHEN t.CLUSTER_NAME IS NOT NULL THEN 'the cluster ' || t.CLUSTER_NAME END AS unmodelled
            FROM ALL_TABLES{link} t LEFT JOIN ALL_TAB_COMMENTS{link} m ON m.OWNER = t.OWNER AND m.TABLE_NAME = t.TABLE_NAME
            WHERE t.OWNER = {owner}
            UNION ALL
            SELECT v.VIEW_NAME, m.COMMENTS, NULL, NULL, NULL, NULL, NULL
            FROM ALL_VIEWS{link} v LEFT JOIN ALL_TAB_COMMENTS{link} m ON m.OWNER = v.OWNER AND m.TABLE_NAME = v.VIEW_NAME
            WHERE v.OWNER = {owner}""";

    private static final String COLUMNS = """
            SELECT c.TABLE_NAME AS table_name, c.COLUMN_NAME AS column_name,
              CASE WHEN c.DATA_TYPE IN ('VARCHAR2', 'CHAR') THEN c.DATA_TYPE || '('
                || CASE c.CHAR_USED WHEN 'C' THEN c.CHAR_LENGTH || ' CHAR' ELSE c.DATA_LENGTH || ' BYTE' END || ')'
                WHEN c.DATA_TYPE IN ('NVARCHAR2', 'NCHAR') THEN c.DATA_TYPE || '(' || c.CHAR_LENGTH || ')'
                WHEN c.DATA_TYPE IN ('RAW', 'UROWID') THEN c.DATA_TYPE || '(' || c.DATA_LENGTH || ')'
                WHEN c.DATA_TYPE = 'FLOAT' THEN 'FLOAT(' || c.DATA_PRECISION || ')'
                WHEN c.DATA_TYPE = 'NUMBER' AND c.DATA_PRECISION IS NULL AND c.DATA_SCALE = 0 THEN 'NUMBER(*,0)'
                WHEN c.DATA_TYPE = 'NUMBER' AND c.DATA_PRECISION IS NOT NULL
                  THEN 'NUMBER(' || c.DATA_PRECISION || ',' || c.DATA_SCALE || ')'
                WHEN c.DATA_TYPE_OWNER IS NOT NULL AND c.DATA_TYPE_OWNER NOT IN ('SYS', 'PUBLIC')
                  THEN c.DATA_TYPE_OWNER || '.' || c.DATA_TYPE
                ELSE c.DATA_TYPE END AS data_type,
              CASE c.NULLABLE WHEN 'N' THEN 'NO' ELSE 'YES' END AS is_nullable, {identity},
              CASE c.VIRTUAL_COLUMN WHEN 'YES' THEN 'VIRTUAL' END AS generation_storage, {collation} AS collation_name,
              {unmodelled} AS unmodelled, NULL AS on_update, m.COMMENTS AS remarks, c.DATA_DEFAULT AS column_default
            FROM ALL_TAB_COLS{link} c
              LEFT JOIN ALL_COL_COMMENTS{link} m
                ON m.OWNER = c.OWNER AND m.TABLE_NAME = c.TABLE_NAME AND m.COLUMN_NAME = c.COLUMN_NAME
            {identities}WHERE c.OWNER = {owner} AND {visible}
            ORDER BY c.TABLE_NAME, c.INTERNAL_COLUMN_ID""";

    private static final String IDENTITY = """
            NVL(c.IDENTITY_COLUMN, 'NO') AS is_identity, i.GENERATION_TYPE AS identity_generation,
              {start} AS identity_start, {increment} AS identity_increment,
              NULLIF({minimum}, '1') AS identity_minimum,
              CASE WHEN LENGTH({maximum}) < 19 THEN {maximum} END AS identity_maximum,
              CASE WHEN i.IDENTITY_OPTIONS LIKE '%CYCLE_FLAG: Y%' THEN 'YES' ELSE 'NO' END AS identity_cycle,
              NULLIF({cache}, '20') AS identity_cache, NVL(c.DEFAULT_ON_NULL, 'NO') AS identity_on_null""";

    private static final String CONSTRAINTS = """
            SELECT k.TABLE_NAME AS table_name, k.CONSTRAINT_NAME AS constraint_name,
              CASE k.CONSTRAINT_TYPE WHEN 'P' THEN 'PRIMARY KEY' WHEN 'U' THEN 'UNIQUE' ELSE 'FOREIGN KEY' END
                AS constraint_type,
              c.COLUMN_NAME AS column_name, NULLIF(k.R_OWNER, k.OWNER) AS referred_schema,
              rc.TABLE_NAME AS referred_table, rc.COLUMN_NAME AS referred_column, NULL AS update_rule,
              k.DELETE_RULE AS delete_rule,
              CASE k.DEFERRABLE WHEN 'DEFERRABLE' THEN 'YES' ELSE 'NO' END AS is_deferrable,
              CASE k.DEFERRED WHEN 'DEFERRED' THEN 'YES' ELSE 'NO' END AS initially_deferred,
              CASE WHEN k.STATUS = 'DISABLED' THEN 'the constraint "' || k.CONSTRAINT_NAME || '" is disabled' END
                AS unmodelled
            FROM ALL_CONSTRAINTS{link} k
              JOIN ALL_CONS_COLUMNS{link} c ON c.OWNER = k.OWNER AND c.CONSTRAINT_NAME = k.CONSTRAINT_NAME
              LEFT JOIN ALL_CONS_COLUMNS{link} rc ON rc.OWNER = k.R_OWNER AND rc.CONSTRAINT_NAME = k.R_CONSTRAINT_NAME
                AND rc.POSITION = c.POSITION
            WHERE k.OWNER = {owner} AND k.CONSTRAINT_TYPE IN ('P', 'U', 'R')
            ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, c.POSITION""";

    private static final String CHECKS = """
            SELECT k.TABLE_NAME AS table_name, k.CONSTRAINT_NAME AS constraint_name, 'CHECK' AS constraint_type,
              CASE WHEN k.STATUS = 'DISABLED' THEN 'the check "' || k.CONSTRAINT_NAME || '" is disabled' END AS unmodelled,
              k.GENERATED AS generated, {condition} AS check_clause
            FROM ALL_CONSTRAINTS{link} k
            WHERE k.OWNER = {owner} AND k.CONSTRAINT_TYPE = 'C'
            ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME""";

    private static final String INDEXES = """
            SELECT x.TABLE_NAME AS table_name, x.INDEX_NAME AS index_name, x.INDEX_TYPE AS index_type,
              x.UNIQUENESS AS uniqueness, x.COMPRESSION AS compression, x.PREFIX_LENGTH AS prefix_length,
              x.VISIBILITY AS visibility, x.PARTITIONED AS partitioned, c.COLUMN_NAME AS column_name,
              c.DESCEND AS descend, e.COLUMN_EXPRESSION AS column_expression
            FROM ALL_INDEXES{link} x
              JOIN ALL_IND_COLUMNS{link} c ON c.INDEX_OWNER = x.OWNER AND c.INDEX_NAME = x.INDEX_NAME
              LEFT JOIN ALL_IND_EXPRESSIONS{link} e ON e.INDEX_OWNER = x.OWNER AND e.INDEX_NAME = x.INDEX_NAME
                AND e.COLUMN_POSITION = c.COLUMN_POSITION
            WHERE x.TABLE_OWNER = {owner} AND x.INDEX_TYPE <> 'LOB' AND NOT EXISTS (SELECT 1 FROM ALL_CONSTRAINTS{link} k
              WHERE k.OWNER = x.TABLE_OWNER AND k.INDEX_NAME = x.INDEX_NAME AND k.CONSTRAINT_TYPE IN ('P', 'U'))
            ORDER BY x.TABLE_NAME, x.INDEX_NAME, c.COLUMN_POSITION""";

    private static final String SEQUENCES = """
            SELECT s.SEQUENCE_NAME AS name, CASE WHEN s.INCREMENT_BY > 0 THEN s.MIN_VALUE
                ELSE LEAST(s.MAX_VALUE, 9223372036854775807) END AS start_value,
              GREATEST(s.MIN_VALUE, -9223372036854775807) AS minimum_value,
              LEAST(s.MAX_VALUE, 9223372036854775807) AS maximum_value, s.INCREMENT_BY AS increment,
              s.CACHE_SIZE AS cache_size, s.CYCLE_FLAG AS cycles, s.ORDER_FLAG AS is_ordered, 0 AS is_owned
            FROM ALL_SEQUENCES{link} s WHERE s.SEQUENCE_OWNER = {owner} AND s.SEQUENCE_NAME NOT LIKE 'ISEQ$$%'
            ORDER BY s.SEQUENCE_NAME""";

    private static final String VIEWS = """
            SELECT v.VIEW_NAME AS name, 'NO' AS is_materialized, {text} AS definition FROM ALL_VIEWS{link} v
            WHERE v.OWNER = {owner} ORDER BY v.VIEW_NAME""";

    private static final String MATERIALIZED = """
            SELECT v.MVIEW_NAME AS name, 'YES' AS is_materialized, v.QUERY AS definition FROM ALL_MVIEWS{link} v
            WHERE v.OWNER = {owner} ORDER BY v.MVIEW_NAME""";

    private static final String SYNONYMS = """
            SELECT s.SYNONYM_NAME AS name, s.TABLE_OWNER AS table_owner, s.TABLE_NAME AS table_name, s.DB_LINK AS db_link
            FROM ALL_SYNONYMS s WHERE s.OWNER IN ({owner}, 'PUBLIC') AND s.TABLE_NAME IS NOT NULL
            ORDER BY CASE s.OWNER WHEN 'PUBLIC' THEN 0 ELSE 1 END""";

    /** Returns the query for the properties of all tables and views; it has the parameter twice. */
    String tables() {
        return of(TABLES);
    }

    /** Returns the query for the columns of all tables and views. */
    String columns() {
        boolean hasIdentities = version.isAtLeast(12);
        var identity = hasIdentities ? IDENTITY.replace("{start}", option("START WITH"))
                .replace("{increment}", option("INCREMENT BY")).replace("{minimum}", option("MIN_VALUE"))
                .replace("{maximum}", option("MAX_VALUE")).replace("{cache}", option("CACHE_SIZE"))
                : "'NO' AS is_identity, NULL AS identity_generation";
        return of(COLUMNS.replace("{identity}", identity)
                .replace("{identities}", !hasIdentities ? "" : "  LEFT JOIN ALL_TAB_IDENTITY_COLS{link} i\n    ON "
                        + "i.OWNER = c.OWNER AND i.TABLE_NAME = c.TABLE_NAME AND i.COLUMN_NAME = c.COLUMN_NAME\n")
                .replace("{collation}", version.isAtLeast(12, 2)
                        ? "CASE WHEN c.COLLATION NOT IN ('USING_NLS_COMP', 'USING_NLS_SORT') THEN c.COLLATION END"
                        : "NULL")
                .replace("{unmodelled}", version.isAtLeast(12, 2)
                        ? "CASE WHEN c.HIDDEN_COLUMN = 'YES' THEN 'INVISIBLE' END"
                        : "NULL")
                // columns that the server makes are hidden; so are those that a user hides
                .replace("{visible}", version.isAtLeast(12, 2) ? "c.USER_GENERATED = 'YES'"
                        : "c.HIDDEN_COLUMN = 'NO'"));
    }

    private static String option(String name) {
        return "REGEXP_SUBSTR(i.IDENTITY_OPTIONS, '" + name + ": (-?[0-9]+)', 1, 1, NULL, 1)";
    }

    /** Returns the query for primary keys, unique constraints and foreign keys. */
    String constraints() {
        return of(CONSTRAINTS);
    }

    /** Returns the query for check constraints, those for NOT NULL included. */
    String checks() {
        return of(CHECKS.replace("{condition}", version.isAtLeast(12) ? "k.SEARCH_CONDITION_VC"
                : "k.SEARCH_CONDITION"));
    }

    /** Returns the query for indexes without a constraint. */
    String indexes() {
        return of(INDEXES);
    }

    /** Returns the query for sequences that do not belong to an identity column. */
    String sequences() {
        return of(SEQUENCES);
    }

    /** Returns the query for views. */
    String views() {
        return of(VIEWS.replace("{text}", version.isAtLeast(12) && link.isEmpty() ? "v.TEXT_VC" : "v.TEXT"));
    }

    /** Returns the query for materialized views. */
    String materializedViews() {
        return of(MATERIALIZED);
    }

    /** Returns the query for synonyms, the public ones first. */
    String synonyms() {
        return of(SYNONYMS);
    }

    /**
     * Returns the query for the names of tables.
     *
     * @param isTemporary whether to query temporary tables; otherwise those outside the system tablespaces
     */
    String tableNames(boolean isTemporary) {
        return of("SELECT t.TABLE_NAME AS name FROM ALL_TABLES{link} t WHERE t.OWNER = {owner} AND t.NESTED = 'NO' "
                + "AND t.SECONDARY = 'N' AND t.DROPPED = 'NO' AND t.IOT_NAME IS NULL AND "
                + (isTemporary ? "t.DURATION IS NOT NULL"
                        : "t.DURATION IS NULL AND NVL(t.TABLESPACE_NAME, 'none') NOT IN ('SYSTEM', 'SYSAUX') AND NOT EXISTS "
                                + "(SELECT 1 FROM ALL_MVIEWS{link} m WHERE m.OWNER = t.OWNER AND m.CONTAINER_NAME = t.TABLE_NAME)"));
    }

    /** Returns the query for the names of the types that users declared. */
    String types() {
        return of("SELECT t.TYPE_NAME AS name FROM ALL_TYPES{link} t WHERE t.OWNER = {owner}");
    }

    private String of(String query) {
        return query.replace("{link}", link).replace("{owner}", OWNER);
    }
}

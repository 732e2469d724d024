package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.ServerVersion;

/**
 * The queries on the catalog views of one database, each for all tables of a schema. Every query has the parameter of
 * the schema, which is empty for the default one. Immutable.
 *
 * @param prefix the name of the database and a dot; empty for the current one
 * @param version the version of the server, which determines the columns of the views
 */
record SqlServerCatalog(String prefix, ServerVersion version) {

    /** The name of a temporary table; in tempdb, it is padded with underscores and a number. */
    private static final String TEMPORARY = "CASE WHEN o.name LIKE '#%' THEN LEFT(o.name, CHARINDEX('____', o.name + '____') - 1) ELSE o.name END";

    private static final String COLUMNS = """
            SELECT {name} AS table_name, c.name AS column_name,
              CASE WHEN t.is_user_defined = 1 THEN QUOTENAME(ts.name) + N'.' + QUOTENAME(t.name) ELSE {type} END AS data_type,
              CASE WHEN t.is_user_defined = 1 THEN {base} END AS base_type, t.name AS type_name, ts.name AS type_schema,
              CASE WHEN c.is_nullable = 1 THEN 'YES' ELSE 'NO' END AS is_nullable, d.definition AS column_default,
              CASE WHEN c.is_identity = 1 THEN 'YES' ELSE 'NO' END AS is_identity,
              CASE WHEN c.is_identity = 1 THEN 'BY DEFAULT' END AS identity_generation,
              CAST(i.seed_value AS BIGINT) AS identity_start, CAST(i.increment_value AS BIGINT) AS identity_increment,
              g.definition AS generation_expression,
              CASE g.is_persisted WHEN 1 THEN 'STORED' WHEN 0 THEN 'VIRTUAL' END AS generation_storage,
              CASE WHEN c.collation_name <> (SELECT b.collation_name FROM sys.databases b WHERE b.name = {database})
                THEN c.collation_name END AS collation_name,
              CASE WHEN c.is_sparse = 1 THEN 'SPARSE' WHEN c.is_rowguidcol = 1 THEN 'ROWGUIDCOL'
                WHEN c.is_filestream = 1 THEN 'FILESTREAM' {hidden}END AS unmodelled,
              NULL AS on_update, CAST(p.value AS NVARCHAR(4000)) AS remarks
            FROM {sys}objects o JOIN {sys}schemas s ON s.schema_id = o.schema_id
              JOIN {sys}columns c ON c.object_id = o.object_id
              JOIN {sys}types t ON t.user_type_id = c.user_type_id
              JOIN {sys}schemas ts ON ts.schema_id = t.schema_id
              LEFT JOIN {sys}types b ON b.user_type_id = c.system_type_id
              LEFT JOIN {sys}default_constraints d ON d.object_id = c.default_object_id
              LEFT JOIN {sys}identity_columns i ON i.object_id = c.object_id AND i.column_id = c.column_id
              LEFT JOIN {sys}computed_columns g ON g.object_id = c.object_id AND g.column_id = c.column_id
              LEFT JOIN {sys}extended_properties p ON p.class = 1 AND p.major_id = c.object_id AND p.minor_id = c.column_id
                AND p.name = N'MS_Description'
            WHERE o.type IN ('U', 'V') AND {schema}
            ORDER BY o.name, c.column_id""";

    private static final String TABLES = """
            SELECT {name} AS table_name, CAST(p.value AS NVARCHAR(4000)) AS remarks,
              CASE WHEN f.is_default = 0 AND f.type = 'FG' THEN f.name END AS filegroup,
              (SELECT MAX(NULLIF(n.data_compression_desc, 'NONE')) FROM {sys}partitions n WHERE n.object_id = o.object_id
                AND n.index_id IN (0, 1)) AS compression,
              CASE WHEN f.type = 'PS' THEN 'partitioning by the scheme ' + f.name {history}END AS unmodelled
            FROM {sys}objects o JOIN {sys}schemas s ON s.schema_id = o.schema_id
              LEFT JOIN {sys}tables t ON t.object_id = o.object_id
              LEFT JOIN {sys}indexes x ON x.object_id = o.object_id AND x.index_id IN (0, 1) AND o.type = 'U'
              LEFT JOIN {sys}data_spaces f ON f.data_space_id = x.data_space_id
              LEFT JOIN {sys}extended_properties p ON p.class = 1 AND p.major_id = o.object_id AND p.minor_id = 0
                AND p.name = N'MS_Description'
            WHERE o.type IN ('U', 'V') AND {schema}""";

    private static final String CONSTRAINTS = """
            SELECT {name} AS table_name, k.name AS constraint_name,
              CASE k.type WHEN 'PK' THEN 'PRIMARY KEY' ELSE 'UNIQUE' END AS constraint_type, c.name AS column_name,
              NULL AS referred_schema, NULL AS referred_table, NULL AS referred_column, NULL AS update_rule,
              NULL AS delete_rule, CASE WHEN k.type = 'PK' AND x.type <> 1 THEN 'mssql.clustered=false'
                WHEN k.type = 'UQ' AND x.type = 1 THEN 'mssql.clustered=true' END AS constraint_options,
              NULL AS unmodelled, xc.key_ordinal AS position
            FROM {sys}key_constraints k JOIN {sys}objects o ON o.object_id = k.parent_object_id
              JOIN {sys}schemas s ON s.schema_id = o.schema_id
              JOIN {sys}indexes x ON x.object_id = k.parent_object_id AND x.index_id = k.unique_index_id
              JOIN {sys}index_columns xc ON xc.object_id = x.object_id AND xc.index_id = x.index_id AND xc.key_ordinal > 0
              JOIN {sys}columns c ON c.object_id = xc.object_id AND c.column_id = xc.column_id
            WHERE {schema}
            UNION ALL
            SELECT {name}, k.name, 'FOREIGN KEY', c.name, NULLIF(rs.name, s.name), r.name, rc.name,
              REPLACE(k.update_referential_action_desc, '_', ' '), REPLACE(k.delete_referential_action_desc, '_', ' '),
              NULL, CASE WHEN k.is_disabled = 1 THEN 'the foreign key "' + k.name + '" is disabled' END,
              kc.constraint_column_id
            FROM {sys}foreign_keys k JOIN {sys}objects o ON o.object_id = k.parent_object_id
              JOIN {sys}schemas s ON s.schema_id = o.schema_id
              JOIN {sys}foreign_key_columns kc ON kc.constraint_object_id = k.object_id
              JOIN {sys}columns c ON c.object_id = kc.parent_object_id AND c.column_id = kc.parent_column_id
              JOIN {sys}objects r ON r.object_id = k.referenced_object_id
              JOIN {sys}schemas rs ON rs.schema_id = r.schema_id
              JOIN {sys}columns rc ON rc.object_id = kc.referenced_object_id AND rc.column_id = kc.referenced_column_id
            WHERE {schema}
            ORDER BY table_name, constraint_name, position""";

    private static final String CHECKS = """
            SELECT {name} AS table_name, k.name AS constraint_name, 'CHECK' AS constraint_type,
              k.definition AS check_clause,
              CASE WHEN k.is_disabled = 1 THEN 'the check "' + k.name + '" is disabled' END AS unmodelled
            FROM {sys}check_constraints k JOIN {sys}objects o ON o.object_id = k.parent_object_id
              JOIN {sys}schemas s ON s.schema_id = o.schema_id
            WHERE {schema}
            ORDER BY o.name, k.name""";

    private static final String INDEXES = """
            SELECT {name} AS table_name, x.name AS index_name, x.is_unique AS is_unique, x.type_desc AS index_type,
              x.filter_definition AS filter_definition, x.fill_factor AS fill_factor, x.is_disabled AS is_disabled,
              x.ignore_dup_key AS ignores_duplicates, c.name AS column_name, xc.is_descending_key AS is_descending,
              xc.is_included_column AS is_included
            FROM {sys}indexes x JOIN {sys}objects o ON o.object_id = x.object_id
              JOIN {sys}schemas s ON s.schema_id = o.schema_id
              JOIN {sys}index_columns xc ON xc.object_id = x.object_id AND xc.index_id = x.index_id
              JOIN {sys}columns c ON c.object_id = xc.object_id AND c.column_id = xc.column_id
            WHERE x.type > 0 AND x.is_primary_key = 0 AND x.is_unique_constraint = 0 AND x.is_hypothetical = 0
              AND o.type IN ('U', 'V') AND (xc.key_ordinal > 0 OR xc.is_included_column = 1) AND {schema}
            ORDER BY o.name, x.name, xc.is_included_column, xc.key_ordinal, xc.index_column_id""";

    private static final String SEQUENCES = """
            SELECT o.name AS name, CAST(o.start_value AS BIGINT) AS start_value,
              CAST(o.minimum_value AS BIGINT) AS minimum_value, CAST(o.maximum_value AS BIGINT) AS maximum_value,
              CAST(o.increment AS BIGINT) AS increment, COALESCE(o.cache_size, 0) AS cache_size, o.is_cycling AS cycles,
              0 AS is_owned, t.name AS type_name
            FROM {sys}sequences o JOIN {sys}schemas s ON s.schema_id = o.schema_id
              JOIN {sys}types t ON t.user_type_id = o.user_type_id
            WHERE {schema}
            ORDER BY o.name""";

    private static final String VIEWS = """
            SELECT o.name AS name, m.definition AS definition
            FROM {sys}views o JOIN {sys}schemas s ON s.schema_id = o.schema_id
              LEFT JOIN {sys}sql_modules m ON m.object_id = o.object_id
            WHERE o.is_ms_shipped = 0 AND {schema}
            ORDER BY o.name""";

    /** Returns the query for the columns of all tables and views. */
    String columns() {
        var hidden = version.isAtLeast(13) ? "WHEN c.is_hidden = 1 THEN 'HIDDEN' WHEN c.is_masked = 1 THEN 'MASKED' "
                : "";
        return of(COLUMNS.replace("{hidden}", hidden).replace("{type}", typeText("t"))
                .replace("{base}", typeText("b")));
    }

    /** Returns the SQL of the full name of a column's type, whose name is that of a row of sys.types. */
    private static String typeText(String types) {
        return """
                CASE WHEN {of}.name IN ('varchar', 'char', 'binary', 'varbinary') THEN {of}.name + N'('
                  + CASE c.max_length WHEN -1 THEN 'max' ELSE CAST(c.max_length AS NVARCHAR(10)) END + N')'
                  WHEN {of}.name IN ('nvarchar', 'nchar') THEN {of}.name + N'('
                  + CASE c.max_length WHEN -1 THEN 'max' ELSE CAST(c.max_length / 2 AS NVARCHAR(10)) END + N')'
                  WHEN {of}.name IN ('decimal', 'numeric') THEN {of}.name + N'(' + CAST(c.precision AS NVARCHAR(10)) + N','
                  + CAST(c.scale AS NVARCHAR(10)) + N')'
                  WHEN {of}.name IN ('datetime2', 'datetimeoffset', 'time') THEN {of}.name + N'('
                  + CAST(c.scale AS NVARCHAR(10)) + N')' ELSE {of}.name END""".replace("{of}", types);
    }

    /** Returns the query for the properties of all tables and views. */
    String tables() {
        var history = "WHEN t.is_filetable = 1 THEN 'FILETABLE' "
                + (version.isAtLeast(12) ? "WHEN t.is_memory_optimized = 1 THEN 'MEMORY_OPTIMIZED' " : "")
                + (version.isAtLeast(13) ? "WHEN t.temporal_type <> 0 THEN t.temporal_type_desc " : "");
        return of(TABLES.replace("{history}", history));
    }

    /** Returns the query for primary keys, unique constraints and foreign keys; it has the parameter twice. */
    String constraints() {
        return of(CONSTRAINTS);
    }

    /** Returns the query for check constraints. */
    String checks() {
        return of(CHECKS);
    }

    /** Returns the query for indexes without a constraint. */
    String indexes() {
        return of(INDEXES);
    }

    /** Returns the query for sequences. */
    String sequences() {
        return of(SEQUENCES);
    }

    /** Returns the query for views with their definitions. */
    String views() {
        return of(VIEWS);
    }

    /** Returns the query for the names of all objects of a type. */
    String names(String type) {
        return of("SELECT o.name AS name FROM {sys}objects o JOIN {sys}schemas s ON s.schema_id = o.schema_id "
                + "WHERE o.type = '" + type + "' AND o.is_ms_shipped = 0 AND {schema} ORDER BY o.name");
    }

    /** Returns the query for the names of the types that users declared. */
    String types() {
        return of("SELECT o.name AS name FROM {sys}types o JOIN {sys}schemas s ON s.schema_id = o.schema_id "
                + "WHERE o.is_user_defined = 1 AND {schema}");
    }

    private String of(String query) {
        boolean isTemporary = prefix.equals(SqlServerSchemaReader.TEMPORARY_PREFIX);
        return query.replace("{name}", isTemporary ? TEMPORARY : "o.name").replace("{sys}", prefix + "sys.")
                .replace("{database}", prefix.isEmpty() ? "DB_NAME()" : "PARSENAME('" + prefix.replace("'", "''")
                        + "x', 2)")
                .replace("{schema}", isTemporary
                        ? "o.object_id = OBJECT_ID('tempdb..' + " + TEMPORARY + ") AND ? = N''"
                        : "s.name = COALESCE(NULLIF(?, N''), SCHEMA_NAME())");
    }
}

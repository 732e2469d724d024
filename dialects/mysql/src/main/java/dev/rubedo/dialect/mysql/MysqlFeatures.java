package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.ServerVersion;
import dev.rubedo.feature.Feature;

/**
 * The features of the versions of MySQL and MariaDB. The two differ in the lines that use {@code isMaria}.
 *
 * <p>The versions are those of "What Is New in MySQL 8.0" and the release notes of 8.0.13 to 8.0.31
 * (dev.mysql.com/doc), and of the statement pages in mariadb.com/kb ("INSERT...RETURNING", "SELECT ... OFFSET ...
 * FETCH", "SKIP LOCKED", "EXCEPT", "Sequence Overview", "UUID Data Type"). Stateless.
 */
final class MysqlFeatures {

    private MysqlFeatures() {}

    /** Returns whether a version of MySQL has a feature. */
    static boolean mysqlHas(Feature feature, ServerVersion version) {
        return has(feature, version, false);
    }

    /** Returns whether a version of MariaDB has a feature. */
    static boolean mariadbHas(Feature feature, ServerVersion version) {
        return has(feature, version, true);
    }

    /** A feature that is missing here does not compile. */
    private static boolean has(Feature feature, ServerVersion version, boolean isMaria) {
        return switch (feature) {
            case ON_DELETE_ACTION ->
                true;
            case FOREIGN_KEY_INDEXES ->
                true;
            case DROP_CONSTRAINT_BY_NAME ->
                isMaria;
            case CONCURRENT_INDEXES, ENUM_CHANGES, ENUM_CHANGES_IN_TRANSACTION ->
                false;
            case TABLE_SAMPLE ->
                false;
            case ARRAY_CONTAINMENT ->
                false;
            case JSON_CONSTRUCTORS ->
                isMaria ? version.isAtLeast(10, 5) : version.isAtLeast(5, 7, 22);
            case FULL_TEXT_MATCH ->
                true;
            case NULLS_NOT_DISTINCT ->
                false;
            case TRY_CAST ->
                false;
            case EXPLAIN_ANALYZE ->
                isMaria || version.isAtLeast(8, 0, 18);
            case EXPLAIN ->
                true;
            case MERGE_BY_SOURCE ->
                false;
            case MERGE_RETURNING ->
                false;
            case MERGE ->
                false;
            case DATE_ARITHMETIC ->
                true;
            case JSON_COMPARISON ->
                isMaria ? version.isAtLeast(10, 7) : version.isAtLeast(5, 7, 8);
            case SAVEPOINTS, READ_ONLY_TRANSACTIONS, TWO_PHASE_COMMIT, MULTI_ROW_INSERT, INSERT_DEFAULT_VALUES,
                    INSERT_FROM_SELECT,
                    ON_CONFLICT_ANY, ON_CONFLICT_NOTHING, UPDATE_FROM, DELETE_USING, ROW_LOCKS, SHARED_ROW_LOCKS,
                    COLLATE_OPERATOR, TUPLE_COMPARISON, TUPLE_IN, QUANTIFIED_COMPARISON, SCHEMAS, COMMENTS,
                    INLINE_COMMENTS, FOREIGN_KEYS, ON_UPDATE_ACTION, REPLACEABLE_VIEWS, ALTER_TABLE_CONSTRAINTS,
                    ALTER_COLUMN, DROP_COLUMN,
                    RENAME_COLUMN, INDEX_METHODS,
                    IF_EXISTS ->
                true;
            case READ_OF_CHANGED_TABLE -> // error 1093; MariaDB supports it for several tables since 11.1
                isMaria && version.isAtLeast(10, 3, 2);
            case COMMON_TABLE_EXPRESSIONS ->
                isMaria ? version.isAtLeast(10, 2, 1) : version.isAtLeast(8, 0);
            case RECURSIVE_COMMON_TABLE_EXPRESSIONS ->
                isMaria ? version.isAtLeast(10, 2, 2) : version.isAtLeast(8, 0);
            case COMMON_TABLE_EXPRESSIONS_ON_DML ->
                !isMaria && version.isAtLeast(8, 0);
            case WINDOW_FUNCTIONS ->
                isMaria ? version.isAtLeast(10, 2) : version.isAtLeast(8, 0);
            case INTERSECT_EXCEPT ->
                isMaria ? version.isAtLeast(10, 3) : version.isAtLeast(8, 0, 31);
            case INTERSECT_EXCEPT_ALL ->
                isMaria ? version.isAtLeast(10, 5) : version.isAtLeast(8, 0, 31);
            case LATERAL ->
                !isMaria && version.isAtLeast(8, 0, 14);
            case VALUES_TABLE ->
                isMaria || version.isAtLeast(8, 0, 19);
            case REGULAR_EXPRESSION_FLAGS, REGULAR_EXPRESSION_REPLACE ->
                isMaria || version.isAtLeast(8, 0, 4);
            case ROW_LOCKS_OF ->
                !isMaria && version.isAtLeast(8, 0, 1);
            case NO_WAIT ->
                isMaria ? version.isAtLeast(10, 3) : version.isAtLeast(8, 0, 1);
            case SKIP_LOCKED ->
                isMaria ? version.isAtLeast(10, 6) : version.isAtLeast(8, 0, 1);
            case CHECK_CONSTRAINTS ->
                isMaria ? version.isAtLeast(10, 2, 1) : version.isAtLeast(8, 0, 16);
            case FUNCTIONAL_INDEXES ->
                !isMaria && version.isAtLeast(8, 0, 13);
            case INSERT_RETURNING ->
                isMaria && version.isAtLeast(10, 5);
            case DELETE_RETURNING ->
                isMaria && version.isAtLeast(10, 0, 5);
            case RETURNING_ORDERED ->
                isMaria && version.isAtLeast(10, 5);
            case FETCH_WITH_TIES ->
                isMaria && version.isAtLeast(10, 6);
            case UUID_TYPE ->
                isMaria && version.isAtLeast(10, 7);
            case SEQUENCES ->
                isMaria && version.isAtLeast(10, 3);
            case IF_NOT_EXISTS_VIEW ->
                isMaria || version.isAtLeast(9, 1);
            case IF_EXISTS_INDEX, IF_EXISTS_COLUMN, IF_EXISTS_CONSTRAINT ->
                isMaria;
            case REGULAR_EXPRESSIONS ->
                true;
            case COMPUTED_COLUMNS ->
                isMaria ? version.isAtLeast(10, 2) : version.isAtLeast(5, 7, 6);
            case JSON_TYPE, JSON_ACCESS ->
                isMaria ? version.isAtLeast(10, 2, 7) : version.isAtLeast(5, 7, 8);
            case CONSTRAINT_COMMENTS, EXCLUSION_CONSTRAINTS, FOREIGN_KEY_MATCH,
                    DEFERRABLE_TRANSACTIONS, COLLATION_SCHEMAS, RECORD_FUNCTIONS, TIME_OF_DAY_ZONE, MATERIALIZED_VIEWS,
                    TEMPORARY_VIEWS, TRANSACTIONAL_DDL,
                    UPDATE_RETURNING,
                    ON_CONFLICT_TARGET, ON_CONFLICT_CONSTRAINT,
                    ON_CONFLICT_WHERE, MATERIALIZED_HINT, DML_IN_COMMON_TABLE_EXPRESSIONS, WINDOW_FRAME_GROUPS,
                    WINDOW_FRAME_EXCLUDE, AGGREGATE_FILTER, AGGREGATE_ORDER_BY, WITHIN_GROUP, GROUPING_SETS,
                    FULL_JOIN, DISTINCT_ON, LIMIT_EXPRESSIONS, FETCH_PERCENT, KEY_ROW_LOCKS, NULLS_ORDER,
                    CASE_INSENSITIVE_LIKE, BETWEEN_SYMMETRIC, TABLE_VALUED_FUNCTIONS,
                    WITH_ORDINALITY, BOOLEAN_TYPE, ENUM_TYPE, ARRAY_TYPE, INTERVAL_TYPE, TIME_ZONE_TYPE,
                    EXACT_DECIMAL, IDENTITY_COLUMNS, DEFERRABLE_CONSTRAINTS, PARTIAL_INDEXES, INCLUDING_INDEXES,
                    DROP_CASCADE ->
                false;
        };
    }
}

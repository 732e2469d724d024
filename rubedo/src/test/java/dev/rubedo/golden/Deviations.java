package dev.rubedo.golden;

import java.util.HashMap;
import java.util.Map;

/** Cases in which SQL Server or Oracle is meant to get another text than the recorded one, with the reason. */
final class Deviations {

    /** A dialect and a reason, followed by the cases, which are indented. */
    private static final String NAMED = """
            mssql: 2022 has IS DISTINCT FROM
                where.distinct_from_none where.not_distinct_from
            mssql: a boolean is a number, which is checked on request
                ddl.naming_convention_bool
            mssql: an alias is declared in FROM
                updatedelete.delete_alias_target updatedelete.update_alias_target
            mssql: MERGE tests all keys
                insert.pg_conflict_no_target
            mssql: TOP needs no order
                order.fetch
            mssql: a bracket is a wildcard, which is escaped too
                string.iendswith_autoescape string.startswith_autoescape string.startswith_escape
            mssql: a condition is no value on this server
                func.literal_uuid_enum
            mssql: a tuple has two elements at least
                func.grouping_sets
            mssql: an expression with a parameter is not recognized
                select.label_in_group_by
            mssql: an interval is a timestamp
                window.frame_clause
            mssql: bytes have no length
                types.large_binary_len
            mssql: a power of an integer need not be one
                func.pow_char
            mssql: blanks at the end of a text count
                func.length_lower_upper
            mssql: a percentile is computed over a window, of a constant
                func.percentile window.within_group_over
            mssql: the server has NO ACTION in the place of RESTRICT
                ddl.fk_composite
            mssql: refused: a temporary table is named so
                ddl.table_options
            mssql: a schema may name its database, so a dot within its name needs brackets
                quote.schema_dotted_quoted
            mssql: days of the week and weeks count as on the other databases
                func.extract_more
            mssql: integers are widened before they are added
                cte.recursive_numbers where.compare_subquery
            mssql: parentheses around a part with an order are refused
                setop.inner_limit
            mssql: refused: no ARRAY_TYPE
                func.array_agg where.all_array where.any_array window.aggregate_order_by
            mssql: refused: no BETWEEN_SYMMETRIC
                where.between_symmetric
            mssql: refused: no DISTINCT_ON
                order.distinct_on
            mssql: refused: no DML_IN_COMMON_TABLE_EXPRESSIONS
                cte.insert_cte
            mssql: refused: no DROP_CASCADE
                ddl.add_drop_constraint ddl.create_schema
            mssql: refused: no FUNCTIONAL_INDEXES
                ddl.index_func_col
            mssql: the statement asks whether the table exists
                ddl.create_if_not_exists
            mssql: the statement asks whether the index exists
                ddl.index_if_not_exists
            mssql: refused: no INDEX_METHODS
                ddl.index_include
            mssql: refused: no INTERSECT_EXCEPT_ALL
                setop.intersect_all_except_all
            mssql: a path into a document is a constant
                json.as_json_path json.as_string json.chain json.index_int json.index_str json.path
                json.path_as_string
            mssql: refused: no LATERAL
                join.lateral_join subquery.lateral subquery.lateral_func
            mssql: refused: no MATERIALIZED_HINT
                cte.prefix_materialized
            mssql: refused: no TUPLE_COMPARISON
                where.tuple_eq
            mssql: refused: no TUPLE_IN
                func.literal_in where.in_tuple where.in_tuple_empty where.not_in_tuple_empty
            mssql: refused: no WITH_ORDINALITY
                func.table_func_with_ordinality
            mssql: table hints lock the rows; the record locks none
                forupdate.nowait forupdate.of_alias forupdate.of_columns forupdate.of_table forupdate.plain
                forupdate.read_nowait forupdate.skip_locked forupdate.with_limit
            mssql: the distance is a parameter; on this server, write literal(...)
                window.range window.rows_bounds window.rows_following
            mssql: the record loses the limit
                setop.order_limit
            mssql: the recorded functions do not exist on this server
                func.current_ansi
            mssql: the server has no FILTER
                window.filter window.filter_over
            mssql: the server has no NULLS FIRST
                order.nulls_first order.nulls_last_desc
            mssql: the twin puts the hint at the end, as on other databases
                updatedelete.update_hint
            mssql: the type of a sequence is that of the database
                ddl.create_sequence
            mssql: two foreign keys fit, so that the condition has to be given
                join.self_inferred
            oracle: bits are computed with BITAND
                where.bitwise_xor_not_shift
            oracle: 23 has UPDATE ... FROM
                updatedelete.update_from_returning updatedelete.update_from_three
            oracle: 23 has booleans
                select.null_true_false
            oracle: DATE has no fractions of seconds
                ddl.fixed_create_all
            oracle: DATE has no fractions of seconds and no offset
                ddl.server_default_expr types.datetime types.datetime_tz
            oracle: MERGE tests all keys
                insert.pg_conflict_no_target
            oracle: a division of whole numbers rounds toward zero on every database
                where.floordiv
            oracle: a label is referred to
                order.label_expr_desc window.label_order
            oracle: a tuple has two elements at least
                func.grouping_sets
            oracle: an expression with a parameter is not recognized, but its label since 23
                select.label_in_group_by
            oracle: RESTRICT is what the server does without words
                ddl.fk_composite
            oracle: refused: no ARRAY_TYPE
                func.array_agg where.all_array where.any_array window.aggregate_order_by
            oracle: refused: no BETWEEN_SYMMETRIC
                where.between_symmetric
            oracle: refused: no COMMON_TABLE_EXPRESSIONS_ON_DML
                cte.update_with_cte
            oracle: refused: no DISTINCT_ON
                order.distinct_on
            oracle: refused: no DML_IN_COMMON_TABLE_EXPRESSIONS
                cte.insert_cte
            oracle: refused: no DROP_CASCADE
                ddl.add_drop_constraint ddl.create_schema
            oracle: refused: no IF_EXISTS_INDEX
                ddl.index_if_not_exists
            oracle: refused: no INCLUDING_INDEXES
                ddl.index_include
            oracle: a text has the longest length in characters
                json.as_string json.path_as_string
            oracle: refused: no MATERIALIZED_HINT
                cte.prefix_materialized
            oracle: refused: no ON_UPDATE_ACTION
                ddl.fk_actions
            oracle: refused: no PARTIAL_INDEXES
                ddl.index_partial
            oracle: refused: no ROW_LOCKS_OF
                forupdate.of_alias forupdate.of_columns forupdate.of_table
            oracle: refused: no SHARED_ROW_LOCKS
                forupdate.read_nowait
            oracle: refused: no TABLE_VALUED_FUNCTIONS
                func.column_valued func.func_alias func.table_func func.table_func_with_ordinality
                subquery.lateral_func
            oracle: refused: no TUPLE_COMPARISON
                where.tuple_eq
            oracle: refused: the server does not lock the rows of a limited query
                forupdate.with_limit
            oracle: refused: the server has no seconds since 1970
                func.extract_more
            oracle: refused: the server has no time of day
                func.cast_dates func.current_ansi types.time
            oracle: several rows are written as the version allows
                insert.multi_values insert.multi_values_expr
            oracle: the digits of a duration are kept
                types.interval
            oracle: the server has no FILTER
                window.filter window.filter_over
            oracle: the server refuses the recorded text
                insert.default_values
            oracle: the twin gives the options of other databases only
                ddl.table_options
            oracle: the value is the constant, whose text the driver gets
                func.literal_uuid_enum
            oracle: two foreign keys fit, so that the condition has to be given
                join.self_inferred
            mssql: only pages are chosen for a sample
                select.tablesample
            oracle: the server has another syntax for samples, before the alias
                select.tablesample
            oracle: the server has DEFAULT NULL ON CONVERSION ERROR
                func.try_cast
            oracle: the fourth argument is a position
                string.regexp_replace_flags
            """;

    private static final Map<String, String> REASONS = read();

    private Deviations() {}

    private static Map<String, String> read() {
        var reasons = new HashMap<String, String>();
        var dialect = "";
        var reason = "";
        for (var line : NAMED.lines().toList()) {
            if (line.startsWith(" ")) {
                for (var id : line.strip().split(" ")) {
                    reasons.put(id + "/" + dialect, reason);
                }
            } else {
                dialect = line.substring(0, line.indexOf(':'));
                reason = line.substring(line.indexOf(':') + 2);
            }
        }
        return reasons;
    }

    /** Returns why a case differs on a dialect; empty if it does not. */
    static String reason(String id, String dialect) {
        return REASONS.getOrDefault(id + "/" + dialect, "");
    }
}

package dev.rubedo.dialect.mysql;

import java.util.Set;

/**
 * The reserved words of MySQL and MariaDB, and the function names that they parse as a call wherever a parenthesis
 * follows (dev.mysql.com/doc/refman/8.0, "Keywords and Reserved Words" and "Function Name Parsing and Resolution";
 * mariadb.com/kb, "Reserved Words"). The two lists differ. Immutable.
 */
final class MysqlKeywords {

    /** The reserved words of MySQL 8, in lower case. */
    static final Set<String> RESERVED = Set.of("""
            accessible add adddate admin all alter analyze and array as asc asensitive before between
            bigint binary bit_and bit_or bit_xor blob both by call cascade case cast change char
            character check collate column condition constraint continue convert count create cross cube
            cume_dist curdate current_date current_time current_timestamp current_user cursor curtime
            database databases date_add date_sub day_hour day_microsecond day_minute day_second dec
            decimal declare default delayed delete dense_rank desc describe deterministic distinct
            distinctrow div double drop dual each else elseif empty enclosed escaped except exists exit
            explain extract false fetch first_value float float4 float8 for force foreign from fulltext
            function general generated get get_master_public_key grant group group_concat grouping
            groups having high_priority hour_microsecond hour_minute hour_second if ignore
            ignore_server_ids in index infile inner inout insensitive insert int int1 int2 int3 int4
            int8 integer intersect interval into io_after_gtids io_before_gtids is iterate join
            json_arrayagg json_objectagg json_table key keys kill lag last_value lateral lead leading
            leave left like limit linear lines load localtime localtimestamp lock long longblob longtext
            loop low_priority master_bind master_heartbeat_period master_ssl_verify_server_cert match
            max maxvalue mediumblob mediumint mediumtext member mid middleint min minute_microsecond
            minute_second mod modifies natural no_write_to_binlog not now nth_value ntile null numeric
            of on optimize optimizer_costs option optionally or order out outer outfile over parallel
            parse_gcol_expr partition percent_rank persist persist_only position precision primary
            procedure purge qualify range rank read read_write reads real recursive references regexp
            release rename repeat replace require resignal restrict return revoke right rlike role
            rollup row row_number rows schema schemas second_microsecond select sensitive separator
            session_user set show signal slow smallint spatial specific sql sql_after_gtids
            sql_before_gtids sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate
            sqlwarning ssl starting std stddev stddev_pop stddev_samp stored straight_join subdate
            substr substring sum sysdate system system_user table terminated then tinyblob tinyint
            tinytext to trailing trigger trim true undo union unique unlock unsigned update usage use
            using utc_date utc_time utc_timestamp values var_pop var_samp varbinary varchar varcharacter
            variance varying virtual when where while window with write xor year_month zerofill
            """.split("\\s+"));

    /** The reserved words of MariaDB, in lower case. */
    static final Set<String> RESERVED_BY_MARIADB = Set.of("""
            accessible add adddate all alter analyze and as asc asensitive before between bigint binary
            bit_and bit_or bit_xor blob body both by call cascade case cast change char character check
            collate column condition constraint continue convert count create cross cube cume_dist
            curdate current_date current_role current_time current_timestamp current_user cursor curtime
            database databases date_add date_sub day_hour day_microsecond day_minute day_second dec
            decimal declare default delayed delete delete_domain_id dense_rank desc describe
            deterministic distinct distinctrow div do_domain_ids double drop dual each else elseif elsif
            enclosed escaped except exists exit explain extract false fetch first_value float float4
            float8 for force foreign from fulltext general goto grant group group_concat having
            high_priority history hour_microsecond hour_minute hour_second if ignore ignore_domain_ids
            ignore_server_ids in index infile inner inout insensitive insert int int1 int2 int3 int4
            int8 integer intersect interval into is iterate join json_arrayagg json_objectagg key keys
            kill lag last_value lead leading leave left like limit linear lines load localtime
            localtimestamp lock long longblob longtext loop low_priority master_demote_to_slave
            master_heartbeat_period master_ssl_verify_server_cert match max maxvalue mediumblob
            mediumint mediumtext mid middleint min minute_microsecond minute_second mod modifies natural
            no_write_to_binlog not now nth_value ntile null numeric offset on optimize option optionally
            or order others out outer outfile over package page_checksum parse_vcol_expr partition
            percent_rank period portion position precision primary procedure purge raise range rank read
            read_write reads real recursive ref_system_id references regexp release rename repeat
            replace require resignal restrict return returning revoke right rlike rollup row_number rows
            rowtype schema schemas second_microsecond select sensitive separator session_user set show
            signal slow smallint spatial specific sql sql_after_gtids sql_before_gtids sql_big_result
            sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning ssl starting
            stats_auto_recalc stats_persistent stats_sample_pages std stddev stddev_pop stddev_samp
            straight_join subdate substr substring sum sysdate system system_time system_user table
            terminated then tinyblob tinyint tinytext to trailing trigger trim true undo union unique
            unlock unsigned update usage use using utc_date utc_time utc_timestamp value values var_pop
            var_samp varbinary varchar varcharacter variance varying versioning when where while window
            with without write xor year_month zerofill
            """.split("\\s+"));

    private MysqlKeywords() {}
}

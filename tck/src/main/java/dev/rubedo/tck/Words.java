package dev.rubedo.tck;

import java.util.List;

/** Words that some database reserves or used to reserve. Immutable. */
final class Words {

    /** The words in lower case. */
    static final List<String> ALL = List.of("""
            _rowid_ abort absolute access accessible action add adddate admin after aggregate all alter always
            analyse analyze and any array array_agg as asc asensitive assignment asymmetric at attach attribute
            audit authorization autoincrement avg backup backward before begin between bigint binary bit bit_and
            bit_or bit_xor blob body boolean both breadth break browse bulk by cache call called cascade case cast
            catalog chain change char character characteristics check checkpoint class close cluster clustered
            coalesce collate collation column column_value columns comment comments commit committed compress
            compression compute concurrently condition configuration conflict connect connection constraint
            constraints contains containstable content continue conversion convert copy cost count create cross csv
            cube cume_dist curdate current current_catalog current_date current_path current_role current_schema
            current_time current_timestamp current_user cursor curtime cycle data database databases date date_add
            date_sub day day_hour day_microsecond day_minute day_second dayname dbcc deallocate dec decimal declare
            default defaults deferrable deferred definer delayed delete delete_domain_id delimiter delimiters
            dense_rank deny depends depth desc describe detach deterministic dictionary disable discard disk
            distinct distinctrow distributed div do do_domain_ids document domain double drop dual dump each else
            elseif elsif empty enclosed encoding encrypted end enum errlvl error escape escaped event except exclude
            excluding exclusive exec execute exists exit explain expression extension external extract fail false
            family fetch file fillfactor filter finalize first first_value float float4 float8 following for force
            foreign format forward freetext freetexttable freeze from full fulltext function functions general
            generated get get_master_public_key glob global goto grant granted greatest group group_concat grouping
            groups handler having header high_priority history hold holdlock hour hour_microsecond hour_minute
            hour_second identified identity identity_insert identitycol if ignore ignore_domain_ids
            ignore_server_ids ilike immediate immutable implicit import in include including increment indent index
            indexed indexes infile inherit inherits initial initially inline inner inout input insensitive insert
            instead int int1 int2 int3 int4 int8 integer intersect interval into invoker io_after_gtids
            io_before_gtids is isnull isolation iterate join json json_array json_arrayagg json_exists json_object
            json_objectagg json_query json_scalar json_serialize json_table json_value key keys kill label lag
            language large last last_value lateral lead leading leakproof least leave left level like limit linear
            lineno lines listagg listen load local localtime localtimestamp location lock locked logged long
            longblob longtext loop low_priority mapping master_bind master_demote_to_slave master_heartbeat_period
            master_ssl_verify_server_cert match materialized max maxextents maxvalue mediumblob mediumint mediumtext
            member merge merge_action method mid middleint min minus minute minute_microsecond minute_second
            minvalue mlslabel mod mode modifies modify month move name names national natural nchar nested
            nested_table_id new next nfc nfd nfkc nfkd no no_write_to_binlog noaudit nocheck nocompress nonclustered
            none normalize normalized not nothing notify notnull now nowait nth_value ntile null nullif nulls number
            numeric object of off offline offset offsets oids old omit on online only open opendatasource openquery
            openrowset openxml operator optimize optimizer_costs option optionally options or order ordinality
            others out outer outfile over overlaps overlay overriding owned owner package page_checksum parallel
            parameter parse_gcol_expr parse_vcol_expr parser partial partition passing password path pctfree percent
            percent_rank period persist persist_only pivot placing plan plans policy portion position pragma
            preceding precision prepare prepared preserve primary print prior privileges proc procedural procedure
            procedures program public publication purge qualify quarter query quotes raise raiserror range rank raw
            read read_write reads readtext real reassign recheck reconfigure recursive ref_system_id references
            refresh regexp reindex relative release rename repeat replace replica replication require reset resignal
            resource respect restart restore restrict return returning returns revert revoke right rlike role
            rollback rollup routine routines row row_number rowcount rowguidcol rowid rownum rows rowtype rule save
            savepoint scalar schema schemas scroll search second second_microsecond security securityaudit select
            semantickeyphrasetable semanticsimilaritydetailstable semanticsimilaritytable sensitive separator
            sequence sequences serializable server session session_user set setof setuser share show shutdown signal
            similar simple size skip slow smallint some sounds source spatial specific sql sql_after_gtids
            sql_before_gtids sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning
            ssl stable standalone start starting statement statistics stats_auto_recalc stats_persistent
            stats_sample_pages std stdin stdout storage stored straight_join strict string strip subdate
            subscription substring successful sum support symmetric synonym sysdate sysid system system_time
            system_user systimestamp table tables tablesample tablespace target temp template temporary terminated
            text textsize then ties time timestamp timing tinyblob tinyint tinytext to today top trailing tran
            transaction transform treat trigger trim true truncate trusted try_convert tsequal type types uescape
            uid unbounded uncommitted unconditional undo unencrypted union unique unknown unlisten unlock unlogged
            unpivot unsigned until update updatetext usage use user using utc_date utc_time utc_timestamp vacuum
            valid validate validator value values varbinary varchar varchar2 varcharacter variadic variance varying
            verbose version versioning view views virtual volatile waitfor week when whenever where while whitespace
            window with within without work wrapper write writetext xml xmlattributes xmlconcat xmlelement xmlexists
            xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable xor year year_month yes zerofill
            zone
            """.strip().split("\\s+"));

    private Words() {}
}

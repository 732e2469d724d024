package dev.rubedo.golden;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.shardingsphere.infra.database.core.type.DatabaseType;
import org.apache.shardingsphere.infra.spi.type.typed.TypedSPILoader;
import org.apache.shardingsphere.sql.parser.api.CacheOption;
import org.apache.shardingsphere.sql.parser.api.SQLParserEngine;

/**
 * Two parsers of SQL Server's or Oracle's language that others wrote: that of Druid, by hand, and that of ShardingSphere,
 * from grammars. Each returns why it rejects a statement; empty if it accepts it. Confined to one thread at a time.
 */
final class SqlParsers {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final DbType druid;
    private final SQLParserEngine shardingSphere;

    SqlParsers(String dialect) {
        boolean isOracle = dialect.equals("oracle");
        this.druid = isOracle ? DbType.oracle : DbType.sqlserver;
        this.shardingSphere = new SQLParserEngine(
                TypedSPILoader.getService(DatabaseType.class, isOracle ? "Oracle" : "SQLServer"),
                new CacheOption(1, 1));
    }

    Optional<String> druid(String sql) {
        return rejected(() -> SQLUtils.parseStatements(sql, druid));
    }

    Optional<String> shardingSphere(String sql) {
        return rejected(() -> shardingSphere.parse(sql, false));
    }

    private static Optional<String> rejected(Runnable parse) {
        try {
            parse.run();
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            return Optional.of(SPACE.matcher(String.valueOf(e.getMessage())).replaceAll(" "));
        }
    }
}

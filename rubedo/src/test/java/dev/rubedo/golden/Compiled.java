package dev.rubedo.golden;

import dev.rubedo.compile.BindSlot;
import dev.rubedo.compile.CompiledStatement;
import dev.rubedo.compile.StatementShape;
import dev.rubedo.dialect.AnsiDialect;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.duckdb.DuckDbDialect;
import dev.rubedo.dialect.h2.H2Dialect;
import dev.rubedo.dialect.mysql.MariadbDialect;
import dev.rubedo.dialect.mysql.MysqlDialect;
import dev.rubedo.dialect.oracle.OracleDialect;
import dev.rubedo.dialect.postgresql.PostgresDialect;
import dev.rubedo.dialect.sqlite.SqliteDialect;
import dev.rubedo.dialect.sqlserver.SqlServerDialect;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A construct as text, with lists written out and parameters in their order. */
record Compiled(List<String> sql, List<String> parameters) {

    private static final Map<String, Dialect> DIALECTS = Map.of("ansi", AnsiDialect.instance(), "sqlite",
            new SqliteDialect(), "postgresql", new PostgresDialect(), "mysql", new MysqlDialect(), "mariadb",
            new MariadbDialect(), "h2", new H2Dialect(), "duckdb", new DuckDbDialect(), "mssql", new SqlServerDialect(),
            "oracle",
            new OracleDialect());

    static List<String> dialects() {
        return List.of("ansi", "sqlite", "postgresql", "mysql", "mariadb", "h2", "duckdb", "mssql", "oracle");
    }

    static Compiled of(Object construct, String dialectName) {
        return of(construct, DIALECTS.get(dialectName));
    }

    static Compiled of(Object construct, Dialect dialect) {
        return switch (construct) {
            case Changed changed -> changed.compiled(dialect);
            case Statement<?> s -> of(dialect.compile(s), StatementShape.of(s).values());
            case Expression<?> e -> of(dialect.compile(e), values(e));
            case Definitions d ->
                new Compiled(d.plan().apply(dialect).stream().map(dialect::compile).toList(), List.of());
            case Script s -> new Compiled(s.statements(dialect), List.of());
            default -> throw new IllegalArgumentException(construct.getClass().getName());
        };
    }

    // The only values of such a query are those of the expression.
    private static Object[] values(Expression<?> expression) {
        return StatementShape.of(Sql.select(expression)).values();
    }

    private static Compiled of(CompiledStatement compiled, Object[] values) {
        var parameters = new ArrayList<String>();
        var sizes = new ArrayList<Integer>();
        for (var slot : compiled.binds()) {
            if (slot.expanding()) {
                var list = (List<?>) values[slot.valueIndex()];
                sizes.add(list.size());
                list.forEach(each -> addElement(each, slot, parameters));
            } else {
                parameters.add(parameter(slot, values[slot.valueIndex()]));
            }
        }
        return new Compiled(List.of(compiled.expand(sizes.stream().mapToInt(Integer::intValue).toArray())), parameters);
    }

    private static void addElement(Object element, BindSlot slot, List<String> parameters) {
        if (!slot.tuple().isEmpty()) {
            ((List<?>) element).forEach(each -> parameters.add(GoldenValues.canonical(each)));
        } else {
            parameters.add(GoldenValues.canonical(element));
        }
    }

    private static String parameter(BindSlot slot, Object value) {
        var column = slot.defaultOf();
        if (column != null) {
            return "default:" + column.source().label() + "." + column.name();
        }
        return value == StatementShape.AWAITED ? "required:" + slot.name() : GoldenValues.canonical(value);
    }
}

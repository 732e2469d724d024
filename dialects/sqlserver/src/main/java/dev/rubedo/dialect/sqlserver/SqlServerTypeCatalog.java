package dev.rubedo.dialect.sqlserver;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.sqlserver.type.SqlServerTypes;
import dev.rubedo.reflect.NamedTypeCatalog;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TimeType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TimestampType;
import dev.rubedo.type.Types;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types of SQL Server by their names. Immutable. */
final class SqlServerTypeCatalog extends NamedTypeCatalog {

    private static final int DEFAULT_DIGITS = 7;
    private static final Pattern FORM = Pattern
            .compile("([a-z0-9_ ]+?)\\s*(?:\\(\\s*(max|\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?");

    SqlServerTypeCatalog(Dialect dialect) {
        super(dialect, Set.of("mssql"));
    }

    @Override
    protected Optional<SqlType<?>> own(ReflectedTypeName name) {
        var form = FORM.matcher(name.text().toLowerCase(Locale.ROOT).strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        var argument = form.group(2);
        int digits = argument == null || argument.equals("max") ? DEFAULT_DIGITS : Integer.parseInt(argument);
        return Optional.ofNullable(type(form.group(1), "max".equals(argument), digits == DEFAULT_DIGITS ? -1 : digits));
    }

    private static @Nullable SqlType<?> type(String name, boolean isMax, int digits) {
        return switch (name) {
            case "bit" -> Types.BOOLEAN;
            case "tinyint" -> SqlServerTypes.TINYINT;
            case "varchar", "nvarchar", "sysname", "char varying", "national char varying" -> isMax ? Types.TEXT
                    : name.equals("sysname") ? new StringType(128, false, false, "") : null;
            case "text", "ntext", "xml" -> Types.TEXT;
            case "varbinary", "image", "binary varying" -> isMax || name.equals("image") ? Types.BINARY : null;
            case "datetime2" -> new TimestampType(digits);
            case "datetime", "smalldatetime" -> Types.TIMESTAMP;
            case "datetimeoffset" -> new TimestampTimeZoneType(digits);
            case "time" -> new TimeType(digits);
            case "money" -> SqlServerTypes.MONEY;
            case "smallmoney" -> SqlServerTypes.SMALLMONEY;
            case "uniqueidentifier" -> Types.UUID;
            case "rowversion", "timestamp" -> SqlServerTypes.ROWVERSION;
            case "sql_variant" -> SqlServerTypes.SQL_VARIANT;
            case "hierarchyid" -> SqlServerTypes.HIERARCHYID;
            case "json" -> Types.json(Object.class);
            case "geometry", "geography", "vector" -> Types.UNKNOWN;
            default -> null;
        };
    }

    @Override
    protected String plainName(String name) {
        var form = FORM.matcher(name);
        if (!form.matches()) {
            return name;
        }
        var first = form.group(2) == null ? "" : form.group(2);
        var second = form.group(3) == null ? "" : form.group(3);
        return switch (form.group(1)) {
            case "integer" -> "int";
            case "double precision" -> "float";
            case "float" -> first.isEmpty() ? "float" : Integer.parseInt(first) <= 24 ? "real" : "float";
            case "dec", "decimal", "numeric" -> "numeric(" + (first.isEmpty() ? "18" : first) + ","
                    + (second.isEmpty() ? "0" : second) + ")";
            case "datetime2", "datetimeoffset", "time" -> form.group(1) + "(" + (first.isEmpty() ? "7" : first) + ")";
            case "timestamp" -> "rowversion";
            case "character", "char" -> "char(" + (first.isEmpty() ? "1" : first) + ")";
            case "nchar", "national character", "national char" -> "nchar(" + (first.isEmpty() ? "1" : first) + ")";
            case "character varying", "char varying" -> "varchar(" + (first.isEmpty() ? "1" : first) + ")";
            case "national character varying", "national char varying" -> "nvarchar("
                    + (first.isEmpty() ? "1" : first) + ")";
            case "binary varying" -> "varbinary(" + (first.isEmpty() ? "1" : first) + ")";
            case "sysname" -> "nvarchar(128)";
            default -> name;
        };
    }
}

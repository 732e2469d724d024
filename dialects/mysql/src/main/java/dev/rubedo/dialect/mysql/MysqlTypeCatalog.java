package dev.rubedo.dialect.mysql;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.mysql.type.MysqlTypes;
import dev.rubedo.reflect.NamedTypeCatalog;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.reflect.TypeNames;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The types of MySQL and MariaDB by the names in {@code COLUMN_TYPE}. Immutable. */
final class MysqlTypeCatalog extends NamedTypeCatalog {

    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern WIDTH = Pattern.compile("^((?:tiny|small|medium|big)?int)\\(\\d+\\)(.*)$");
    private static final Pattern BLOB = Pattern.compile("blob\\((\\d+)\\)");
    private static final Pattern BIT = Pattern.compile("bit(\\(1\\))?");

    private final boolean isMariadb;

    MysqlTypeCatalog(Dialect dialect) {
        super(dialect, Set.of("mysql", "mariadb"));
        this.isMariadb = dialect.name().equals("mariadb");
    }

    /** An unsigned or zero-filled type is read as the smallest type that can hold all of its values. */
    @Override
    protected Optional<SqlType<?>> own(ReflectedTypeName name) {
        var text = name.text();
        if (text.equals("tinyint(1)")) {
            return Optional.of(Types.BOOLEAN);
        } else if (text.startsWith("enum(")) {
            return Optional.of(new LabelType("", "", labels(text)));
        } else if (text.startsWith("set(")) {
            return Optional.of(Types.TEXT);
        } else if (text.equals("json")) {
            return Optional.of(Types.json(Object.class));
        } else if (BIT.matcher(text).matches()) {
            return Optional.of(Types.BOOLEAN);
        }
        boolean isUnsigned = text.contains(" unsigned");
        var plain = text.replace(" unsigned", "").replace(" zerofill", "");
        if (plain.equals(text)) {
            return Optional.empty();
        }
        return Optional.ofNullable(switch (plainName(plain)) {
            case "tinyint" -> Types.SMALLINT;
            case "smallint", "mediumint" -> Types.INTEGER;
            case "int" -> isUnsigned ? Types.BIGINT : Types.INTEGER;
            case "bigint" -> isUnsigned ? MysqlTypes.BIGINT_UNSIGNED : Types.BIGINT;
            default -> TypeNames.find(plain).orElse(null);
        });
    }

    private static List<String> labels(String text) {
        var labels = new ArrayList<String>();
        var matcher = LABEL.matcher(text);
        while (matcher.find()) {
            labels.add(matcher.group(1).replace("''", "'"));
        }
        return labels;
    }

    @Override
    protected String plainName(String name) {
        var width = WIDTH.matcher(name);
        if (width.matches() && !name.equals("tinyint(1)") && !name.contains("zerofill")) {
            return width.group(1) + width.group(2);
        }
        var blob = BLOB.matcher(name);
        if (blob.matches()) {
            long length = Long.parseLong(blob.group(1));
            return length <= 0xFF ? "tinyblob"
                    : length <= 0xFFFF ? "blob" : length <= 0xFFFFFF ? "mediumblob" : "longblob";
        }
        return switch (name) {
            case "integer" -> "int";
            case "bool", "boolean" -> "tinyint(1)";
            case "real", "double precision", "float8" -> "double";
            case "decimal", "numeric", "decimal(10,0)" -> "decimal(10,0)";
            case "json" -> isMariadb ? "longtext" : "json";
            case "char", "character" -> "char(1)";
            case "time(0)", "datetime(0)", "timestamp(0)" -> name.substring(0, name.indexOf('('));
            default -> name.startsWith("numeric") ? "decimal" + withScale(name.substring("numeric".length()))
                    : name.startsWith("decimal") ? "decimal" + withScale(name.substring("decimal".length()))
                            : name.startsWith("national ") ? name.substring("national ".length()) : name;
        };
    }

    private static String withScale(String size) {
        return size.matches("\\(\\d+\\)") ? size.replace(")", ",0)") : size;
    }
}

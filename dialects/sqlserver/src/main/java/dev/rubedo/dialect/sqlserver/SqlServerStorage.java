package dev.rubedo.dialect.sqlserver;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The clauses for where and how tables and indexes of SQL Server are stored, from their options. Stateless. */
final class SqlServerStorage {

    /** The options of indexes. */
    static final Set<String> INDEX_OPTIONS = Set.of("clustered", "columnstore", "order", "fillfactor",
            "data_compression", "filegroup");

    private static final Set<String> COMPRESSIONS = Set.of("NONE", "ROW", "PAGE", "COLUMNSTORE",
            "COLUMNSTORE_ARCHIVE");
    private static final Pattern PARTITIONS = Pattern.compile("([^()]+?)\\s*\\(\\s*([^()]+?)\\s*\\)");

    private SqlServerStorage() {}

    static boolean isColumnstore(Index index) {
        return index.options().getOrDefault("mssql.columnstore", "false").equals("true");
    }

    /** Returns the names in a list that is separated by commas. */
    static List<String> names(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).toList();
    }

    static String ofTable(Table table, UnaryOperator<String> quote) {
        var text = new StringBuilder();
        var what = "table \"" + table.label() + "\"";
        table.options("mssql").forEach((option, value) -> {
            switch (option) {
                case "filegroup" -> text.append(" ON ").append(quote.apply(value));
                case "partition_scheme" -> text.append(" ON ").append(partitions(value, what, quote));
                case "textimage_on" -> text.append(" TEXTIMAGE_ON ").append(quote.apply(value));
                case "data_compression", "implicit_returning" -> requireKnown(option, value, what);
                default -> throw new InvalidStatementException("Dialect \"mssql\" has no option \"" + option + "\" of "
                        + what + ". It has filegroup, partition_scheme, textimage_on, data_compression and "
                        + "implicit_returning.");
            }
        });
        var compression = table.options("mssql").get("data_compression");
        if (compression != null) {
            text.append(" WITH (DATA_COMPRESSION = ").append(compression.toUpperCase(Locale.ROOT)).append(')');
        }
        return text.toString();
    }

    private static void requireKnown(String option, String value, String what) {
        boolean isKnown = option.equals("data_compression") ? COMPRESSIONS.contains(value.toUpperCase(Locale.ROOT))
                : value.equals("true") || value.equals("false");
        if (!isKnown) {
            throw new InvalidStatementException("The option " + option + " of " + what + " cannot be \"" + value
                    + "\". Use " + (option.equals("data_compression") ? "NONE, ROW or PAGE" : "true or false") + ".");
        }
    }

    private static String partitions(String value, String what, UnaryOperator<String> quote) {
        var form = PARTITIONS.matcher(value);
        if (!form.matches()) {
            throw new InvalidStatementException("The option partition_scheme of " + what + " is \"" + value
                    + "\". Write the scheme, and its column in parentheses.");
        }
        return quote.apply(form.group(1)) + "(" + quote.apply(form.group(2)) + ")";
    }

    static String ofIndex(Index index, UnaryOperator<String> quote) {
        var what = "index \"" + index.name() + "\"";
        var with = new ArrayList<String>();
        var fill = index.options().get("mssql.fillfactor");
        if (fill != null) {
            if (!fill.matches("[1-9]\\d?|100")) {
                throw new InvalidStatementException("The option fillfactor of " + what + " cannot be \"" + fill
                        + "\". It is a percentage from 1 to 100.");
            }
            with.add("FILLFACTOR = " + fill);
        }
        var compression = index.options().get("mssql.data_compression");
        if (compression != null) {
            requireKnown("data_compression", compression, what);
            with.add("DATA_COMPRESSION = " + compression.toUpperCase(Locale.ROOT));
        }
        var group = index.options().get("mssql.filegroup");
        return (with.isEmpty() ? "" : " WITH (" + String.join(", ", with) + ")")
                + (group == null ? "" : " ON " + quote.apply(group));
    }
}

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

/** The storage clauses of SQL Server's tables and indexes, from their options. Stateless. */
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
        var what = "table \"" + table.label() + "\"";
        var options = table.options("mssql");
        options.forEach((option, value) -> {
            switch (option) {
                case "filegroup", "partition_scheme", "textimage_on" -> {
                    // any name
                }
                case "data_compression", "implicit_returning" -> requireKnown(option, value, what);
                default -> throw new InvalidStatementException("Dialect \"mssql\" has no option \"" + option + "\" of "
                        + what + ". It has filegroup, partition_scheme, textimage_on, data_compression and "
                        + "implicit_returning.");
            }
        });
        var group = options.get("filegroup");
        var scheme = options.get("partition_scheme");
        if (group != null && scheme != null) {
            throw new InvalidStatementException("Of the options filegroup (\"" + group + "\") and partition_scheme (\""
                    + scheme + "\"), " + what + " can have only one. Remove the other one.");
        }
        var images = options.get("textimage_on");
        var compression = options.get("data_compression");
        // in the order that the grammar prescribes
        return (group == null ? "" : " ON " + quote.apply(group))
                + (scheme == null ? "" : " ON " + partitions(scheme, what, quote))
                + (images == null ? "" : " TEXTIMAGE_ON " + quote.apply(images))
                + (compression == null ? ""
                        : " WITH (DATA_COMPRESSION = " + compression.toUpperCase(Locale.ROOT) + ")");
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
                    + "\". Write the scheme, followed by its column in parentheses.");
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
                        + "\". It must be a percentage from 1 to 100.");
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

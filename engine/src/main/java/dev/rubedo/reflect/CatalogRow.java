package dev.rubedo.reflect;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A row of a catalog query. Column names are in lower case, regardless of the database. Immutable. */
public final class CatalogRow {

    private final Map<String, @Nullable Object> values;

    /**
     * Creates a row.
     *
     * @param values the values by column, with names in lower case
     */
    public CatalogRow(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /**
     * Returns this row with a text value replaced, unless it is NULL.
     *
     * @param column the column
     * @param change returns the new text
     */
    public CatalogRow changed(String column, UnaryOperator<String> change) {
        String before = text(column);
        if (before == null) {
            return this;
        }
        Map<String, @Nullable Object> copy = new HashMap<>(values);
        copy.put(column, change.apply(before));
        return new CatalogRow(copy);
    }

    /**
     * Returns this row with other values for some columns, which may be new.
     *
     * @param changes the values by column, with names in lower case
     */
    public CatalogRow with(Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> copy = new HashMap<>(values);
        copy.putAll(changes);
        return new CatalogRow(copy);
    }

    private @Nullable Object value(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException(
                    "The catalog query has no column \"" + column + "\", only " + values.keySet() + ".");
        }
        return values.get(column);
    }

    /** Returns whether the query has a column with this name, for catalogs that differ by version. */
    public boolean has(String column) {
        return values.containsKey(column);
    }

    /** Returns a value as text; null for NULL. */
    public @Nullable String text(String column) {
        return switch (value(column)) {
            case null -> null;
            case byte[] bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            case Object other -> other.toString();
        };
    }

    /** Returns a value as text; empty for NULL. */
    public String textOrEmpty(String column) {
        String text = text(column);
        return text == null ? "" : text;
    }

    /** Returns a value as a number; 0 for NULL. */
    public long number(String column) {
        return switch (value(column)) {
            case null -> 0;
            case Number number -> number.longValue();
            case Boolean truth -> truth ? 1 : 0;
            case Object other -> Long.parseLong(other.toString());
        };
    }

    /** Returns whether a value is true, a nonzero number, or one of YES, TRUE, T, Y. */
    public boolean truth(String column) {
        return switch (value(column)) {
            case null -> false;
            case Boolean truth -> truth;
            case Number number -> number.longValue() != 0;
            case Object other -> switch (other.toString().toUpperCase(Locale.ROOT)) {
                case "YES", "TRUE", "T", "Y" -> true;
                default -> false;
            };
        };
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
